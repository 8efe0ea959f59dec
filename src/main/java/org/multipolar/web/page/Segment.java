package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.multipolar.explain.MixShare;

/**
 * One piece of a stacked bar.
 *
 * @param x where it begins, in percent
 * @param colour class of the stylesheet, by the maker's country
 * @param open drawn with a hatched band
 * @param label what stands on it: as much as it has room for
 * @param title all of it in words
 */
public record Segment(int x, int width, String colour, boolean open, String label, String title) {

    private static final Set<String> WITH_COLOUR =
            Set.of("US", "CN", "FR", "DE", "GB", "CA", "JP", "KR", "AE", "IN", "SG", "CH", "IL");

    /** Percent of the width from which on a number, and a name, can be read on a telephone. */
    private static final int ROOM_FOR_NUMBER = 10;

    private static final int ROOM_FOR_NAME = 25;

    /** {@return the class for a country; those without a colour of their own share one} */
    static String colour(String origin) {
        return "from-" + (WITH_COLOUR.contains(origin) ? origin.toLowerCase(Locale.ROOT) : "other");
    }

    /** {@return the bar of one mix, shares in their order} */
    static List<Segment> bar(List<MixShare> mix, Words words) {
        var segments = new ArrayList<Segment>();
        int x = 0;
        for (var share : mix) {
            segments.add(new Segment(
                    x,
                    share.share(),
                    colour(share.supplierOrigin()),
                    !share.openness().equals("closed"),
                    label(share, words),
                    said(share, words)));
            x += share.share();
        }
        return segments;
    }

    private static String label(MixShare share, Words words) {
        var percent = words.share(share.share());
        return share.share() < ROOM_FOR_NUMBER
                ? ""
                : share.share() < ROOM_FOR_NAME ? percent : percent + " " + words.country(share.supplierOrigin());
    }

    /** {@return a share in one sentence} */
    static String said(MixShare share, Words words) {
        return words.say(
                "answer.share",
                words.share(share.share()),
                share.modelName(),
                words.open(share.openness()),
                words.inSentence(share.supplierOrigin()),
                words.operator(share.operator()),
                words.place(share.servingCountry()));
    }
}
