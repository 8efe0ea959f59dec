/**
 * Proves optima with OR-Tools; the only package that knows it.
 *
 * <p>Three steps. CBC finds a good portfolio fast. The duals of the linear relaxation, taken as whole multiples of a small
 * fraction, give a bound that holds exactly, and with it most candidates are proven useless ({@link
 * org.multipolar.portfolio.solve.Reduction}). CP-SAT, which computes in whole numbers, proves the optimum of what is left
 * and breaks the ties.
 *
 * <p>Decided: CBC alone would be fast, but it computes in doubles with tolerances, and a score of a thousand million whose
 * runner-up is one point away is no place for tolerances. What CBC finds only ever serves as a start; the answer does not
 * depend on it, so its clock may be limited without making answers vary.
 *
 * <p>Decided: one worker and a fixed seed for CP-SAT, and work limited in its deterministic units, never by the clock.
 */
@NullMarked
package org.multipolar.portfolio.solve;

import org.jspecify.annotations.NullMarked;
