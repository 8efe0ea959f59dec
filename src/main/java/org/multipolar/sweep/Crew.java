package org.multipolar.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The threads of one piece of work: they take chunks in order and hand over what came of them. */
final class Crew implements AutoCloseable {

    private static final long LOOKS_UP_MILLIS = 50;

    /** What a thread hands over. */
    private interface Outcome {
        void tell(Results results);
    }

    private final WorkerFactory factory;
    private final Task task;
    private final Queue<Integer> open;
    private final BlockingQueue<Outcome> outcomes;
    private final List<Thread> threads = new ArrayList<>();
    private final int chunks;

    /** @param most threads, each with a worker of its own */
    Crew(WorkerFactory factory, Task task, SortedSet<Integer> chunks, int most) {
        this.factory = factory;
        this.task = task;
        this.chunks = chunks.size();
        this.open = new ConcurrentLinkedQueue<>(chunks);
        this.outcomes = new ArrayBlockingQueue<>(2 * most);
        for (int number = 1; number <= Math.min(most, this.chunks); number++) {
            var thread = new Thread(this::run, "sweep-" + number);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    /** Works, and tells what came of it, until all is told or nobody wants to know. */
    void tell(Results results, BooleanSupplier cancelled) {
        threads.forEach(Thread::start);
        try {
            for (int told = 0; told < chunks && !cancelled.getAsBoolean(); ) {
                var outcome = outcomes.poll(LOOKS_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (outcome != null) {
                    outcome.tell(results);
                    told++;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            workAll();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void workAll() throws InterruptedException {
        try (var worker = factory.worker(task)) {
            for (var chunk = open.poll(); chunk != null && !Thread.interrupted(); chunk = open.poll()) {
                int number = chunk;
                var result = worker.work(number);
                outcomes.put(results -> results.done(number, result));
            }
        } catch (RuntimeException failure) {
            outcomes.put(results -> {
                throw failure;
            });
        } catch (Error failure) {
            outcomes.put(results -> {
                throw failure;
            });
        }
    }

    /** Stops the threads and waits for what each has in hand, so that nothing works on behind the caller's back. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stopped) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
