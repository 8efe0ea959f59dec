/**
 * The race of the optimiser: ours and general solvers, on sixty problems drawn by seeds and on the shipped buyers.
 *
 * <p>Decided: a lap counts from the plain problem in memory to the proven answer, so stating the problem in a solver's own
 * form is in the time of everybody who runs in process. Programs get the exported file; starting them and reading it is
 * measured by itself and taken off. Ours also makes the answer unique, which nobody else does.
 *
 * <p>Decided: whoever needs four times as long as the fastest on an instance is stopped; that cannot change who is fastest
 * there. Whoever ran into the full limit is left out of the rest of its kind (size and tightness), so that the race stays
 * short. That can hide a win: on a later instance of the kind it might have been the fastest.
 */
@NullMarked
package org.multipolar.bench.solve;

import org.jspecify.annotations.NullMarked;
