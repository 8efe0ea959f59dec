package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.SweepTask;
import org.multipolar.bundle.SweepWorkers;
import org.multipolar.decision.Archive;
import org.multipolar.decision.Journal;
import org.multipolar.explain.Json;
import org.multipolar.sweep.Blob;
import org.multipolar.sweep.Choosing;
import org.multipolar.sweep.Chosen;
import org.multipolar.sweep.Engine;
import org.multipolar.sweep.Sweep;
import org.multipolar.web.SweepTable.Row;

/** One sweep at work: from what is stored of it to its report, each chunk stored on the way. */
final class SweepRun {

    private static final long LEASE = 60_000;
    private static final long PACE = 250;

    private final Row row;
    private final SweepTable table;
    private final Journal journal;
    private final Archive archive;
    private final Clock clock;
    private final String holder;
    private volatile boolean cancelled;
    private long held;
    private volatile @Nullable Sweep sweep;

    SweepRun(Row row, SweepTable table, Records records, Clock clock, String holder) {
        this.row = row;
        this.table = table;
        this.journal = records.journal();
        this.archive = records.archive();
        this.clock = clock;
        this.holder = holder;
    }

    String id() {
        return row.id();
    }

    /** {@return the sweep as far as it is, or null before its mixes are chosen} */
    @Nullable
    Sweep sweep() {
        return sweep;
    }

    void cancel() {
        cancelled = true;
    }

    /** Works on until the report is whole, somebody cancels, or the process ends. */
    void work(Engine engine, SweepWorkers workers, BooleanSupplier ending) {
        if (!table.hold(row.id(), holder, clock.millis(), clock.millis() + LEASE)) {
            return;
        }
        var profiles = archive.files(row.world());
        var rules = archive.files(row.rules());
        var snapshot = archive.snapshot(row.world(), row.rules());
        if (profiles == null || rules == null || snapshot == null) {
            table.end(row.id(), SweepTable.FAILED, "The profiles or rules it rests on are kept no more.", "");
            return;
        }
        var stated = SweepTask.stated(profiles, rules, asked());
        var read = SweepTask.read(stated, snapshot);
        var judgements = new Judgements();
        Chosen chosen;
        try {
            chosen = chosen(read, judgements, ending);
        } catch (CancellationException ended) {
            if (!cancelled) {
                table.release(holder);
            }
            return;
        }
        var task = SweepTask.with(stated, read.program(Answers.solver().name()), chosen.mixes());
        workers.ready(task, new SweepTask(snapshot, read.question(), read.plan(), chosen.mixes()), judgements);
        var running = new Sweep(
                snapshot, read.question(), read.plan(), chosen, Answers.solver().name());
        table.chunks(row.id()).forEach(running::take);
        sweep = running;
        var buffer = new Buffer();
        engine.work(
                task,
                running.missing(),
                (chunk, result) -> {
                    running.take(chunk, result);
                    buffer.add(chunk, result);
                },
                () -> cancelled || ending.getAsBoolean());
        buffer.store();
        if (running.missing().isEmpty()) {
            table.end(row.id(), SweepTable.DONE, "", kept(running.report()));
        } else if (cancelled) {
            table.partial(row.id(), kept(running.report()));
        } else {
            table.release(holder);
        }
    }

    private String kept(Object content) {
        return journal.keep(List.of(Json.pretty(content).getBytes(UTF_8))).get(0);
    }

    private SweepTask.Asked asked() {
        return new SweepTask.Asked(
                content(row.profile()),
                LocalDate.parse(row.asOf()),
                row.limits().isEmpty() ? null : content(row.limits()),
                content(row.plan()),
                row.seed().isEmpty() ? null : Long.valueOf(row.seed()),
                row.draws().isEmpty() ? null : Integer.valueOf(row.draws()));
    }

    private byte[] content(String digest) {
        var bytes = journal.content(digest);
        if (bytes == null) {
            throw new IllegalStateException("The content (%s) of a sweep is kept no more.".formatted(digest));
        }
        return bytes;
    }

    private Chosen chosen(SweepTask read, Judgements judgements, BooleanSupplier ending) {
        if (!row.chosen().isEmpty()) {
            return Json.read(new String(content(row.chosen()), UTF_8), Chosen.class);
        }
        var chosen = choose(read.snapshot(), read, judgements, () -> goOn(ending));
        table.chosen(row.id(), kept(chosen));
        return chosen;
    }

    /** Keeps the sweep this process's own while mixes are chosen, and ends the choosing where nobody waits for it. */
    private void goOn(BooleanSupplier ending) {
        long now = clock.millis();
        if (now - held >= PACE) {
            held = now;
            cancelled |= !table.keep(row.id(), holder, now + LEASE, Map.of());
        }
        if (cancelled || ending.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private static Chosen choose(Snapshot snapshot, SweepTask read, Judgements judgements, Runnable step) {
        return new Choosing(snapshot, read.question(), Answers.solver(), judgements, step).of(read.plan());
    }

    /** Chunks on their way to the store: written a few times a second, because each writing waits for the disk. */
    private final class Buffer {

        private final Map<Integer, Blob> chunks = new TreeMap<>();
        private long last = clock.millis();

        void add(int chunk, Blob result) {
            chunks.put(chunk, result);
            if (clock.millis() - last >= PACE) {
                store();
            }
        }

        void store() {
            last = clock.millis();
            if (!table.keep(row.id(), holder, last + LEASE, chunks)) {
                cancelled = true; // somebody ended it, or another process took it over
            }
            chunks.clear();
        }
    }
}
