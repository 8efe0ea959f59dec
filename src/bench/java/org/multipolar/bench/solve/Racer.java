package org.multipolar.bench.solve;

import java.time.Duration;
import org.multipolar.portfolio.PortfolioProblem;

/** A solver in the race. */
interface Racer extends AutoCloseable {

    String name();

    /** {@return the version it states itself} */
    String version();

    /** {@return what it claims; remembers nothing of earlier laps} */
    Claim solve(PortfolioProblem portfolio, Duration limit);

    @Override
    default void close() {}
}
