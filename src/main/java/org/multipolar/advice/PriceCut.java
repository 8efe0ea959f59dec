package org.multipolar.advice;

import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Assessment;

/** Finds how far a price must fall for a candidate to suit so much better. */
final class PriceCut {

    /** Prices are cut in millionths of what they are. */
    private static final long WHOLE = 1_000_000;

    /** Rates a candidate anew at other prices. */
    interface Repricing {
        /**
         * {@return the candidate at these prices}
         *
         * @param input micro-USD per million input tokens
         * @param output micro-USD per million output tokens
         */
        Assessment at(Assessment candidate, long input, long output);
    }

    private final Repricing repricing;

    PriceCut(Repricing repricing) {
        this.repricing = repricing;
    }

    /** {@return the candidate at the highest price that raises its suitability so far; null where no price does} */
    @Nullable
    Assessment to(Assessment candidate, long rise) {
        if (!candidate.candidate().priced() || at(candidate, 0).score() - candidate.score() < rise) {
            return null;
        }
        long enough = 0;
        long tooDear = WHOLE + 1;
        while (tooDear - enough > 1) {
            long middle = (enough + tooDear) / 2;
            if (at(candidate, middle).score() - candidate.score() >= rise) {
                enough = middle;
            } else {
                tooDear = middle;
            }
        }
        return at(candidate, enough);
    }

    private Assessment at(Assessment candidate, long part) {
        var input = candidate.candidate().inputPrice();
        var output = candidate.candidate().outputPrice();
        return input == null || output == null
                ? candidate
                : repricing.at(candidate, input * part / WHOLE, output * part / WHOLE);
    }

    /** {@return micro-USD per million tokens for the demand's own mix of input and output, rounded down} */
    static long blended(Assessment candidate) {
        return candidate.candidate().monthlyCost()
                / Math.max(1, candidate.candidate().demand().volumeMtok());
    }

    static String usd(long micro) {
        return java.math.BigDecimal.valueOf(micro, 6).stripTrailingZeros().toPlainString();
    }
}
