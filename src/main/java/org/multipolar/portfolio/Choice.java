package org.multipolar.portfolio;

import org.multipolar.catalog.Candidate;

/**
 * A buyable candidate and the variable that counts its steps.
 *
 * @param stepCost micro-USD a month for one step, rounded up; 0 where nobody stated a price
 */
public record Choice(Assessment assessment, int variable, long stepCost) {

    public Candidate candidate() {
        return assessment.candidate();
    }
}
