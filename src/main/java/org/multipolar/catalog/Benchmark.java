package org.multipolar.catalog;

/**
 * A series of test scores.
 *
 * @param family series of one family are counted once
 * @param language BCP 47 code the test is taken in, or empty for a general one
 * @param vendor whether the maker of a tested model published it
 */
public record Benchmark(String name, String family, boolean higherIsBetter, String language, boolean vendor) {}
