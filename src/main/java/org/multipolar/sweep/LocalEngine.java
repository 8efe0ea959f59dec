package org.multipolar.sweep;

import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/** Works out chunks on threads of this process, a worker for each. */
public final class LocalEngine implements Engine {

    private final WorkerFactory factory;
    private final int threads;
    private volatile boolean closed;

    /** @param threads how many workers work at once, from 1 */
    public LocalEngine(WorkerFactory factory, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    """
                    An engine of %d threads works nothing out.
                    Maybe it should have 1."""
                            .formatted(threads));
        }
        this.factory = factory;
        this.threads = threads;
    }

    @Override
    public void work(Task task, SortedSet<Integer> chunks, Results results, BooleanSupplier cancelled) {
        try (var crew = new Crew(factory, task, chunks, threads)) {
            crew.tell(results, () -> closed || cancelled.getAsBoolean());
        }
    }

    @Override
    public int workers() {
        return threads;
    }

    @Override
    public void close() {
        closed = true;
    }
}
