/**
 * Why this mix and not another, told from the same run that found it.
 *
 * <p>Everything here is derived from the assessments, the problem and the outcome; nothing is computed anew elsewhere, so
 * the explanation cannot differ from the answer. The records are the answer's shapes: their component names are the keys
 * of the JSON.
 */
@NullMarked
package org.multipolar.explain;

import org.jspecify.annotations.NullMarked;
