package org.multipolar.portfolio;

/**
 * In which unit a limit is stated, and how its rows count it: a side of a row times {@code units / rows}, plus the offset.
 *
 * @param units of the limit that {@code rows} on the side of a row stand for
 * @param offset what no choice can change but the limit counts, such as the exit cost of all incumbents
 */
public record Measure(Unit unit, long units, long rows, long offset) {

    /** What a limit counts. */
    public enum Unit {
        PERCENT("percent"),
        SUPPLIERS("suppliers"),
        CONTRACTS("contracts"),
        ORIGINS("origins"),
        /** Money a month. */
        MICRO_USD("micro-USD"),
        /** Million tokens a month. */
        MTOK("Mtok"),
        /** The smallest share that may be bought, in percent; its rows hold it as a factor. */
        LOT("percent at least of each"),
        /** Nothing that could be a little wider: it holds or it does not. */
        NONE("");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static final Measure NONE = new Measure(Unit.NONE, 1, 1, 0);
    static final Measure SHARE = new Measure(Unit.PERCENT, PortfolioProblem.STEP_PERCENT, 1, 0);
    static final Measure SUPPLIERS = new Measure(Unit.SUPPLIERS, 1, 1, 0);
    static final Measure CONTRACTS = new Measure(Unit.CONTRACTS, 1, 1, 0);
    static final Measure ORIGINS = new Measure(Unit.ORIGINS, 1, 1, 0);
    static final Measure LOT = new Measure(Unit.LOT, PortfolioProblem.STEP_PERCENT, 1, 0);

    /** {@return shares weighed by volume over several demands, whose rows count hundredfold steps of this volume} */
    static Measure shareOf(long volume) {
        return new Measure(Unit.PERCENT, 1, PortfolioProblem.STEPS * volume, 0);
    }

    static Measure money(long offset) {
        return new Measure(Unit.MICRO_USD, 1, 1, offset);
    }

    static Measure capacity() {
        return new Measure(Unit.MTOK, 1, PortfolioProblem.STEPS, 0);
    }

    /** {@return a side of a row in the limit's own unit, rounded down} */
    public long down(long side) {
        return Math.floorDiv(Math.multiplyExact(side, units), rows) + offset;
    }

    /** {@return a side of a row in the limit's own unit, rounded up} */
    public long up(long side) {
        return Rows.ceilDiv(Math.multiplyExact(side, units), rows) + offset;
    }

    /** {@return how far this many of the limit's own unit move a side of a row} */
    public long side(long own) {
        return Rows.ceilDiv(Math.multiplyExact(own, rows), units);
    }

    /**
     * {@return one step of relief in the limit's own unit: five points of share, one party, one percent of the money, five
     * percent of the capacity}
     *
     * @param right what the limit allows or asks, in its own unit
     */
    public long step(long right) {
        return switch (unit) {
            case PERCENT, LOT -> PortfolioProblem.STEP_PERCENT;
            case SUPPLIERS, CONTRACTS, ORIGINS, NONE -> 1;
            case MICRO_USD -> Math.max(1, Rows.ceilDiv(right, 100));
            case MTOK -> Math.max(1, Rows.ceilDiv(right, PortfolioProblem.STEPS));
        };
    }

    /** {@return an amount in words} */
    public String words(long own) {
        return switch (unit) {
            case PERCENT, LOT -> own + " %";
            case SUPPLIERS -> own == 1 ? "1 supplier" : own + " suppliers";
            case CONTRACTS -> own == 1 ? "1 contract" : own + " contracts";
            case ORIGINS -> own == 1 ? "1 origin" : own + " origins";
            case MICRO_USD -> usd(own);
            case MTOK -> String.format(java.util.Locale.ROOT, "%,d Mtok a month", own);
            case NONE -> Long.toString(own);
        };
    }

    /** {@return money in words, as fine as the amount is} */
    public static String usd(long micro) {
        var usd = java.math.BigDecimal.valueOf(micro, 6).stripTrailingZeros();
        return String.format(java.util.Locale.ROOT, "%,." + Math.max(0, usd.scale()) + "f USD a month", usd);
    }
}
