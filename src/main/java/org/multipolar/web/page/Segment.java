package org.multipolar.web.page;

/**
 * One piece of a stacked bar.
 *
 * @param x where it begins, in percent
 * @param colour class of the stylesheet, by the maker's country
 * @param open drawn with a hatched band
 * @param title all of it in words
 */
public record Segment(
        int x, int width, String colour, boolean open, String share, String model, String maker, String title) {

    private static final java.util.Set<String> WITH_COLOUR =
            java.util.Set.of("US", "CN", "FR", "DE", "GB", "CA", "JP", "KR", "AE", "IN", "SG", "CH", "IL");

    /** {@return the class for a country; those without a colour of their own share one} */
    static String colour(String origin) {
        return "from-" + (WITH_COLOUR.contains(origin) ? origin.toLowerCase(java.util.Locale.ROOT) : "other");
    }
}
