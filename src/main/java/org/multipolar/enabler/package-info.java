/**
 * Six enablers of every country, and what they make of a country's supply strength.
 *
 * <p>Start at {@link org.multipolar.enabler.Scorer}: it takes the world and a {@link org.multipolar.enabler.Method} and
 * gives an {@link org.multipolar.enabler.Index}. On the way an observation becomes a {@link
 * org.multipolar.enabler.Figure} (a bloc's own, or made of its members'), a figure becomes a score against the {@link
 * org.multipolar.enabler.Yardstick} of its indicator, scores become enablers, and enablers become strength in making and
 * in serving models.
 *
 * <p>Decided: the reference set is the countries of the file, without blocs, because a union of 27 would otherwise set the
 * best value for everybody; a bloc that exceeds every country is clamped to 1.
 *
 * <p>Decided: a bloc whose members overlap (a paper with authors in two of them) is scored by its own row or not at all,
 * because a sum would count twice; where only some members have a figure, the sum is used and marked partial.
 *
 * <p>Decided: ranks count a bloc as one and leave its members out, because two rows for the same supply would push the
 * rest down; members keep their scores.
 *
 * <p>Decided: an enabler without any figure is unknown. The overall mean leaves it out, as the published one does, and
 * says how many enablers it rests on; strength in making or serving, which suppliers are weighed by, is then unknown,
 * because a country whose power price and capacity nobody knows must not come out as the best place to serve from.
 */
@NullMarked
package org.multipolar.enabler;

import org.jspecify.annotations.NullMarked;
