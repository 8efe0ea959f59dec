package org.multipolar.whatif;

/**
 * A number of a question that whoever asks may move: what a criterion counts for, or where a limit stands.
 *
 * @param id as addresses name it
 * @param of the criterion, the kind of loss or the limit's own id; empty where the kind says it all
 * @param why a limit in the words of who wrote it; empty where the kind says it all
 * @param at where it stands now
 * @param step between two values that a slider offers; any whole number between the ends may be asked for
 */
public record Lever(String id, Kind kind, String of, String why, Unit unit, long at, long least, long most, long step) {

    /** What is moved. */
    public enum Kind {
        WEIGHT,
        CONCENTRATION,
        RETAINED,
        LOT,
        FEWEST_SUPPLIERS,
        MOST_SUPPLIERS,
        LANGUAGE_SUPPLIERS,
        /** A limit of the buyer or the question that bounds from above. */
        CAP,
        /** One that bounds from below. */
        FLOOR;

        /** {@return whether it weighs; all others bound} */
        public boolean weighs() {
            return this == WEIGHT || this == CONCENTRATION;
        }
    }

    /** What its number counts. */
    public enum Unit {
        PERCENT,
        /** Ten-thousandths of a score. */
        POINTS,
        /** Suppliers or contracts. */
        COUNT,
        /** Whole dollars. */
        USD
    }

    boolean within(long value) {
        return value >= least && value <= most && (kind != Kind.LOT || value % step == 0);
    }
}
