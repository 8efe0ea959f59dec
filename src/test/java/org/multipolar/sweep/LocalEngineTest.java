package org.multipolar.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LocalEngineTest {

    private static final Task TASK = Task.of(Map.of("word", text("sweep")));

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    private static Blob text(String text) {
        return Blob.of(text.getBytes(UTF_8));
    }

    private static SortedSet<Integer> chunks(int many) {
        return new TreeSet<>(IntStream.range(0, many).boxed().toList());
    }

    private WorkerFactory worker(IntFunction<Blob> work) {
        return task -> {
            made.incrementAndGet();
            open.incrementAndGet();
            return new ChunkWorker() {
                @Override
                public Blob work(int chunk) {
                    return work.apply(chunk);
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void each_chunk_is_told_once_by_the_thread_that_asked(int threads) {
        var told = new TreeMap<Integer, List<Blob>>();
        Set<Thread> tellers = ConcurrentHashMap.newKeySet();
        try (var engine = new LocalEngine(worker(chunk -> text("r" + chunk)), threads)) {
            engine.work(
                    TASK,
                    chunks(50),
                    (chunk, result) -> {
                        tellers.add(Thread.currentThread());
                        told.computeIfAbsent(chunk, key -> new ArrayList<>()).add(result);
                    },
                    () -> false);
        }
        assertThat(told.keySet()).isEqualTo(chunks(50));
        told.forEach((chunk, results) -> assertThat(results).containsExactly(text("r" + chunk)));
        assertThat(tellers).containsExactly(Thread.currentThread());
        assertThat(made.get()).isEqualTo(threads);
        assertThat(open.get()).isZero();
    }

    @Test
    void threads_work_at_the_same_time() {
        var together = new CountDownLatch(3);
        var engine = new LocalEngine(
                worker(chunk -> {
                    together.countDown();
                    try {
                        together.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    return text("");
                }),
                3);
        var told = new TreeSet<Integer>();
        engine.work(TASK, chunks(3), (chunk, result) -> told.add(chunk), () -> false);
        assertThat(told).isEqualTo(chunks(3));
    }

    @Test
    void what_a_worker_throws_ends_all_and_reaches_who_asked() {
        var told = new TreeSet<Integer>();
        var fault = new IllegalStateException("chunk 3 has no future");
        var engine = new LocalEngine(
                worker(chunk -> {
                    if (chunk == 3) {
                        throw fault;
                    }
                    return text("");
                }),
                2);
        assertThatThrownBy(() -> engine.work(TASK, chunks(1_000_000), (chunk, result) -> told.add(chunk), () -> false))
                .isSameAs(fault);
        assertThat(told).doesNotContain(3).hasSizeLessThan(1_000_000);
        assertThat(open.get()).isZero();
    }

    @Test
    void an_error_of_the_machine_reaches_who_asked_too() {
        var engine = new LocalEngine(
                task -> {
                    throw new StackOverflowError("deep");
                },
                2);
        assertThatThrownBy(() -> engine.work(TASK, chunks(2), (chunk, result) -> {}, () -> false))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("deep");
    }

    @Test
    void it_stops_when_nobody_wants_to_know_and_leaves_nothing_running() {
        var told = new TreeSet<Integer>();
        var engine = new LocalEngine(worker(chunk -> text("")), 2);
        engine.work(TASK, chunks(1_000_000), (chunk, result) -> told.add(chunk), () -> told.size() == 10);
        assertThat(told).hasSize(10);
        assertThat(open.get()).isZero();
    }

    @Test
    void a_closed_engine_works_nothing_out() {
        var told = new TreeSet<Integer>();
        var engine = new LocalEngine(worker(chunk -> text("")), 2);
        engine.close();
        engine.work(TASK, chunks(5), (chunk, result) -> told.add(chunk), () -> false);
        assertThat(told).isEmpty();
    }

    @Test
    void no_chunk_is_no_work() {
        new LocalEngine(worker(chunk -> text("")), 2).work(TASK, chunks(0), (chunk, result) -> {}, () -> false);
        assertThat(made.get()).isZero();
    }

    @Test
    void a_task_is_named_by_its_parts_whatever_their_order_and_a_damaged_one_is_refused() {
        var first = Task.of(Map.of("a", text("1"), "b", text("2")));
        assertThat(first).isEqualTo(Task.of(new TreeMap<>(Map.of("b", text("2"), "a", text("1")))));
        assertThat(first.id())
                .isNotEqualTo(Task.of(Map.of("a", text("2"), "b", text("1"))).id());
        assertThatThrownBy(() -> new Task(first.id(), Map.of("a", text("1"))))
                .hasMessageContaining(first.id())
                .hasMessageContaining("Maybe parts of it were lost");
    }

    @Test
    void a_blob_does_not_change() {
        var bytes = new byte[] {1, 2};
        var blob = Blob.of(bytes);
        bytes[0] = 9;
        blob.bytes()[1] = 9;
        assertThat(blob).isEqualTo(Blob.of(new byte[] {1, 2}));
    }
}
