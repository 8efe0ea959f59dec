package org.multipolar.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.read.ScenarioReader;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.Solver;
import org.multipolar.review.ReviewEvent;
import org.multipolar.review.Reviewer;
import org.multipolar.whatif.WhatIfs;

/** Answers recorded questions again, from the world and the rules of then. */
public final class Replayer {

    /** The kind of entry that holds a question about a mix, and its answer. */
    public static final String ADVICE = "advice";

    /** The kind of entry that holds a question about scenarios, and its answer. */
    public static final String WHAT_IF = "what-if";

    /** The part of an entry that holds a shipped scenario, before its id. */
    public static final String SCENARIO = "scenario:";

    /** Kinds of entries that hold a question about a vendor, and its answer. */
    private static final Set<String> REVIEWS = Set.of(ReviewEvent.ANSWERED, ReviewEvent.REOPENED);

    private final Archive archive;
    private final Function<String, byte @Nullable []> contents;
    private final Advisor advisor;
    private final Reviewer reviewer;
    private final WhatIfs whatIfs;

    public Replayer(Archive archive, Function<String, byte @Nullable []> contents, Solver solver) {
        this.archive = archive;
        this.contents = contents;
        this.advisor = new Advisor(solver);
        this.reviewer = new Reviewer(solver);
        this.whatIfs = new WhatIfs(solver);
    }

    /** What an entry asked, and the snapshot that it asked. */
    public record Asked(Snapshot snapshot, Question question) {}

    /** {@return whether an entry holds a question with its answer} */
    public static boolean replayable(Entry entry) {
        return entry.kind().equals(ADVICE) || entry.kind().equals(WHAT_IF) || REVIEWS.contains(entry.kind());
    }

    /** {@return what asking an entry's question again comes to} */
    public Replayed replay(Entry entry) {
        var recorded = content(entry, "answer");
        if (recorded == null) {
            return new Replayed.Missing("the answer");
        }
        var around = around(entry);
        var request = content(entry, "request");
        if (around == null || request == null) {
            return new Replayed.Missing(missing(entry));
        }
        var now = answer(entry.kind(), request, around);
        var then = new String(recorded, UTF_8);
        if (now.equals(then)) {
            return new Replayed.Same(now);
        }
        var programThen = program(then);
        var programNow = program(now);
        return programNow.equals(programThen)
                ? new Replayed.Differs(then, now)
                : new Replayed.OtherProgram(programThen, programNow);
    }

    private String answer(String kind, byte[] request, AdviceRequest.Around around) {
        return REVIEWS.contains(kind)
                ? review(request, around)
                : kind.equals(WHAT_IF) ? whatIf(request, around) : advice(request, around);
    }

    private String advice(byte[] request, AdviceRequest.Around around) {
        var applied = AdviceRequest.advice(request, around).on(around.today()).applied(around.snapshot());
        return Json.pretty(
                advisor.recommend(applied.snapshot(), applied.question()).advice());
    }

    private String whatIf(byte[] request, AdviceRequest.Around around) {
        var read = AdviceRequest.whatIf(request, around).on(around.today());
        return Json.pretty(
                whatIfs.ask(around.snapshot(), read.question(), read.scenarios().stack()));
    }

    private String review(byte[] request, AdviceRequest.Around around) {
        // A review that was opened again was asked with another date than its request may state.
        var question = ReviewRequest.read(request, around).question().on(around.today());
        return Json.pretty(reviewer.answer(around.snapshot(), question));
    }

    private static String program(String answer) {
        return Json.tree(answer).path("digests").path("program").asText();
    }

    /** {@return the question of an entry as it was asked; null where something that it rests on is not at hand} */
    public @Nullable Asked asked(Entry entry) {
        var around = around(entry);
        var request = content(entry, "request");
        if (around == null || request == null) {
            return null;
        }
        var applied = AdviceRequest.advice(request, around).on(around.today()).applied(around.snapshot());
        return new Asked(applied.snapshot(), applied.question());
    }

    private AdviceRequest.@Nullable Around around(Entry entry) {
        var snapshot = archive.snapshot(part(entry, "world"), part(entry, "rules"));
        var buyer = entry.contents().containsKey("buyer") ? content(entry, "buyer") : new byte[0];
        var scenarios = snapshot == null ? null : scenarios(entry, snapshot);
        if (snapshot == null || buyer == null || scenarios == null) {
            return null;
        }
        var asOf = LocalDate.parse(String.valueOf(entry.text("asOf")));
        return new AdviceRequest.Around(snapshot, id -> shipped(snapshot, id, buyer), scenarios, any -> {}, asOf);
    }

    /** Those of then, which the entry holds; null where one is not at hand. */
    private @Nullable Map<String, Scenario> scenarios(Entry entry, Snapshot snapshot) {
        var scenarios = new TreeMap<String, Scenario>();
        for (var part : entry.contents().keySet()) {
            if (part.startsWith(SCENARIO)) {
                var text = content(entry, part);
                if (text == null) {
                    return null;
                }
                var scenario = ScenarioReader.one(
                        "scenarios/%s.yaml".formatted(part.substring(SCENARIO.length())),
                        text,
                        snapshot.world(),
                        snapshot.rulebook().cards().keySet());
                scenarios.put(scenario.id(), scenario);
            }
        }
        return scenarios;
    }

    private static Buyer shipped(Snapshot snapshot, String id, byte[] profile) {
        if (profile.length == 0) {
            throw new BadInput("record", 0, "buyer", "the record names (%s) and holds no buyer.".formatted(id), null);
        }
        return SnapshotReader.buyer("buyers/" + id + ".yaml", profile, snapshot.world(), snapshot.rulebook());
    }

    private String missing(Entry entry) {
        for (var part : entry.contents().keySet()) {
            if (content(entry, part) == null) {
                return "(%s) with the digest %s".formatted(part, part(entry, part));
            }
        }
        return "a file of the world or of the rules";
    }

    private static String part(Entry entry, String part) {
        return entry.contents().getOrDefault(part, "");
    }

    private byte @Nullable [] content(Entry entry, String part) {
        var digest = entry.contents().get(part);
        return digest == null ? null : contents.apply(digest);
    }
}
