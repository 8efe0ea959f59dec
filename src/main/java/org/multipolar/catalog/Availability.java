package org.multipolar.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A dated statement that a supplier or an offer is or is not to be had in a country.
 *
 * @param place a country, or ZZ for every country
 * @param until last day on which the statement holds, or null while it does
 */
public record Availability(
        String supplier,
        String offer,
        String place,
        String status,
        String since,
        @Nullable String until,
        String source,
        String note) {}
