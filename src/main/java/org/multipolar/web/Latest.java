package org.multipolar.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background of which the newest is done first and the oldest waiting is dropped: whoever moves a slider wants to
 * know where it is, not where it was. Safe for use by many threads.
 *
 * <p>Who still waits for work that was dropped asks again, and it is the newest then.
 */
final class Latest<K, T> {

    private record Work<K, T>(K key, Supplier<T> doing, CompletableFuture<T> result) {}

    private final int mostWaiting;
    private final int mostKept;
    private final ExecutorService workers;
    private final Deque<Work<K, T>> waiting = new ArrayDeque<>();
    private final Map<K, Work<K, T>> begun = new HashMap<>();
    private final Map<K, T> kept = new LinkedHashMap<>(16, 0.75f, true);

    Latest(String name, int atOnce, int mostWaiting, int mostKept) {
        this.mostWaiting = mostWaiting;
        this.mostKept = mostKept;
        this.workers = Begun.workers(name, atOnce);
    }

    /**
     * {@return the result if it is known; else work begins, unless it has begun}
     *
     * <p>A result that is cancelled was dropped. Work that failed may be begun again.
     */
    synchronized CompletableFuture<T> begin(K key, Supplier<T> doing) {
        var known = kept.get(key);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        var before = begun.get(key);
        if (before != null) {
            if (waiting.remove(before)) {
                waiting.addFirst(before);
            }
            return before.result();
        }
        var work = new Work<>(key, doing, new CompletableFuture<T>());
        begun.put(key, work);
        waiting.addFirst(work);
        if (waiting.size() > mostWaiting) {
            var oldest = waiting.removeLast();
            begun.remove(oldest.key());
            oldest.result().cancel(false);
        }
        workers.execute(this::next);
        return work.result();
    }

    private void next() {
        var work = newest();
        if (work == null) {
            return; // what this turn was for has been dropped
        }
        try {
            var result = work.doing().get();
            ended(work, result);
            work.result().complete(result);
        } catch (RuntimeException | Error failure) {
            ended(work, null);
            work.result().completeExceptionally(failure);
        }
    }

    private synchronized @Nullable Work<K, T> newest() {
        return waiting.pollFirst();
    }

    private synchronized void ended(Work<K, T> work, @Nullable T result) {
        begun.remove(work.key());
        if (result != null) {
            kept.put(work.key(), result);
            if (kept.size() > mostKept) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    void stop() {
        workers.shutdownNow();
    }
}
