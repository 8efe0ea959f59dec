package org.multipolar.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.multipolar.cluster.Peers.until;

import com.hazelcast.config.MapConfig;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.sweep.Blob;
import org.multipolar.sweep.Engine;
import org.multipolar.sweep.LocalEngine;
import org.multipolar.sweep.Task;

/** One coordinator here, other members as processes of their own; each test takes as many as it needs. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTest {

    private static final int SHORT = 30_000;
    private static final int LONG = 300_000;

    private final Peers peers;
    private final Membership own;
    private final HazelcastEngine engine;
    private final Map<Integer, Blob> expected = alone(LONG, 60);

    ClusterTest(@TempDir Path folder) {
        Members.factory(new Toy());
        peers = new Peers(folder);
        own = peers.membership(peers.cluster, 1);
        engine = HazelcastEngine.join(own);
    }

    @AfterAll
    void end() {
        engine.close();
        peers.close();
    }

    private void grow(int members) {
        for (int there = peers.alive().size() + 1; there < members; there++) {
            peers.start(1);
        }
        until(members + " members", () -> engine.members() >= members);
    }

    private static Map<Integer, Blob> work(Engine engine, Task task, SortedSet<Integer> chunks) {
        return work(engine, task, chunks, told -> {}, () -> false);
    }

    private interface Watcher {
        void told(int many);
    }

    private static Map<Integer, Blob> work(
            Engine engine, Task task, SortedSet<Integer> chunks, Watcher watcher, BooleanSupplier cancelled) {
        var told = new TreeMap<Integer, Blob>();
        engine.work(
                task,
                chunks,
                (chunk, result) -> {
                    assertThat(told.put(chunk, result)).as("told before").isNull();
                    watcher.told(told.size());
                },
                cancelled);
        return told;
    }

    private static Map<Integer, Blob> alone(int rounds, int chunks) {
        return work(new LocalEngine(new Toy(), 2), Toy.task(rounds), Toy.chunks(chunks));
    }

    private void nothingIsLeft() {
        until(
                "no map or running job is left",
                () -> engine.hazelcast().getDistributedObjects().stream()
                                .noneMatch(map -> map.getName().startsWith(Names.PREFIX))
                        && engine.hazelcast().getJet().getJobs().stream()
                                .allMatch(job -> job.getStatus().isTerminal()));
    }

    @Test
    void one_two_and_four_members_give_the_same_bytes() {
        var same = alone(SHORT, 40);
        try (var lonely = HazelcastEngine.join(peers.membership("lonely-" + peers.cluster, 2))) {
            assertThat(lonely.workers()).isEqualTo(2);
            assertThat(work(lonely, Toy.task(SHORT), Toy.chunks(40))).isEqualTo(same);
        }
        grow(2);
        assertThat(work(engine, Toy.task(SHORT), Toy.chunks(40))).isEqualTo(same);
        grow(4);
        assertThat(engine.workers()).isGreaterThanOrEqualTo(4);
        assertThat(work(engine, Toy.task(SHORT), Toy.chunks(40))).isEqualTo(same);
        nothingIsLeft();
    }

    @Test
    void a_member_that_is_killed_takes_no_result_with_it_and_none_is_told_twice() {
        grow(3);
        var victim = peers.alive().get(0);
        var told = work(
                engine,
                Toy.task(LONG),
                Toy.chunks(60),
                many -> {
                    if (many == 5) {
                        victim.kill();
                    }
                },
                () -> false);
        assertThat(told).isEqualTo(expected);
        nothingIsLeft();
    }

    @Test
    void when_the_coordinator_is_killed_the_others_live_and_another_one_finishes() {
        grow(2);
        int before = engine.members();
        var coordinator = peers.start(1, LONG, 60);
        until("some is told", () -> coordinator.lines("told ").size() >= 5);
        coordinator.kill();
        var missing = new TreeSet<>(Toy.chunks(60));
        coordinator.lines("told ").forEach(line -> missing.remove(Integer.valueOf(line.substring(5))));
        assertThat(missing).isNotEmpty();
        var rest = new TreeMap<>(expected);
        rest.keySet().retainAll(missing);
        assertThat(work(engine, Toy.task(LONG), missing)).isEqualTo(rest);
        until("the lost one is missed", () -> engine.members() == before);
        nothingIsLeft();
    }

    @Test
    void what_a_worker_says_when_it_fails_reaches_who_asked_and_ends_the_work() {
        grow(2);
        var told = new TreeSet<Integer>();
        assertThatThrownBy(() -> engine.work(
                        Toy.broken(LONG, 7), Toy.chunks(10_000), (chunk, result) -> told.add(chunk), () -> false))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("Chunk 7 failed at ")
                .hasMessageContaining("no future is like 7");
        assertThat(told).doesNotContain(7).hasSizeLessThan(10_000);
        nothingIsLeft();
    }

    @Test
    void cancelled_work_ends_and_the_members_are_free_for_other_work() {
        grow(2);
        var enough = new AtomicBoolean();
        var told = work(engine, Toy.task(LONG), Toy.chunks(100_000), many -> enough.set(many >= 5), enough::get);
        // What had arrived when it was cancelled may still be told.
        assertThat(told.size()).isBetween(5, 5 + 64);
        nothingIsLeft();
        assertThat(work(engine, Toy.task(SHORT), Toy.chunks(4))).isEqualTo(alone(SHORT, 4));
    }

    @Test
    void a_process_that_is_asked_to_end_hands_over_what_only_it_holds() {
        grow(2);
        int before = engine.members();
        var leaving = peers.start(1);
        until("it has joined", () -> !leaving.lines("joined").isEmpty() && engine.members() == before + 1);
        var hazelcast = engine.hazelcast();
        hazelcast.getConfig().addMapConfig(new MapConfig("single").setBackupCount(0));
        var map = hazelcast.<Integer, Integer>getMap("single");
        Toy.chunks(1_000).forEach(number -> map.set(number, number));
        leaving.process().destroy();
        until("it has ended", () -> !leaving.process().isAlive());
        until("it is no member", () -> engine.members() == before);
        assertThat(map.keySet()).isEqualTo(Toy.chunks(1_000));
        map.destroy();
    }

    @Test
    void a_stranger_who_knows_every_address_but_not_the_name_does_not_join() {
        int before = engine.members();
        try (var stranger = HazelcastEngine.join(peers.membership("another-name", 1))) {
            assertThat(stranger.members()).isEqualTo(1);
            assertThat(engine.members()).isEqualTo(before);
        }
    }

    @Test
    void an_object_that_no_member_needs_is_refused() {
        var map = engine.hazelcast().<Integer, Object>getMap("objects");
        map.set(1, new Timestamp(0));
        assertThatThrownBy(() -> map.get(1))
                .isInstanceOf(HazelcastSerializationException.class)
                .hasStackTraceContaining("java.sql.Timestamp");
        map.destroy();
    }

    @Test
    void it_listens_on_the_named_interface_only() throws Exception {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), own.port()), 10_000);
        }
        try (var socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress("127.0.0.2", own.port()), 10_000))
                    .isInstanceOf(ConnectException.class);
        }
    }
}
