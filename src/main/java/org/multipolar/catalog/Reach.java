package org.multipolar.catalog;

/**
 * Whether an operator sells to customers of a country.
 *
 * @param place a country, or a group such as EU27
 * @param scope empty for the operator in general, {@code host:ID} or {@code supplier:ID} for a narrower statement
 */
public record Reach(String operator, String place, String status, String scope, String source, String note) {}
