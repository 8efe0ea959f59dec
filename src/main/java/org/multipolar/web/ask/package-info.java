/**
 * The question as a form: what was typed, row by row, and the profile that it comes to.
 *
 * <p>Everything typed is text, kept as it was typed until the readers of profiles judge it, so that a fault costs nobody their
 * work. What a profile says and the form does not show goes along unchanged in {@code more}.
 */
@NullMarked
package org.multipolar.web.ask;

import org.jspecify.annotations.NullMarked;
