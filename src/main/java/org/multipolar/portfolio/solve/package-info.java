/**
 * Proves optima with OR-Tools; the only package that knows it.
 *
 * <p>Few rows join the demands, so the problem is taken apart ({@link org.multipolar.portfolio.solve.Blocks}): the joining
 * rows are priced with the relaxation's duals, each demand is solved exactly, and together they bound the whole. Candidates
 * that nothing near the bound can use fall away ({@link org.multipolar.portfolio.solve.Reduction}). CP-SAT, which computes
 * in whole numbers, proves the optimum over what is left, and breaks the ties.
 *
 * <p>Decided: the proof is CP-SAT's and the checker's, because solvers in doubles keep tolerances, and a score of a thousand
 * million whose runner-up is one point away is no place for them. SCIP only finds a start; the answer does not depend on
 * it, so its clock may be limited without making answers vary.
 *
 * <p>Decided: one worker and a fixed seed for CP-SAT, and work limited in its deterministic units, never by the clock.
 */
@NullMarked
package org.multipolar.portfolio.solve;

import org.jspecify.annotations.NullMarked;
