package org.multipolar.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.LongStream;

/**
 * How whole figures lie, in their own unit. All of it rests on exact sums, so the order in which they came makes no difference.
 *
 * @param count how many there are; with none all else is 0
 * @param mean rounded to the nearest
 * @param meanLow the mean less 1.96 standard errors, rounded: where 95 of 100 such sweeps would have theirs
 * @param meanHigh likewise above
 * @param p5 five of a hundred lie at or below
 */
public record Distribution(
        int count, long mean, long meanLow, long meanHigh, long least, long p5, long median, long p95, long most) {

    private static final Distribution NONE = new Distribution(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final BigDecimal WIDTH = new BigDecimal("1.96");
    private static final MathContext DIGITS = new MathContext(40);

    static Distribution of(LongStream figures) {
        long[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            return NONE;
        }
        var sum = BigInteger.ZERO;
        var squares = BigInteger.ZERO;
        for (long each : sorted) {
            var big = BigInteger.valueOf(each);
            sum = sum.add(big);
            squares = squares.add(big.multiply(big));
        }
        var many = BigDecimal.valueOf(sorted.length);
        var mean = new BigDecimal(sum).divide(many, DIGITS);
        var half = WIDTH.multiply(error(sum, squares, sorted.length), DIGITS);
        return new Distribution(
                sorted.length,
                rounded(mean),
                rounded(mean.subtract(half)),
                rounded(mean.add(half)),
                sorted[0],
                at(sorted, 5),
                at(sorted, 50),
                at(sorted, 95),
                sorted[sorted.length - 1]);
    }

    /** {@return the same with the interval of its mean kept to what such a figure can be} */
    Distribution within(long from, long to) {
        return new Distribution(
                count, mean, Math.max(from, meanLow), Math.min(to, meanHigh), least, p5, median, p95, most);
    }

    /** Standard error of the mean; of a single figure nothing is known, so none. */
    private static BigDecimal error(BigInteger sum, BigInteger squares, int many) {
        if (many < 2) {
            return BigDecimal.ZERO;
        }
        var n = BigInteger.valueOf(many);
        var spread = n.multiply(squares).subtract(sum.multiply(sum));
        var under = n.multiply(n).multiply(n.subtract(BigInteger.ONE));
        return new BigDecimal(spread).divide(new BigDecimal(under), DIGITS).sqrt(DIGITS);
    }

    /** The smallest figure that so many of a hundred lie at or below. */
    private static long at(long[] sorted, int percent) {
        int rank = (int) (((long) percent * sorted.length + 99) / 100);
        return sorted[Math.max(1, rank) - 1];
    }

    private static long rounded(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
