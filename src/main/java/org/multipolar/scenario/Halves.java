package org.multipolar.scenario;

import java.math.BigInteger;

/** Whole quotients, halves rounded to the even side. */
final class Halves {

    static final long MILLION = 1_000_000;

    private Halves() {}

    /** {@return number times millionths over a million} */
    static long scaled(long number, long millionths) {
        return even(BigInteger.valueOf(number).multiply(BigInteger.valueOf(millionths)), BigInteger.valueOf(MILLION));
    }

    static long even(long product, long by) {
        return even(BigInteger.valueOf(product), BigInteger.valueOf(by));
    }

    private static long even(BigInteger product, BigInteger by) {
        return new java.math.BigDecimal(product)
                .divide(new java.math.BigDecimal(by), 0, java.math.RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
