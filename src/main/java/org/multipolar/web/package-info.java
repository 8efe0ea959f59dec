/**
 * The same answers over HTTP: JSON under {@code /api/v1}, pages for people at {@code /}.
 *
 * <p>{@link org.multipolar.web.Serving} reads profiles and rules once, before the port opens; {@link
 * org.multipolar.web.Answers} computes and remembers; the resources only translate.
 *
 * <p>Decided: bad profiles or rules stop the start with one message, because a program that serves half a world gives
 * wrong answers politely.
 *
 * <p>Decided: answers are written by the same mapper as the commands', because API and command line must give the same
 * bytes.
 *
 * <p>Decided: at most two questions are computed at once and eight wait; the next is told when to come back, because a
 * proof takes all of a core and a queue without end helps nobody.
 */
@NullMarked
package org.multipolar.web;

import org.jspecify.annotations.NullMarked;
