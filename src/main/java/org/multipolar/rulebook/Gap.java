package org.multipolar.rulebook;

import java.util.List;

/**
 * What the rulebook does not encode for a place: stated, so that silence is never taken for permission.
 *
 * @param countries ISO codes, or * for every country not named elsewhere
 * @param about the data sensitivity or sector it speaks of
 * @param coverage partial or none
 */
public record Gap(String region, List<String> countries, String about, String coverage, String notCovered) {

    /** Stands for every country that has no pack of its own. */
    static final String ANY = "*";

    public Gap {
        countries = List.copyOf(countries);
    }
}
