package org.multipolar.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.multipolar.portfolio.Tally;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * What somebody finds who takes the baseline's problem file, works the scenario into it by own arithmetic and gives it to another
 * solver.
 */
class SecondOpinionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Snapshot SNAPSHOT = everyFourth();
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Judgements JUDGEMENTS = new Judgements();

    /** {@return the shipped snapshot with a quarter of the offers, which the second solver is through with in a second} */
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

    /** One demand of a shipped buyer without own halls, under a budget; prices act through the budget alone. */
    private static Buyer buyer() {
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
        var budget = new LimitClause(
                "budget",
                LimitClause.Kind.CAP,
                LimitClause.On.COST,
                List.of(),
                LimitClause.Scope.DEMAND,
                null,
                null,
                1_500_000_000L,
                "w",
                "");
        return new Buyer(
                all.id(),
                all.name(),
                all.story(),
                all.seat(),
                all.ownership(),
                all.type(),
                all.sector(),
                all.flags(),
                policy,
                List.of(budget),
                List.of(),
                all.incumbents(),
                all.evidence(),
                List.of(all.demands().get(0)),
                all.digest());
    }

    private static final Question QUESTION = new Question(buyer(), DAY, List.of());

    private static Inquiry inquiry() {
        return Inquiry.buyable(SNAPSHOT, QUESTION, Decomposition.usual(), JUDGEMENTS);
    }

    private static JsonNode exported() throws JsonProcessingException {
        var tree = Export.tree(inquiry().problem(Statement.Over.EVERY_BUYABLE));
        return JSON.readTree(JSON.writeValueAsString(tree));
    }

    private static WhatIf asked(String patches) {
        var scenario = ScenarioReader.one(
                "mine.yaml",
                ("id: mine\npatches:\n" + patches).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                SNAPSHOT.world(),
                SNAPSHOT.rulebook().cards().keySet());
        return new WhatIfs(Decomposition.usual(), JUDGEMENTS)
                .ask(SNAPSHOT, QUESTION, new Stack(List.<Scenario>of(), List.of(scenario)));
    }

    private static Stream<JsonNode> candidates(JsonNode problem) {
        return stream(problem.at("/portfolio/demands/0/candidates"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }

    /** {@return the problem in which nothing is bought of these} */
    private static JsonNode without(JsonNode problem, Predicate<JsonNode> lost) {
        var gone = new TreeSet<String>();
        candidates(problem)
                .filter(lost)
                .forEach(each -> gone.add(each.get("variable").asText()));
        stream(problem.get("variables")).forEach(each -> {
            if (gone.contains(each.get("name").asText())) {
                ((ObjectNode) each).put("upper", 0);
            }
        });
        return problem;
    }

    private static @Nullable Long solved(JsonNode problem) throws JsonProcessingException {
        return SecondEngine.best(
                ProblemReader.read("patched", JSON.writeValueAsString(problem)).problem());
    }

    private static String plain(JsonNode candidate) {
        return candidate.get("offer").asText().replaceFirst("#.*", "");
    }

    @Test
    void the_baseline_is_found_by_both_and_the_budget_binds() throws JsonProcessingException {
        var told = asked("  - limit: {drop: [budget]}\n");

        assertThat(told.baseline().score()).isEqualTo(solved(exported()));
        assertThat(told.baseline().cost().tokensMicroUsd()).isLessThanOrEqualTo(1_500_000_000L);
        assertThat(told.rePlan().score())
                .isGreaterThan(Objects.requireNonNull(told.baseline().score()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "CN", "FR"})
    void a_lost_country(String country) throws JsonProcessingException {
        var told = asked("  - event: {lost: country, is: %s}\n  - limit: {drop: [budget]}\n".formatted(country));
        var world = SNAPSHOT.world();
        var patched = without(exported(), each -> {
            var maker = World.known(world.suppliers(), each.get("supplier").asText());
            var offer = world.offers().get(plain(each));
            boolean there = each.get("hostOrigin").asText().equals(country)
                    || stream(each.get("places"))
                            .anyMatch(place -> place.asText().equals(country))
                    || (each.get("places").isEmpty()
                            && offer != null
                            && !offer.routing().word().equals("anywhere"));
            return there
                    || (each.get("openness").asText().equals("closed")
                            && (maker.origin().equals(country)
                                    || maker.parentOrigin().equals(country)));
        });

        budget(patched).put("upper", 1_000_000_000_000L);

        assertThat(told.rePlan().score()).isEqualTo(solved(patched));
    }

    private static ObjectNode budget(JsonNode problem) {
        return (ObjectNode) stream(problem.get("rows"))
                .filter(each -> each.get("limit").asText().startsWith("budget:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void those_under_contract_after_the_loss_of_a_maker() throws JsonProcessingException {
        var best = asked("  - limit: {drop: [nobody]}\n").baseline();
        var first = best.demands().get(0).shares().get(0).supplier();
        var told = asked("  - event: {lost: lineage, is: %s}\n"
                .formatted(lineage(best.demands().get(0).shares().get(0).offer())));
        var contracted = new TreeSet<>(QUESTION.buyer().incumbents().keySet());
        contracted.addAll(best.contracts());
        var lineage = lineage(best.demands().get(0).shares().get(0).offer());
        var patched = without(
                exported(),
                each -> !contracted.contains(each.get("operator").asText())
                        || stream(each.get("lineage"))
                                .anyMatch(root -> root.asText().equals(lineage)));

        assertThat(told.failOver().score()).as("without %s", first).isEqualTo(solved(patched));
    }

    private static String lineage(String candidate) {
        try {
            return candidates(exported())
                    .filter(each -> each.get("offer").asText().equals(candidate))
                    .findFirst()
                    .orElseThrow()
                    .at("/lineage/0")
                    .asText();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void a_price_shock_acts_through_the_budget() throws JsonProcessingException {
        var told = asked("  - scale: {price: both, where: {host_origin: US}, by: 1.5}\n");
        var patched = exported();
        var costs = new HashMap<String, Long>();
        candidates(patched).forEach(each -> {
            if (each.get("hostOrigin").asText().equals("US")) {
                costs.put(each.get("variable").asText(), stepAt(plain(each), new BigDecimal("1.5")));
            }
        });
        var terms = (ObjectNode) budget(patched).get("terms");
        costs.forEach(terms::put);

        assertThat(costs).isNotEmpty();
        assertThat(told.rePlan().score()).isEqualTo(solved(patched));
        assertThat(told.rePlan().score())
                .isLessThan(Objects.requireNonNull(told.baseline().score()));
    }

    /** {@return micro-USD of one step of twenty, rounded up, from the offer's two prices} */
    private static long stepAt(String offer, BigDecimal factor) {
        var row = World.known(SNAPSHOT.world().offers(), offer);
        var demand = QUESTION.buyer().demands().get(0);
        var input = BigDecimal.valueOf(Objects.requireNonNull(row.inputPrice()))
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_EVEN);
        var output = BigDecimal.valueOf(Objects.requireNonNull(row.outputPrice()))
                .multiply(factor)
                .setScale(0, RoundingMode.HALF_EVEN);
        return input.multiply(BigDecimal.valueOf(demand.inputMtok()))
                .add(output.multiply(BigDecimal.valueOf(demand.outputMtok())))
                .divide(BigDecimal.valueOf(20), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    @Test
    void a_tighter_limit() throws JsonProcessingException {
        var told = asked("  - limit: {id: budget, kind: cap, on: cost, scope: demand, at: 1000, why: less}\n");
        var patched = exported();
        budget(patched).put("upper", 1_000_000_000L);

        assertThat(told.rePlan().score()).isEqualTo(solved(patched));
        assertThat(told.rePlan().score())
                .isLessThan(Objects.requireNonNull(told.baseline().score()));
    }

    static List<Buyer> buyers() {
        return List.copyOf(SNAPSHOT.buyers().values());
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void the_sum_over_a_solved_mix_is_the_score_its_solver_proved(Buyer buyer) {
        for (var demand : buyer.demands().subList(0, 3)) {
            var own = buyer.limits().stream()
                    .filter(each -> each.scope() == LimitClause.Scope.DEMAND
                            && (each.demand() == null || each.demand().equals(demand.id())))
                    .toList();
            var alone = buyer.with(buyer.policy(), own, List.of(demand));
            var mix = Inquiry.buyable(SNAPSHOT, new Question(alone, DAY, List.of()), Decomposition.usual(), JUDGEMENTS)
                    .bestIfServable();
            mix.outcome()
                    .fold(
                            optimal -> {
                                var tally = Tally.of(
                                        alone, mix.problem().grouping(), Tally.pieces(mix.problem(), mix.values()));
                                assertThat(tally.score())
                                        .as("%s, %s", buyer.id(), demand.id())
                                        .isEqualTo(optimal.bound());
                                assertThat(tally.capacity(alone)).isEqualTo(10_000);
                                return true;
                            },
                            none -> false,
                            open -> false);
        }
    }
}
