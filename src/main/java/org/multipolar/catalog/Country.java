package org.multipolar.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A country by its ISO 3166-1 code.
 *
 * @param bloc the bloc it belongs to (EU, GCC, ...), or null
 * @param languages BCP 47 codes
 * @param populationMillions millions of inhabitants, used to weigh intensive indicators of a bloc
 * @param gdpUsdTrillion gross domestic product, used to weigh prices of a bloc
 */
public record Country(
        String code,
        String name,
        @Nullable String bloc,
        List<String> languages,
        double populationMillions,
        double gdpUsdTrillion) {

    public Country {
        languages = List.copyOf(languages);
    }
}
