package org.multipolar.portfolio;

/**
 * A share of a demand.
 *
 * @param steps of twenty
 */
public record Piece(Assessment assessment, int steps) {

    /** {@return percent of the demand} */
    public int percent() {
        return steps * PortfolioProblem.STEP_PERCENT;
    }

    /** {@return micro-USD a month, rounded up per step; nothing where nobody stated a price} */
    public long cost() {
        return assessment.candidate().priced()
                ? Rows.ceilDiv(assessment.candidate().monthlyCost(), PortfolioProblem.STEPS) * steps
                : 0;
    }
}
