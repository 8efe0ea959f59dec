/**
 * The heart: one question in, one recommendation out.
 *
 * <p>{@link org.multipolar.advice.Advisor} is the file to open first. It scores, judges, solves and explains, each once and
 * in this order, over a {@link org.multipolar.advice.Snapshot} that never changes.
 */
@NullMarked
package org.multipolar.advice;

import org.jspecify.annotations.NullMarked;
