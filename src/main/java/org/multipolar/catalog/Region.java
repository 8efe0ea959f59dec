package org.multipolar.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place a buyer operates in, with its languages and legal regimes.
 *
 * @param adequateCountries the rules' parameter that lists countries with adequate data protection, or empty
 */
public record Region(
        String id,
        String name,
        String country,
        @Nullable String bloc,
        List<RegionLanguage> languages,
        List<String> legalRegimes,
        String adequateCountries,
        String residency,
        String supplyNotes,
        String asOf,
        List<Citation> sources) {

    /** A language of a region and how much of its business runs in it. */
    public record RegionLanguage(String code, int businessWeightPercent) {}

    /** A text that a profile rests on. */
    public record Citation(String title, String publisher, String date, String url) {}

    public Region {
        languages = List.copyOf(languages);
        legalRegimes = List.copyOf(legalRegimes);
        sources = List.copyOf(sources);
    }
}
