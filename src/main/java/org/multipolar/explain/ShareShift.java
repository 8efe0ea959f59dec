package org.multipolar.explain;

/** A share that differs between two mixes, in percent of its demand. */
public record ShareShift(String demand, String offer, String servingCountry, int from, int to) {}
