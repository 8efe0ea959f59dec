/**
 * The commands: one job each, no port opened, a document on standard output, an exit status that says how it went.
 *
 * <p>Exit status: 0 done, 1 the answer is negative, 2 bad input, 3 an internal fault.
 */
@NullMarked
package org.multipolar.cli;

import org.jspecify.annotations.NullMarked;
