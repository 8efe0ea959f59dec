package org.multipolar.catalog;

/**
 * One indicator's value for one country, with unit, year, quality and source.
 *
 * @param unit a country or a bloc code
 * @param quality measured, derived or estimated
 */
public record Observation(
        String indicator,
        String unit,
        double value,
        String measuredIn,
        int year,
        String quality,
        String source,
        String note) {}
