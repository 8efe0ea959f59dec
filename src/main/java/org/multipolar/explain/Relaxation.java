package org.multipolar.explain;

/** A way out of a clash: a member that is not locked, without which the others can hold. */
public record Relaxation(String limit, String owner, String what) {}
