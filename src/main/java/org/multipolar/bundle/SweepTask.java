package org.multipolar.bundle;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.LimitReader;
import org.multipolar.catalog.read.ProfileReader;
import org.multipolar.explain.Json;
import org.multipolar.rulebook.RulebookReader;
import org.multipolar.sweep.Blob;
import org.multipolar.sweep.KnownMix;
import org.multipolar.sweep.SweepPlan;
import org.multipolar.sweep.SweepReader;
import org.multipolar.sweep.Task;

/**
 * A sweep with all that it rests on, as bytes and back: profiles, rules, buyer, day, limits, the sweep itself and the mixes that
 * are held.
 *
 * @param snapshot read from the task's own profiles and rules
 * @param mixes none where they are not chosen yet
 */
public record SweepTask(Snapshot snapshot, Question question, SweepPlan plan, List<KnownMix> mixes) {

    private static final String PROFILES = "profiles/";
    private static final String RULES = "rules/";
    private static final String BUYER = "buyer.yaml";
    private static final String AS_OF = "as-of";
    private static final String LIMITS = "limits.yaml";
    /** What faults of the sweep itself name as their file. */
    public static final String SWEEP = "sweep.yaml";

    private static final String SEED = "seed";
    private static final String DRAWS = "draws";
    private static final String PROGRAM = "program";
    private static final String MIXES = "mixes.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What is asked, as bytes.
     *
     * @param limits a limits file, or null
     * @param seed in place of the sweep's own, or null
     * @param draws likewise
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    public record Asked(
            byte[] buyer,
            LocalDate asOf,
            byte @Nullable [] limits,
            byte[] sweep,
            @Nullable Long seed,
            @Nullable Integer draws) {}

    public SweepTask {
        mixes = List.copyOf(mixes);
    }

    /** {@return a task without mixes: all that decides which they are} */
    public static Task stated(Map<String, byte[]> profiles, Map<String, byte[]> rules, Asked asked) {
        var parts = new TreeMap<String, Blob>();
        put(parts, PROFILES, profiles, ProfileReader::counts);
        put(parts, RULES, rules, RulebookReader::counts);
        parts.put(BUYER, Blob.of(asked.buyer()));
        parts.put(AS_OF, text(asked.asOf().toString()));
        var limits = asked.limits();
        if (limits != null) {
            parts.put(LIMITS, Blob.of(limits));
        }
        parts.put(SWEEP, Blob.of(asked.sweep()));
        if (asked.seed() != null) {
            parts.put(SEED, text(asked.seed().toString()));
        }
        if (asked.draws() != null) {
            parts.put(DRAWS, text(asked.draws().toString()));
        }
        return Task.of(parts);
    }

    /** What no answer rests on, such as other buyers, makes no other task. */
    private static void put(
            Map<String, Blob> parts, String folder, Map<String, byte[]> files, Predicate<String> counts) {
        files.forEach((path, bytes) -> {
            if (counts.test(path)) {
                parts.put(folder + path, Blob.of(bytes));
            }
        });
    }

    /**
     * {@return the same task with the mixes that are held}
     *
     * @param program digest of the program that asks: members of another one would give other answers
     */
    public static Task with(Task stated, String program, List<KnownMix> mixes) {
        var parts = new TreeMap<>(stated.parts());
        parts.put(PROGRAM, text(program));
        parts.put(MIXES, text(Json.pretty(mixes)));
        return Task.of(parts);
    }

    /** {@return digest of this program with its solver, as answers name it} */
    public String program(String solver) {
        return World.known(snapshot.digests(question, solver), PROGRAM);
    }

    /** {@return whether the task was made by this program} */
    boolean madeHere(Task task, String solver) {
        return task.parts().containsKey(PROGRAM) && word(task, PROGRAM).equals(program(solver));
    }

    /** {@return the task read back} */
    public static SweepTask read(Task task) {
        var snapshot =
                SnapshotReader.read(files(task, PROFILES), files(task, RULES)).orThrow();
        return read(task, snapshot);
    }

    /**
     * {@return the task read back}
     *
     * @param names what the one who asks calls the buyer's file, the sweep and the limits; absent, faults name the task's parts
     * @throws BadInput with the fault in the file so called
     */
    public static SweepTask read(Task task, Names names) {
        try {
            return read(task);
        } catch (BadInput bad) {
            var fault = bad.fault();
            throw new BadInput(fault.in(names.of().getOrDefault(fault.file(), fault.file())));
        }
    }

    /** What the parts of a task were called before they were parts. */
    public record Names(Map<String, String> of) {

        public static Names of(String buyer, String sweep, @Nullable Object limits) {
            return new Names(Map.of(BUYER, buyer, SWEEP, sweep, LIMITS, String.valueOf(limits)));
        }
    }

    /**
     * {@return the task read back}
     *
     * @param snapshot of the task's own profiles and rules
     */
    public static SweepTask read(Task task, Snapshot snapshot) {
        var world = snapshot.world();
        var rulebook = snapshot.rulebook();
        var buyer = SnapshotReader.buyer(BUYER, bytes(task, BUYER), world, rulebook);
        var limits = task.parts().containsKey(LIMITS)
                ? LimitReader.file(LIMITS, bytes(task, LIMITS), buyer, world).orThrow()
                : List.<LimitClause>of();
        var question = new Question(buyer, LocalDate.parse(word(task, AS_OF)), limits);
        var plan =
                new SweepReader(world, rulebook.cards().keySet(), snapshot.scenarios()).read(SWEEP, bytes(task, SWEEP));
        return new SweepTask(snapshot, question, varied(task, plan), mixes(task));
    }

    private static SweepPlan varied(Task task, SweepPlan plan) {
        long seed = task.parts().containsKey(SEED) ? Long.parseLong(word(task, SEED)) : plan.seed();
        int draws = task.parts().containsKey(DRAWS) ? Integer.parseInt(word(task, DRAWS)) : plan.draws();
        if (plan.grid() && draws > 0) {
            throw new BadInput(DRAWS, 0, "draws", "a grid is not drawn.", "give its events likelihoods.");
        }
        return plan.with(seed, draws);
    }

    private static List<KnownMix> mixes(Task task) {
        if (!task.parts().containsKey(MIXES)) {
            return List.of();
        }
        try {
            return MAPPER.readValue(bytes(task, MIXES), new TypeReference<List<KnownMix>>() {});
        } catch (IOException broken) {
            throw new BadInput(MIXES, 0, "", "the mixes cannot be read: " + broken.getMessage(), null);
        }
    }

    private static Map<String, byte[]> files(Task task, String folder) {
        var files = new TreeMap<String, byte[]>();
        task.parts().forEach((name, part) -> {
            if (name.startsWith(folder)) {
                files.put(name.substring(folder.length()), part.bytes());
            }
        });
        return files;
    }

    private static byte[] bytes(Task task, String part) {
        var blob = task.parts().get(part);
        if (blob == null) {
            throw new BadInput("task", 0, part, "the task has no such part.", "it is another program's.");
        }
        return blob.bytes();
    }

    private static String word(Task task, String part) {
        return new String(bytes(task, part), StandardCharsets.UTF_8);
    }

    private static Blob text(String text) {
        return Blob.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
