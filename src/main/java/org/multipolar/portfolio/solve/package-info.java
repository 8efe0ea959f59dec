/**
 * Proves optima; the only package that knows OR-Tools.
 *
 * <p>Two ways. {@link org.multipolar.portfolio.solve.Decomposition} takes portfolios apart: {@link
 * org.multipolar.portfolio.solve.StructureReader} recognises demands and what joins them from the rows alone; {@link
 * org.multipolar.portfolio.solve.MixSearch} finds a demand's best mixes under given prices, exactly; {@link
 * org.multipolar.portfolio.solve.Master} finds prices of what demands share; {@link org.multipolar.portfolio.solve.Finish}
 * searches the best portfolio among all mixes near the bound, ties included. {@link org.multipolar.portfolio.solve.OrTools}
 * answers every other problem, says why nothing is feasible, and takes over where mixes near the bound are too many.
 *
 * <p>Decided: doubles only ever propose (prices of rows and caps, from GLOP); every bound is computed from them in whole
 * numbers, and every answer goes through the checker.
 *
 * <p>Decided: work is limited in nodes, and in CP-SAT's deterministic units with one worker and a fixed seed, never by the
 * clock, so that the same problem stops at the same place. SCIP only finds the general way a start; the answer does not
 * depend on it.
 *
 * <p>A certificate ({@link org.multipolar.portfolio.solve.Certifier}) is made on demand, by linear programs over the rows, and
 * checked by {@link org.multipolar.portfolio.CertificateChecker}, which shares nothing with this package.
 */
@NullMarked
package org.multipolar.portfolio.solve;

import org.jspecify.annotations.NullMarked;
