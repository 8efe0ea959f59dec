package org.multipolar.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background for pages that look again until it is done, by what decides its result.
 *
 * <p>Safe for use by many threads.
 */
final class Begun<K, T> {

    private final Map<K, CompletableFuture<T>> begun = new LinkedHashMap<>();
    private final int mostWaiting;
    private final ExecutorService workers;

    Begun(String name, int atOnce, int mostWaiting) {
        this.mostWaiting = mostWaiting;
        this.workers = workers(name, atOnce);
    }

    /** {@return threads that end with the program and see its classes} */
    static ExecutorService workers(String name, int atOnce) {
        return Executors.newFixedThreadPool(atOnce, work -> {
            var thread = new Thread(work, name);
            thread.setContextClassLoader(Begun.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * {@return the result if it is known; else work begins, unless it has begun}
     *
     * <p>Work that failed is told once, by the exception it failed with, and may be begun again.
     *
     * @throws Busy where too much waits
     */
    CompletableFuture<T> begin(K inputs, Supplier<@Nullable T> known, Supplier<T> worked) {
        synchronized (begun) {
            var result = known.get();
            if (result != null) {
                begun.remove(inputs);
                return CompletableFuture.completedFuture(result);
            }
            var work = begun.get(inputs);
            if (work != null) {
                if (work.isDone()) {
                    begun.remove(inputs);
                }
                return work;
            }
            begun.values().removeIf(CompletableFuture::isDone);
            if (begun.size() >= mostWaiting) {
                throw new Busy();
            }
            work = CompletableFuture.supplyAsync(worked, workers);
            begun.put(inputs, work);
            return work;
        }
    }

    void stop() {
        workers.shutdownNow();
    }
}
