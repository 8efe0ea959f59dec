package org.multipolar.explain;

/**
 * The smallest change that brings a candidate in, tried by solving again.
 *
 * @param kind price, quality, evidence, place, rule, need or limit
 * @param from what is: micro-USD per Mtok, ten-thousandths of suitability, a place; empty where there is nothing to compare
 * @param to what it would have to be
 * @param confirmed whether the best mix with this change, and nothing else, buys it
 * @param share percent of the demand it then gets
 */
public record Flip(String kind, String from, String to, boolean confirmed, int share) {}
