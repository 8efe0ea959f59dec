package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.Shipped;
import org.multipolar.advice.Judgements;
import org.multipolar.bundle.Bundle;
import org.multipolar.bundle.SweepTask;
import org.multipolar.bundle.SweepWorkers;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.sweep.Choosing;
import org.multipolar.sweep.Engine;
import org.multipolar.sweep.LocalEngine;
import org.multipolar.sweep.Results;
import org.multipolar.sweep.Sweep;
import org.multipolar.sweep.Task;
import org.multipolar.web.SweepTable.Row;

/** What a stop, a crash or another process leaves of a sweep is taken up, and comes to the same bytes. */
class SweepRunTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String PLAN =
            """
            id: long
            draws: 80
            scenarios:
              - {id: us, patch: {event: {bar: {origin: US}, why: a try}}, likelihood: 0.3, why: a try}
            noise: {weights: 0.2}
            """;

    private static final SweepTask.Asked ASKED = new SweepTask.Asked(
            SmallBuyer.json().getBytes(UTF_8), LocalDate.parse("2026-11-21"), null, PLAN.getBytes(UTF_8), null, null);

    private final Path folder;

    SweepRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A store and who works on it; everything else comes from there. */
    private static final class House implements AutoCloseable {

        final Records records;
        final Clock clock;
        final Row row;

        House(Path folder, Instant now) {
            this(folder, Clock.fixed(now, ZoneOffset.UTC));
        }

        House(Path folder, Clock clock) {
            this.clock = clock;
            records = new Records(
                    folder.resolve("store").toString(), Optional.empty(), Optional.empty(), Optional.empty(), clock);
            records.start(new io.quarkus.runtime.StartupEvent());
            var bundle = Bundle.unsigned(Shipped.snapshot(), Shipped.profiles(), Shipped.rules());
            row = table().start(Sweeps.row(records, bundle, "small", ASKED, "ann", NOW.toEpochMilli()));
        }

        SweepTable table() {
            return new SweepTable(records.database());
        }

        Row now() {
            return Objects.requireNonNull(table().find(row.id()));
        }

        SweepRun run(String holder) {
            return new SweepRun(now(), table(), records, clock, holder);
        }

        String report() {
            return new String(Objects.requireNonNull(records.journal().content(now().report())), UTF_8);
        }

        @Override
        public void close() {
            records.stop();
        }
    }

    /** Counts chunks as they are told, and does something after each. */
    private static final class Counted implements Engine {

        private final SweepWorkers workers = new SweepWorkers(Decomposition::forSweeps);
        private final LocalEngine within = new LocalEngine(workers, 1);
        private final Runnable after;
        final TreeSet<Integer> told = new TreeSet<>();

        Counted(Runnable after) {
            this.after = after;
        }

        @Override
        public void work(Task task, SortedSet<Integer> chunks, Results results, BooleanSupplier cancelled) {
            within.work(
                    task,
                    chunks,
                    (chunk, result) -> {
                        results.done(chunk, result);
                        assertThat(told.add(chunk)).isTrue();
                        after.run();
                    },
                    cancelled);
        }

        @Override
        public int workers() {
            return 1;
        }

        @Override
        public void close() {
            within.close();
        }
    }

    /** {@return the report, worked out in one go by the core alone} */
    private static String whole() {
        var stated = SweepTask.stated(Shipped.profiles(), Shipped.rules(), ASKED);
        var read = SweepTask.read(stated, Shipped.snapshot());
        var solver = Decomposition.usual();
        var chosen = new Choosing(read.snapshot(), read.question(), solver, new Judgements(), () -> {}).of(read.plan());
        var task = SweepTask.with(stated, read.program(solver.name()), chosen.mixes());
        var sweep = new Sweep(read.snapshot(), read.question(), read.plan(), chosen, solver.name());
        new LocalEngine(new SweepWorkers(Decomposition::forSweeps), 2)
                .work(task, sweep.missing(), sweep::take, () -> false);
        return Json.pretty(sweep.report());
    }

    private static void work(SweepRun run, Counted engine, BooleanSupplier ending) {
        run.work(engine, engine.workers, ending);
    }

    @Test
    void what_a_stop_leaves_is_taken_up_at_the_next_start() {
        var before = new Counted(() -> {});
        try (var house = new House(folder, NOW)) {
            work(house.run("first"), before, () -> before.told.size() >= 4);
            assertThat(house.now().state()).isEqualTo(SweepTable.RUNNING);
            assertThat(house.table().chunks(house.row.id()).keySet()).isEqualTo(before.told);
        }
        assertThat(before.told.size()).isBetween(4, 8);

        var after = new Counted(() -> {});
        try (var house = new House(folder, NOW)) {
            work(house.run("second"), after, () -> false);

            assertThat(house.now().state()).isEqualTo(SweepTable.DONE);
            assertThat(after.told).isNotEmpty().doesNotContainAnyElementsOf(before.told);
            assertThat(house.report()).isEqualTo(whole());
            assertThat(house.table().chunks(house.row.id())).isEmpty();
        }
    }

    @Test
    void what_another_process_holds_is_left_to_it_until_it_is_silent_for_a_minute() {
        try (var house = new House(folder, NOW)) {
            house.table().hold(house.row.id(), "other", NOW.toEpochMilli(), NOW.toEpochMilli() + 60_000);
            var none = new Counted(() -> {});
            work(house.run("second"), none, () -> false);
            assertThat(none.told).isEmpty();
        }
        try (var house = new House(folder, NOW.plusSeconds(61))) {
            work(house.run("second"), new Counted(() -> {}), () -> false);
            assertThat(house.now().state()).isEqualTo(SweepTable.DONE);
        }
    }

    @Test
    void whoever_lost_a_sweep_to_another_process_stops_and_does_not_end_it() {
        try (var house = new House(folder, new Hurried())) {
            var later = NOW.plusSeconds(10_000).toEpochMilli();
            var slow = new Counted(() -> house.table().hold(house.row.id(), "other", later, later + 60_000));
            work(house.run("first"), slow, () -> false);

            assertThat(house.now().state()).isEqualTo(SweepTable.RUNNING);
            assertThat(house.now().report()).isEmpty();
            assertThat(house.table().hold(house.row.id(), "third", later, later + 60_000))
                    .as("the other one still holds it")
                    .isFalse();
        }
    }

    @Test
    void a_part_is_reported_after_a_cancel_and_is_no_end_for_who_takes_it_up() {
        try (var house = new House(folder, NOW)) {
            var id = house.row.id();
            var run = house.run("first");
            var part = new Counted(() -> {
                house.table().cancel(id);
                run.cancel();
            });
            work(run, part, () -> false);
            assertThat(house.now().state()).isEqualTo(SweepTable.CANCELLED);
            assertThat(house.report()).contains("\"state\" : \"partial\"");

            assertThat(house.table().start(house.row).state()).isEqualTo(SweepTable.WAITING);
            var rest = new Counted(() -> {});
            work(house.run("first"), rest, () -> false);
            assertThat(rest.told).isNotEmpty().doesNotContainAnyElementsOf(part.told);
            assertThat(house.report()).isEqualTo(whole());
        }
    }

    @Test
    void a_killed_process_leaves_what_it_kept() throws Exception {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName(),
                        folder.toString())
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!Files.readString(said).contains("kept\n")) {
                assertThat(System.nanoTime())
                        .as(Files.readString(folder.resolve("errors")))
                        .isLessThan(end);
                Thread.sleep(20);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (var house = new House(folder, NOW)) {
            assertThat(house.now().state()).isEqualTo(SweepTable.RUNNING);
            var kept = house.table().chunks(house.row.id()).keySet();
            assertThat(kept).isNotEmpty();
            house.table().release(null);
            var rest = new Counted(() -> {});
            work(house.run("second"), rest, () -> false);
            assertThat(rest.told).isNotEmpty().doesNotContainAnyElementsOf(kept);
            assertThat(house.report()).isEqualTo(whole());
        }
    }

    /** Works at a sweep, and stands still in the middle of it once it says that something is kept. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) {
            var house = new House(Path.of(arguments[0]), new Hurried());
            var told = new AtomicInteger();
            var engine = new Counted(() -> {
                if (told.incrementAndGet() == 3) {
                    System.out.println("kept");
                    standStill();
                }
            });
            work(house.run("victim"), engine, () -> false);
        }

        private static void standStill() {
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A clock on which a second passes at each look, so that nothing waits to be kept. */
    private static final class Hurried extends Clock {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOW.plusSeconds(looks.incrementAndGet());
        }
    }
}
