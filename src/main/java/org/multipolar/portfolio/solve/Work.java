package org.multipolar.portfolio.solve;

import java.util.concurrent.atomic.AtomicLong;

/** How much a search may still do, counted in nodes and not by the clock, so that where it stops is always the same. */
final class Work {

    /** Thrown where the work has run out. */
    static final class Out extends RuntimeException {
        private static final long serialVersionUID = 1;

        Out() {
            super("The work ran out.", null, false, false);
        }
    }

    private final long limit;
    private final AtomicLong done = new AtomicLong();

    Work(long limit) {
        this.limit = limit;
    }

    void spend(long nodes) {
        if (done.addAndGet(nodes) > limit) {
            throw new Out();
        }
    }

    long done() {
        return done.get();
    }
}
