/**
 * The portfolio problem: which shares of which candidates, as whole numbers, so that every limit holds and none is better.
 *
 * <p>{@link org.multipolar.portfolio.ProblemBuilder} states it as rows over whole variables, each row belonging to a named
 * {@link org.multipolar.portfolio.Limit}; a {@link org.multipolar.portfolio.Solver} answers with an
 * {@link org.multipolar.portfolio.Outcome}; the {@link org.multipolar.portfolio.Checker} recomputes it in exact integers.
 *
 * <p>Decided: one linear problem over all demands, because caps, contracts and budget join them; what is quadratic (the
 * price of concentration) is exact on whole steps by tangent cuts.
 */
@NullMarked
package org.multipolar.portfolio;

import org.jspecify.annotations.NullMarked;
