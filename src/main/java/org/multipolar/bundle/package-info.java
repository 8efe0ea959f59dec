/**
 * Reads profiles and rules from disk and makes one immutable snapshot of them.
 *
 * <p>The only package that touches files. Everything behind it gets bytes.
 */
@NullMarked
package org.multipolar.bundle;

import org.jspecify.annotations.NullMarked;
