package org.multipolar.portfolio;

import java.util.List;

/** The port to whatever proves optima. */
public interface Solver {

    /**
     * {@return the outcome; equal problems give equal outcomes}
     *
     * @param ties objectives to minimise in turn among the best, then the variables whose larger values come first
     */
    Outcome solve(Problem problem, Ties ties);

    /**
     * {@return values that satisfy every limit, whatever they score, or that there are none, without saying what clashes}
     *
     * <p>Where nothing holds this is asked hundreds of times before it is known why, so it must not look for the best.
     */
    default Outcome any(Problem problem) {
        return solve(problem, new Ties(List.of(), List.of()));
    }

    /** {@return the solver's name and version, for the record} */
    String name();
}
