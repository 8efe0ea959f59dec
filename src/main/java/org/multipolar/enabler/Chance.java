package org.multipolar.enabler;

import java.util.SplittableRandom;

/**
 * The chance of one factor in one row of the design: always the same for the same seed, factor and row, whatever thread
 * asks, in whatever order, and whatever else is in the set.
 */
public final class Chance {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final long key;

    public Chance(long seed, String factor, int row) {
        this.key = mix(mix(mix(seed) + ODD * factor.hashCode()) + ODD * row);
    }

    /** {@return chance for one part of the factor, such as one indicator} */
    public SplittableRandom of(String part) {
        return new SplittableRandom(key(part));
    }

    /** {@return a key for one part, from which {@link #bits} draws for its units} */
    long key(String part) {
        return mix(key + ODD * part.hashCode());
    }

    /** {@return 64 even bits for one unit of a part} */
    static long bits(long partKey, int unitHash) {
        return mix(partKey + ODD * unitHash);
    }

    /** {@return one of several, each as likely} */
    int among(int many) {
        return of("").nextInt(many);
    }

    /** The finisher of SplitMix64: every bit of the input moves half of the output's. */
    private static long mix(long value) {
        long mixed = value + ODD;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
