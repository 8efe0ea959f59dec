/** What a build hands out: its libraries, byte by byte, and the image. What ends in {@code Made} runs after packaging. */
@NullMarked
package org.multipolar.image;

import org.jspecify.annotations.NullMarked;
