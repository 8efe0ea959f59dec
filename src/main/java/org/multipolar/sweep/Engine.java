package org.multipolar.sweep;

import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/** Works out chunks, wherever it does so. */
public interface Engine extends AutoCloseable {

    /**
     * Tells each chunk's result exactly once, in any order, by the calling thread; returns when all are told, or soon after
     * {@code cancelled} says so, the thread is interrupted or the engine is closed: then what is not told yet is not told.
     *
     * @param chunks numbers that the task's workers know; may be empty
     * @throws RuntimeException what a worker threw, or what says so where it worked in another process
     */
    void work(Task task, SortedSet<Integer> chunks, Results results, BooleanSupplier cancelled);

    /** {@return how many workers would work at once, at this moment} */
    int workers();

    @Override
    void close();
}
