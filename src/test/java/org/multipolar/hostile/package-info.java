/** What others write is read or refused, and nothing else comes of it. */
@NullMarked
package org.multipolar.hostile;

import org.jspecify.annotations.NullMarked;
