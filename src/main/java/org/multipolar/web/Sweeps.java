package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Bundle;
import org.multipolar.bundle.SweepTask;
import org.multipolar.catalog.World;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.explain.Json;
import org.multipolar.sweep.SweepReport;
import org.multipolar.web.SweepTable.Row;

/** Sweeps as their callers see them, by program or by page: begun, found, told how far they are, ended. */
@Singleton
public class Sweeps {

    private static final int LISTED = 50;
    private static final String FOLDER = "sweeps/";
    private static final String ENDING = ".yaml";

    private final Serving serving;
    private final SweepRuns runs;
    private final Records records;
    private final Clock clock;

    @Inject
    Sweeps(Serving serving, SweepRuns runs, Records records, Clock clock) {
        this.serving = serving;
        this.runs = runs;
        this.records = records;
        this.clock = clock;
    }

    /** {@return the texts of the shipped sweeps by id} */
    static SortedMap<String, byte[]> shipped(Bundle bundle) {
        var shipped = new TreeMap<String, byte[]>();
        bundle.profiles().forEach((path, bytes) -> {
            if (path.startsWith(FOLDER) && path.endsWith(ENDING)) {
                shipped.put(path.substring(FOLDER.length(), path.length() - ENDING.length()), bytes);
            }
        });
        return shipped;
    }

    /** {@return the text of a shipped sweep} */
    static byte[] shipped(Bundle bundle, String id) {
        var shipped = shipped(bundle);
        var bytes = shipped.get(id);
        if (bytes == null) {
            throw UnknownId.of("sweep", id, shipped.keySet());
        }
        return bytes;
    }

    /**
     * {@return a sweep of a question's buyer, on its day and within its limits}
     *
     * @param sweep text of the sweep
     * @param seed in place of the sweep's own, or null; draws likewise
     */
    static SweepTask.Asked asked(
            Bundle bundle, AdviceRequest request, byte[] sweep, @Nullable Long seed, @Nullable Integer draws) {
        var body = request.body();
        return new SweepTask.Asked(
                request.shipped()
                        ? Records.profile(bundle, request.question().buyer().id())
                        : body.alone("buyer"),
                request.question().asOf(),
                body.has("limits") ? body.entry("limits") : null,
                sweep,
                seed,
                draws);
    }

    /** {@return the sweep, which waits or runs from now on unless it is done; what is wrong with it is told at once} */
    SweepShown begin(Bundle bundle, String buyer, SweepTask.Asked asked) {
        return shown(
                runs.begin(row(records, bundle, buyer, asked, serving.caller().name(), clock.millis())), false);
    }

    /** {@return a sweep that was ended, taken up where it was left; any other stays as it is} */
    SweepShown again(String id) {
        return shown(runs.begin(row(id)), false);
    }

    /** Reads the sweep once and keeps what it rests on, which also makes its id. */
    static Row row(Records records, Bundle bundle, String buyer, SweepTask.Asked asked, String owner, long now) {
        var stated = SweepTask.stated(bundle.profiles(), bundle.rules(), asked);
        var read = SweepTask.read(stated, bundle.snapshot());
        var kept = records.kept(bundle);
        var limits = asked.limits();
        var digests =
                records.journal().keep(List.of(asked.buyer(), asked.sweep(), limits == null ? new byte[0] : limits));
        return new Row(
                "sw-" + stated.id().substring(0, 40),
                owner,
                buyer,
                read.plan().title(),
                asked.asOf().toString(),
                World.known(kept, "world"),
                World.known(kept, "rules"),
                digests.get(0),
                limits == null ? "" : digests.get(2),
                digests.get(1),
                asked.seed() == null ? "" : asked.seed().toString(),
                asked.draws() == null ? "" : asked.draws().toString(),
                "",
                "",
                SweepTable.WAITING,
                "",
                now);
    }

    /** {@return the latest sweeps that the caller may see, newest first, without their reports} */
    List<SweepShown> latest() {
        var caller = serving.caller();
        return runs.table().latest(LISTED).stream()
                .filter(row -> caller.sees(row.buyer()))
                .map(row -> shown(row, false))
                .toList();
    }

    /** {@return the sweep with its report, where the caller may see it} */
    SweepShown whole(String id) {
        return shown(row(id), true);
    }

    void cancel(String id) {
        runs.cancel(row(id).id());
    }

    /** {@return the sweep where the caller may see it} */
    Row row(String id) {
        var row = runs.table().find(id);
        if (row == null || !serving.caller().sees(row.buyer())) {
            throw UnknownId.ofSecret("sweep", id, "the list of sweeps has it.");
        }
        return row;
    }

    /** {@return how far a sweep is that the caller was let see before} */
    SweepShown progress(String id) {
        var row = runs.table().find(id);
        if (row == null) {
            throw new IllegalStateException("The sweep (%s) is gone.".formatted(id));
        }
        return shown(row, false);
    }

    private SweepShown shown(Row row, boolean whole) {
        var run = runs.running(row.id());
        var sweep = run == null ? null : run.sweep();
        // Adding up a long sweep takes a moment, so progress alone does not.
        var report = sweep == null ? stored(row) : whole ? sweep.report() : null;
        return new SweepShown(
                row.id(),
                row.buyer(),
                row.title(),
                row.asOf(),
                row.state(),
                sweep != null ? sweep.done() : report == null ? 0 : report.done(),
                sweep != null ? sweep.all() : report == null ? 0 : report.futures(),
                report == null ? "" : report.finding(),
                row.problem(),
                whole ? report : null);
    }

    private @Nullable SweepReport stored(Row row) {
        if (row.report().isEmpty()) {
            return null;
        }
        var text = records.journal().content(row.report());
        return text == null ? null : Json.read(new String(text, UTF_8), SweepReport.class);
    }
}
