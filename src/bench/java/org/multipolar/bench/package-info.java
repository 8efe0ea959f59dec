/**
 * The race: judging candidates by rules, ours, a hand-written loop and other engines, on one seeded generator.
 *
 * <p>Only the profile {@code bench} compiles this, and only that profile brings the other engines.
 *
 * <p>Decided: no JMH, because it runs one contestant after the other in processes of their own; on a machine that others
 * use too, only laps taken in turn (A B C, B C A, ...) meet the same weather.
 *
 * <p>Decided: every round has candidates that nobody saw before, no two of them alike in the eyes of the rules, because an
 * engine that remembers answers would otherwise be praised for repeats that the race itself made.
 */
@NullMarked
package org.multipolar.bench;

import org.jspecify.annotations.NullMarked;
