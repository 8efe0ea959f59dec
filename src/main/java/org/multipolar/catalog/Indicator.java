package org.multipolar.catalog;

/**
 * One measured quantity for countries, with its direction and how blocs aggregate it.
 *
 * @param enabler the enabler it feeds (capital, talent, ip, data, energy, compute)
 * @param core whether the default method uses it; the others are alternative series
 * @param absentMeansZero whether a country missing from the list has none of it (else it is unknown)
 * @param ownRow whether a bloc must use its own figure because its members overlap
 */
public record Indicator(
        String id,
        String enabler,
        String name,
        String unit,
        boolean higherIsBetter,
        boolean extensive,
        BlocAggregation blocAggregation,
        String definition,
        String preferredSource,
        boolean core,
        boolean absentMeansZero,
        boolean ownRow) {

    /** How a bloc's figure is made of its members' where it has none of its own. */
    public enum BlocAggregation {
        SUM,
        WEIGHTED,
        MIN,
        MAX
    }
}
