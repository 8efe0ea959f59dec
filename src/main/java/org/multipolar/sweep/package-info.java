/**
 * Many possible futures of one question: what is worked out chunk by chunk, wherever there is a processor to do it.
 *
 * <p>A {@link Task} is all that a process needs, as bytes; a {@link ChunkWorker} turns the number of a chunk into bytes; an
 * {@link Engine} says where that happens: on threads here ({@link LocalEngine}) or in several processes. The same task and chunk
 * give the same bytes everywhere, so it makes no difference who worked a chunk out, or whether it was worked out twice.
 */
@NullMarked
package org.multipolar.sweep;

import org.jspecify.annotations.NullMarked;
