/**
 * Reads profiles and rules from disk, makes one immutable snapshot of them, and takes later changes in one step.
 *
 * <p>The only package that touches files. Everything behind it gets bytes.
 */
@NullMarked
package org.multipolar.bundle;

import org.jspecify.annotations.NullMarked;
