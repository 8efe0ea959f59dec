package org.multipolar.portfolio;

/** The port to whatever proves optima. */
public interface Solver {

    /**
     * {@return the outcome; equal problems give equal outcomes}
     *
     * @param ties objectives to minimise in turn among the best, then the variables whose larger values come first
     */
    Outcome solve(Problem problem, Ties ties);

    /** {@return the solver's name and version, for the record} */
    String name();
}
