package org.multipolar.rulebook;

import java.util.Arrays;

/** What a case answers to every question of a {@link Questionnaire}, a bit each. */
final class Answers {

    private final long[] bits;

    Answers(long[] bits) {
        this.bits = bits;
    }

    /** {@return the bits themselves, which nobody changes} */
    long[] bits() {
        return bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && Arrays.equals(bits, answers.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
