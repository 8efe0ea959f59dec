/**
 * Buyers drawn by a seed, as large as real ones: for the race of solvers, and for tests that need many problems.
 *
 * <p>Decided: limits are set from two rough mixes, the best and the cheapest that a greedy hand would put together, and
 * never from an optimum: otherwise the instances would hang on the very solvers that race on them.
 */
@NullMarked
package org.multipolar.portfolio.drawn;

import org.jspecify.annotations.NullMarked;
