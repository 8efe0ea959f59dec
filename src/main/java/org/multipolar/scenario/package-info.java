/**
 * Lays scenarios on a snapshot and a question: what comes out is another snapshot and question, asked like any other.
 *
 * <p>Decided: a scenario ends where a question begins. Nothing behind this room knows that there are scenarios but the losses
 * and bars that a question carries, so hold, fail over and re-plan are the same arithmetic as an answer.
 *
 * <p>Decided: the day comes first. Patches of the day move it, then every scenario either holds on that day or changes
 * nothing.
 */
@NullMarked
package org.multipolar.scenario;

import org.jspecify.annotations.NullMarked;
