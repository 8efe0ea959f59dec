package org.multipolar.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Judgements;
import org.multipolar.bundle.Folder;
import org.multipolar.bundle.SweepTask;
import org.multipolar.bundle.SweepWorkers;
import org.multipolar.catalog.BadInput;
import org.multipolar.cluster.HazelcastEngine;
import org.multipolar.cluster.Members;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.sweep.Choosing;
import org.multipolar.sweep.Engine;
import org.multipolar.sweep.LocalEngine;
import org.multipolar.sweep.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works out many futures of a buyer. */
@Command(
        name = "sweep",
        description = "Works out many futures of a buyer's mix and reports how they lie.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BUYER", description = "Id of a shipped buyer, or a file")
    private String buyer = "";

    @Parameters(index = "1", paramLabel = "SWEEP", description = "A sweep file, or the id of a shipped one")
    private String sweep = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the baseline (default: today, UTC)")
    private @Nullable String asOf;

    @Option(names = "--limits", paramLabel = "FILE", description = "More limits")
    private @Nullable Path limits;

    @Option(names = "--seed", paramLabel = "S", description = "In place of the file's own seed")
    private @Nullable Long seed;

    @Option(names = "--draws", paramLabel = "N", description = "In place of the file's own number of draws")
    private @Nullable Integer draws;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that work (default: as many as processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Keep what is worked out in this file; the same command goes on from there")
    private @Nullable Path keep;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    private static final int TOLD = 25;

    @Override
    public Integer call() {
        if (threads < 1 || threads > 256) {
            throw new BadInput("--threads", 0, "", "(%d) is not between 1 and 256.".formatted(threads), null);
        }
        var profiles = Folder.read(common.profilesFolder());
        var rules = Folder.read(common.rulesFolder());
        var asked = new SweepTask.Asked(
                bytes(buyer, "buyers/", profiles),
                Common.day(asOf),
                limits == null ? null : Folder.bytes(limits),
                bytes(sweep, "sweeps/", profiles),
                seed,
                draws);
        var stated = SweepTask.stated(profiles, rules, asked);
        var read = SweepTask.read(stated, SweepTask.Names.of(buyer, sweep, limits));
        var judgements = new Judgements();
        var solver = Decomposition.forQuestions();
        var err = java.util.Objects.requireNonNull(spec).commandLine().getErr();
        err.println("Choosing the mixes to hold.");
        var chosen = new Choosing(read.snapshot(), read.question(), solver, judgements, counted(err)).of(read.plan());
        var task = SweepTask.with(stated, read.program(solver.name()), chosen.mixes());
        var workers = new SweepWorkers(Decomposition::forSweeps);
        workers.ready(task, new SweepTask(read.snapshot(), read.question(), read.plan(), chosen.mixes()), judgements);
        var running = new Sweep(read.snapshot(), read.question(), read.plan(), chosen, solver.name());
        try (var kept = Kept.of(keep, task.id());
                var engine = engine(workers)) {
            kept.chunks().forEach(running::take);
            var bar = new ProgressBar(err, running);
            engine.work(
                    task,
                    running.missing(),
                    (chunk, result) -> {
                        running.take(chunk, result);
                        kept.keep(chunk, result);
                        bar.show();
                    },
                    () -> Thread.currentThread().isInterrupted());
            bar.end();
        }
        var report = running.report();
        var out = spec.commandLine().getOut();
        out.print(common.json() ? Json.pretty(report) : SweepText.of(report));
        out.flush();
        return report.ends().containsKey("unproven") ? Exit.NEGATIVE : Exit.DONE;
    }

    /** Says now and then that it goes on: robust mixes of a large buyer take minutes to choose. */
    private static Runnable counted(PrintWriter err) {
        var solved = new AtomicInteger();
        return () -> {
            if (solved.incrementAndGet() % TOLD == 0) {
                err.println("Choosing the mixes to hold: %d problems solved.".formatted(solved.get()));
                err.flush();
            }
        };
    }

    private Engine engine(SweepWorkers workers) {
        if (!cluster.stated()) {
            return new LocalEngine(workers, threads);
        }
        Members.factory(workers);
        return HazelcastEngine.join(cluster.membership(threads));
    }

    /** {@return the bytes of a shipped profile by id, or of a file} */
    private static byte[] bytes(String idOrFile, String folder, java.util.Map<String, byte[]> profiles) {
        var shipped = profiles.get(folder + idOrFile + ".yaml");
        if (shipped != null) {
            return shipped;
        }
        var file = Path.of(idOrFile);
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    idOrFile,
                    0,
                    "",
                    "there is no such file, and none of this name in %s.".formatted(folder),
                    "it is one of %s."
                            .formatted(profiles.keySet().stream()
                                    .filter(each -> each.startsWith(folder) && each.endsWith(".yaml"))
                                    .map(each -> each.substring(folder.length(), each.length() - 5))
                                    .sorted()
                                    .toList()));
        }
        return Folder.bytes(file);
    }
}
