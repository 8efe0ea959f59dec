package org.multipolar.explain;

/** What a mix costs a month, in micro-USD; tokens are rounded up per step. */
public record Cost(long tokensMicroUsd, long fixedMicroUsd, long exitMicroUsd, long totalMicroUsd) {}
