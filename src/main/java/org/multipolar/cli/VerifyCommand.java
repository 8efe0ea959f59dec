package org.multipolar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Folder;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.Digests;
import org.multipolar.decision.Archive;
import org.multipolar.decision.Entry;
import org.multipolar.decision.LogReader;
import org.multipolar.decision.Replayed;
import org.multipolar.decision.Replayer;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.solve.Decomposition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks stored decisions and answers them again, without the service that stored them. */
@Command(
        name = "verify",
        description =
                "Checks hashes and signatures of stored decisions, and answers their questions again: the same bytes"
                        + " must come out. FILE is a saved record or a log; - is standard input.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--key", paramLabel = "KEY", description = "Public key that must have signed (base64)")
    private @Nullable String key;

    @Option(names = "--chain-only", description = "Check hashes and signatures, answer nothing again")
    private boolean chainOnly;

    /**
     * What one file came to.
     *
     * @param replayed how many answers came out with the same bytes
     * @param broken what does not hold first, and where; null where all does
     * @param key name of the key that signed; null where nothing did
     */
    record Verified(String file, int records, int replayed, @Nullable String broken, @Nullable String key) {

        String text() {
            return broken == null
                    ? "%s: %d record(s) hold, signed by the key %s; %d answer(s) came out with the same bytes."
                            .formatted(file, records, key, replayed)
                    : "%s: broken. %s".formatted(file, broken);
        }
    }

    @Override
    public Integer call() {
        var verified = new ArrayList<Verified>();
        for (var file : files) {
            verified.add(verified(file));
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (common.json()) {
            out.print(Json.pretty(Map.of("files", verified)));
        } else {
            verified.forEach(each -> out.println(each.text()));
        }
        out.flush();
        return verified.stream().allMatch(each -> each.broken() == null) ? Exit.DONE : Exit.NEGATIVE;
    }

    private Verified verified(Path file) {
        var log = read(file);
        var head = log.head();
        var signer = head == null ? null : Digests.of(head.publicKey()).substring(0, 16);
        int records = log.entries().size();
        if (log.broken() != null || chainOnly) {
            return new Verified(file.toString(), records, 0, log.broken(), signer);
        }
        var replayer = replayer(log);
        var done = new HashMap<List<String>, Replayed>();
        int replayed = 0;
        for (var entry : log.entries()) {
            if (Replayer.replayable(entry)) {
                var result = done.computeIfAbsent(question(entry), any -> replayer.replay(entry));
                if (!(result instanceof Replayed.Same)) {
                    return new Verified(
                            file.toString(),
                            records,
                            replayed,
                            "record %d: %s".formatted(entry.seq(), why(result)),
                            signer);
                }
                replayed++;
            }
        }
        return new Verified(file.toString(), records, replayed, null, signer);
    }

    /** Equal contents and days have equal answers, so each is asked once. */
    private static List<String> question(Entry entry) {
        return List.of(entry.contents().toString(), String.valueOf(entry.text("asOf")));
    }

    private static String why(Replayed result) {
        if (result instanceof Replayed.Differs differs) {
            return "the answer differs: " + differs.where();
        }
        if (result instanceof Replayed.OtherProgram other) {
            return "another version of the program answered, %s; this is %s.".formatted(other.recorded(), other.now());
        }
        return "%s is not at hand.%nMaybe the log with the worlds of then (GET /api/v1/decisions/ID/log) holds it, or --profiles and --rules name the folders of then."
                .formatted(result instanceof Replayed.Missing missing ? missing.what() : result);
    }

    private LogReader.Log read(Path file) {
        try {
            if (file.toString().equals("-")) {
                return LogReader.read(System.in, key);
            }
            try (var in = Files.newInputStream(file)) {
                return LogReader.read(in, key);
            }
        } catch (IOException unreadable) {
            throw new BadInput(
                    file.toString(),
                    0,
                    "",
                    "the file cannot be read: " + unreadable.getMessage(),
                    "the path is wrong.");
        }
    }

    /** Worlds come from the log; what it lacks, from the folders, where they are the ones of then. */
    private Replayer replayer(LogReader.Log log) {
        var contents = new HashMap<String, byte[]>(log.contents());
        boolean complete = log.entries().stream()
                .flatMap(entry -> entry.contents().values().stream())
                .allMatch(contents::containsKey);
        if (!complete) {
            Archive.contents(Folder.read(common.profilesFolder()), Folder.read(common.rulesFolder()))
                    .forEach(bytes -> contents.putIfAbsent(Digests.of(bytes), bytes));
        }
        return new Replayer(new Archive(contents::get), contents::get, Decomposition.forQuestions());
    }
}
