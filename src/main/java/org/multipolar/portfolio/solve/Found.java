package org.multipolar.portfolio.solve;

/** A mix and what it is worth under the prices asked. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Found(byte[] steps, long worth) {}
