package org.multipolar.catalog;

/** One model's score in one benchmark. */
public record TestScore(String model, String benchmark, double score, String asOf, String source, String note) {}
