package org.multipolar.bench;

/** How many candidates are judged by how many rules. */
record Size(int candidates, int rules) {

    /** {@return the time that one rule costs on one candidate} */
    double nanosPerQuestion(long nanos) {
        return (double) nanos / candidates / rules;
    }
}
