package org.multipolar.portfolio;

import java.util.List;
import org.multipolar.catalog.Candidate;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.Verdict;
import org.multipolar.suitability.Suitability;

/**
 * A candidate with what the law says of it, what it fails to fit, and how well it suits.
 *
 * @param unfit why it does not fit the demand, in words; empty where it does
 * @param languagesCovered the demand's languages it covers on some evidence
 */
public record Assessment(
        Candidate candidate,
        Verdict verdict,
        List<Finding> findings,
        List<String> unfit,
        List<String> languagesCovered,
        Suitability suitability) {

    /** How a reason begins that a scenario gives; such reasons come first. */
    public static final String BARRED = "scenario ";

    public Assessment {
        findings = List.copyOf(findings);
        unfit = List.copyOf(unfit);
        languagesCovered = List.copyOf(languagesCovered);
    }

    public boolean buyable() {
        return verdict.buyable() && unfit.isEmpty();
    }

    /** {@return whether a scenario takes it away} */
    public boolean barred() {
        return !unfit.isEmpty() && unfit.get(0).startsWith(BARRED);
    }

    public long score() {
        return suitability.total10000();
    }
}
