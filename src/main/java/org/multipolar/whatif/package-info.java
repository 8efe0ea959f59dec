/**
 * Answers what-ifs: the mix as things are beside the same mix held, failed over and planned anew under scenarios.
 *
 * <p>Decided: held shares are added up by {@link org.multipolar.portfolio.Tally} and not by a solver, because what is left of a
 * mix need not be a portfolio. The same sum over a whole mix must give the score its solver proved.
 *
 * <p>Decided: what several changes did together is told by asking for each of them alone and for all but each. A change that
 * matters in neither is named as one without effect.
 */
@NullMarked
package org.multipolar.whatif;

import org.jspecify.annotations.NullMarked;
