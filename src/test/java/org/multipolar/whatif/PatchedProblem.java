package org.multipolar.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.multipolar.Shipped;
import org.multipolar.advice.Inquiry;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.ScenarioReader;
import org.multipolar.portfolio.Export;
import org.multipolar.portfolio.ProblemReader;
import org.multipolar.portfolio.SecondEngine;
import org.multipolar.portfolio.Statement;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * A baseline's problem file in the hands of somebody who works scenarios into it by own arithmetic and gives it to another
 * solver.
 */
final class PatchedProblem {

    static final Snapshot SNAPSHOT = everyFourth();
    static final LocalDate DAY = LocalDate.parse("2026-11-22");
    static final Judgements JUDGEMENTS = new Judgements();
    static final int SHOPPER_GERMANY = 0;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = 20;

    private final Question question;
    private final JsonNode problem;

    private PatchedProblem(Question question, JsonNode problem) {
        this.question = question;
        this.problem = problem;
    }

    /** {@return the snapshot with a quarter of the offers, which the second solver is through with in a second} */
    private static Snapshot everyFourth() {
        var all = Shipped.snapshot();
        var world = all.world();
        var some = new TreeMap<String, Offer>();
        world.offers().values().forEach(each -> {
            if (Math.floorMod(each.id().hashCode(), 4) == 0) {
                some.put(each.id(), each);
            }
        });
        return all.changed(
                world.with(world.suppliers(), world.models(), world.hosts(), some, world.observations()),
                all.indexes());
    }

    /** One demand of a shipped buyer without own halls, on a day and with these limits; prices act through a budget alone. */
    static Question question(int demand, LocalDate day, List<LimitClause> limits) {
        var all = World.known(SNAPSHOT.buyers(), "consumer-goods");
        var old = all.policy();
        var policy = new Policy(
                old.countryScores(),
                new Policy.Weights(40, 20, 0, 10, 15, 15),
                10,
                2,
                3,
                1,
                0,
                old.costPoints(),
                old.contractCost(),
                old.originBlocs(),
                old.memberScoredWithBloc(),
                Map.of(),
                old.assumedPrice(),
                Map.of(),
                old.refuseUntested());
        var buyer = new Buyer(
                all.id(),
                all.name(),
                all.story(),
                all.seat(),
                all.ownership(),
                all.type(),
                all.sector(),
                all.flags(),
                policy,
                limits,
                List.of(),
                all.incumbents(),
                all.evidence(),
                List.of(all.demands().get(demand)),
                all.digest());
        return new Question(buyer, day, List.of());
    }

    /** {@return a budget of the demand in USD a month} */
    static LimitClause budget(long usd) {
        return new LimitClause(
                "budget",
                LimitClause.Kind.CAP,
                LimitClause.On.COST,
                List.of(),
                LimitClause.Scope.DEMAND,
                null,
                null,
                usd * 1_000_000,
                "w",
                "");
    }

    static Scenario scenario(String id, String patches) {
        return ScenarioReader.one(
                "mine.yaml",
                "id: %s\npatches:\n%s".formatted(id, patches).getBytes(UTF_8),
                SNAPSHOT.world(),
                SNAPSHOT.rulebook().cards().keySet());
    }

    /** {@return our own answer} */
    static WhatIf asked(Question question, Scenario... scenarios) {
        return new WhatIfs(Decomposition.usual(), JUDGEMENTS)
                .ask(SNAPSHOT, question, new Stack(List.of(), List.of(scenarios)));
    }

    /** {@return the baseline's problem as it is written out} */
    static PatchedProblem of(Question question) {
        var inquiry = Inquiry.buyable(SNAPSHOT, question, Decomposition.usual(), JUDGEMENTS);
        var tree = Export.tree(inquiry.problem(Statement.Over.EVERY_BUYABLE));
        try {
            return new PatchedProblem(question, JSON.readTree(JSON.writeValueAsString(tree)));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    List<JsonNode> candidates() {
        return stream(problem.at("/portfolio/demands/0/candidates")).toList();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static boolean served(JsonNode candidate, String country) {
        return stream(candidate.get("places")).anyMatch(place -> place.asText().equals(country));
    }

    /** {@return the offer's id without the place that was chosen of it} */
    static String plain(JsonNode candidate) {
        return candidate.get("offer").asText().replaceFirst("#.*", "");
    }

    static boolean placeUnknown(JsonNode candidate) {
        var offer = SNAPSHOT.world().offers().get(plain(candidate));
        return candidate.get("places").isEmpty()
                && offer != null
                && !offer.routing().word().equals("anywhere");
    }

    /** Closed models made or owned there, and all that is operated from or served in it, or might be. */
    static Predicate<JsonNode> lost(String country) {
        return each -> {
            var maker = World.known(
                    SNAPSHOT.world().suppliers(), each.get("supplier").asText());
            boolean closed = each.get("openness").asText().equals("closed");
            return each.get("hostOrigin").asText().equals(country)
                    || served(each, country)
                    || placeUnknown(each)
                    || (closed
                            && (maker.origin().equals(country)
                                    || maker.parentOrigin().equals(country)));
        };
    }

    /** Buys nothing of these. */
    PatchedProblem without(Predicate<JsonNode> lost) {
        var gone = new TreeSet<String>();
        candidates().stream()
                .filter(lost)
                .forEach(each -> gone.add(each.get("variable").asText()));
        stream(problem.get("variables"))
                .filter(each -> gone.contains(each.get("name").asText()))
                .forEach(each -> ((ObjectNode) each).put("upper", 0));
        return this;
    }

    PatchedProblem budgeted(long usd) {
        budget().put("upper", usd * 1_000_000);
        return this;
    }

    /** Writes other prices into the budget: micro-USD of one step of twenty, rounded up, from the offer's two prices. */
    PatchedProblem priced(Predicate<JsonNode> whom, BigDecimal factor) {
        for (var each : candidates()) {
            if (whom.test(each)) {
                var offer = World.known(SNAPSHOT.world().offers(), plain(each));
                step(each, times(offer.inputPrice(), factor), times(offer.outputPrice(), factor));
            }
        }
        return this;
    }

    /** Likewise from one price, in micro-USD, for both. */
    PatchedProblem priced(Predicate<JsonNode> whom, long micro) {
        candidates().stream()
                .filter(whom)
                .forEach(each -> step(each, BigDecimal.valueOf(micro), BigDecimal.valueOf(micro)));
        return this;
    }

    private static BigDecimal times(@Nullable Long price, BigDecimal factor) {
        return BigDecimal.valueOf(Objects.requireNonNull(price))
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_EVEN);
    }

    private void step(JsonNode candidate, BigDecimal input, BigDecimal output) {
        var demand = question.buyer().demands().get(0);
        long step = input.multiply(BigDecimal.valueOf(demand.inputMtok()))
                .add(output.multiply(BigDecimal.valueOf(demand.outputMtok())))
                .divide(BigDecimal.valueOf(STEPS), 0, RoundingMode.CEILING)
                .longValueExact();
        ((ObjectNode) budget().get("terms")).put(candidate.get("variable").asText(), step);
    }

    private ObjectNode budget() {
        return (ObjectNode) stream(problem.get("rows"))
                .filter(each -> each.get("limit").asText().startsWith("budget:"))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the score that the other solver finds best, or null where it finds no mix} */
    @Nullable
    Long best() {
        try {
            return SecondEngine.best(ProblemReader.read("patched", JSON.writeValueAsString(problem))
                    .problem());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
