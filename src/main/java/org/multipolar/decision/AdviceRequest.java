package org.multipolar.decision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.read.LimitReader;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.scenario.Applied;

/**
 * A question in the body of a request, with what else the body says.
 *
 * @param question as it stands without scenarios
 * @param shipped whether the buyer is a shipped one
 */
public record AdviceRequest(JsonBody body, Question question, boolean shipped, ScenarioRequest scenarios) {

    /**
     * What a body is read against.
     *
     * @param shipped finds a shipped buyer, or throws what the caller shall see
     * @param scenarios the shipped scenarios, by id
     * @param brought told the id of a buyer in the body; throws where the caller may not ask under it
     * @param today the day asked about where the body names none
     */
    public record Around(
            Snapshot snapshot,
            Function<String, Buyer> shipped,
            Map<String, Scenario> scenarios,
            Consumer<String> brought,
            LocalDate today) {}

    /** {@return the question of a body that asks for advice, with how it shall be explained} */
    public static AdviceRequest advice(byte[] bytes, Around around) {
        var request = any(bytes, around, "explain", "stabilityDraws");
        var question = request.explained().drawing(request.whole("stabilityDraws", 0, 0, Question.MOST_DRAWS));
        return new AdviceRequest(request.body, question, request.shipped, request.scenarios);
    }

    /** {@return the question of a body that asks what scenarios do; at least one} */
    public static AdviceRequest whatIf(byte[] bytes, Around around) {
        var request = any(bytes, around);
        if (request.scenarios.none()) {
            throw new BadInput(
                    "request",
                    Math.max(1, request.body.line(ScenarioRequest.KEY)),
                    ScenarioRequest.KEY,
                    "no scenario is asked about.",
                    "name shipped ones, which GET /api/v1/scenarios lists, or bring one along.");
        }
        return request;
    }

    /**
     * {@return the question of a body at an address that takes no scenarios}
     *
     * @param more keys that this address knows beside those of a question
     */
    public static AdviceRequest read(byte[] bytes, Around around, String... more) {
        return any(bytes, around, more).withoutScenarios("POST /api/v1/advice and POST /api/v1/what-if take them.");
    }

    private static AdviceRequest any(byte[] bytes, Around around, String... more) {
        var keys = Stream.concat(Stream.of("buyer", "asOf", ScenarioRequest.KEY, "limits"), Arrays.stream(more));
        var body = JsonBody.read(bytes, keys.toArray(String[]::new));
        var day = day(body, around.today());
        var asking = buyer(body, around);
        var limits = limits(body, asking.buyer(), around.snapshot());
        return new AdviceRequest(
                body, new Question(asking.buyer(), day, limits), asking.shipped(), ScenarioRequest.read(body, around));
    }

    /**
     * {@return the same request}
     *
     * @param maybe where scenarios are taken
     * @throws BadInput where it names scenarios
     */
    public AdviceRequest withoutScenarios(String maybe) {
        if (!scenarios.none()) {
            throw new BadInput(
                    "request",
                    body.line(ScenarioRequest.KEY),
                    ScenarioRequest.KEY,
                    "scenarios cannot be asked about here.",
                    maybe);
        }
        return this;
    }

    /** {@return the question with its scenarios laid on it} */
    public Applied applied(Snapshot snapshot) {
        return Applied.of(snapshot, question, scenarios.stack().all());
    }

    /** {@return whether nothing but the ids of shipped things and a day was brought along} */
    public boolean familiar() {
        return shipped && scenarios.shipped().size() == scenarios.stack().all().size();
    }

    /** {@return the same request about another day} */
    public AdviceRequest on(LocalDate day) {
        return new AdviceRequest(body, question.on(day), shipped, scenarios);
    }

    /** The buyer of a body, and whether it is a shipped one. */
    record Asking(Buyer buyer, boolean shipped) {}

    static Asking buyer(JsonBody body, Around around) {
        boolean shipped = !body.isObject("buyer");
        return new Asking(shipped ? around.shipped().apply(id(body)) : inline(body, around), shipped);
    }

    /** {@return the day that a body names, or the usual one where it names none} */
    static LocalDate day(JsonBody body, LocalDate usual) {
        try {
            return day(body.text("asOf"), usual);
        } catch (BadInput bad) {
            var fault = bad.fault();
            throw new BadInput(fault.file(), body.line("asOf"), fault.field(), fault.what(), fault.maybe());
        }
    }

    /** {@return the day that a text names, or the usual one where there is none} */
    public static LocalDate day(@Nullable String text, LocalDate usual) {
        return day(text, "asOf", usual);
    }

    /** {@return the same for another key} */
    public static LocalDate day(@Nullable String text, String key, LocalDate usual) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        var day = text.strip();
        try {
            if (day.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeException notADay) {
            // the message below says it
        }
        throw new BadInput("request", 0, key, "(%s) is not a day.".formatted(text), "it is not written YYYY-MM-DD.");
    }

    /** {@return a whole number of the body, or the usual one where the key is missing} */
    public int whole(String key, int usual, int least, int most) {
        return body.has(key) ? (int) YamlNode.read("request", body.value(key)).whole(least, most) : usual;
    }

    private static String id(JsonBody body) {
        var id = body.text("buyer");
        if (id == null) {
            throw new BadInput(
                    "request",
                    1,
                    "buyer",
                    "the key (buyer) is missing or empty.",
                    "name a shipped buyer; GET /api/v1/buyers lists them.");
        }
        return id;
    }

    /** Read twice: once where it stands, so that faults name its lines; once alone, so that its digest is its own. */
    private static Buyer inline(JsonBody body, Around around) {
        var snapshot = around.snapshot();
        var read = SnapshotReader.buyer("request", body.value("buyer"), snapshot.world(), snapshot.rulebook());
        around.brought().accept(read.id());
        return SnapshotReader.buyer("request", body.alone("buyer"), snapshot.world(), snapshot.rulebook());
    }

    private static List<LimitClause> limits(JsonBody body, Buyer buyer, Snapshot snapshot) {
        return body.has("limits")
                ? LimitReader.file("request", body.entry("limits"), buyer, snapshot.world())
                        .orThrow()
                : List.of();
    }

    private Question explained() {
        var explain = body.text("explain");
        if (explain != null && !explain.equals("full") && !explain.equals("usual")) {
            throw new BadInput(
                    "request",
                    body.line("explain"),
                    "explain",
                    "(%s) is no depth of explanation.".formatted(explain),
                    "it is full or usual.");
        }
        return "full".equals(explain) ? question.explainedInFull() : question;
    }
}
