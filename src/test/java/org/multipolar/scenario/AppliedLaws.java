package org.multipolar.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.Shipped;
import org.multipolar.advice.Barriers;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Candidates;
import org.multipolar.catalog.Circumstances;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Patch.Side;
import org.multipolar.catalog.Patch.Verb;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.Where.Field;
import org.multipolar.catalog.World;

/** What must hold of every scenario, whatever it says. */
class AppliedLaws {

    private static final Snapshot SNAPSHOT = Shipped.snapshot();
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Buyer BUYER = World.known(SNAPSHOT.buyers(), "consumer-goods");
    private static final Question QUESTION = new Question(BUYER, DAY, List.of());

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static Scenario named(String id, List<Patch> patches) {
        return RandomPatches.scenario(id, null, null, patches);
    }

    private static Applied applied(Scenario... stack) {
        return Applied.of(SNAPSHOT, QUESTION, List.of(stack));
    }

    private static Applied applied(Patch... patches) {
        return applied(named("mine", List.of(patches)));
    }

    /** {@return the question but for whose scenarios they are} */
    private static List<Object> content(Applied applied) {
        var question = applied.question();
        var under = question.circumstances();
        return List.of(
                applied.snapshot(),
                question.buyer(),
                question.asOf(),
                question.withoutRules(),
                question.extraLimits(),
                under.rulesOn(),
                under.rulesFrom(),
                under.barriers().stream().map(Circumstances.Barrier::patch).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_changes_before_the_first_day_nor_after_the_last(long seed) {
        var random = new Random(seed);
        var patches = new RandomPatches(seed).some(6);
        var from = DAY.plusDays(random.nextInt(400) - 200L);
        var until = from.plusDays(random.nextInt(100));
        var scenario = RandomPatches.scenario("mine", from, until, patches);
        for (var day : List.of(from.minusDays(1), until.plusDays(1), from.minusDays(random.nextInt(500) + 1L))) {
            var question = QUESTION.on(day);
            var applied = Applied.of(SNAPSHOT, question, List.of(scenario));

            assertThat(applied.snapshot()).isSameAs(SNAPSHOT);
            assertThat(content(applied)).isEqualTo(content(new Applied(SNAPSHOT, question, List.of())));
            assertThat(applied.question().circumstances().scenarios()).isEmpty();
            assertThat(applied.effects()).hasSameSizeAs(patches).allSatisfy(each -> {
                assertThat(each.touched()).isZero();
                assertThat(each.takesPart()).isFalse();
                assertThat(each.why()).contains(day.toString());
            });
        }
        for (var day : List.of(from, until)) {
            assertThat(Applied.of(SNAPSHOT, QUESTION.on(day), List.of(scenario))
                            .question()
                            .circumstances()
                            .scenarios())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void patches_of_one_scenario_are_as_those_of_several_laid_on_each_other(long seed) {
        var patches = new RandomPatches(seed).some(8);
        var apart = new ArrayList<Scenario>();
        for (int i = 0; i < patches.size(); i++) {
            apart.add(named("part-" + i, List.of(patches.get(i))));
        }
        var together = applied(named("mine", patches));
        var stacked = applied(apart.toArray(Scenario[]::new));

        assertThat(content(stacked)).isEqualTo(content(together));
        assertThat(stacked.effects())
                .extracting(each -> List.of(each.text(), each.touched(), each.why()))
                .isEqualTo(together.effects().stream()
                        .map(each -> List.<Object>of(each.text(), each.touched(), each.why()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_asked_stays_as_it_was_and_is_laid_alike_again(long seed) {
        var world = SNAPSHOT.world();
        var offers = Map.copyOf(world.offers());
        var figures = List.copyOf(world.observations());
        var buyer = BUYER.toString();
        var digests = SNAPSHOT.digests(QUESTION, "solver");
        var scenario = named("mine", new RandomPatches(seed).some(6));
        var once = applied(scenario);
        var again = applied(scenario);

        assertThat(again).isEqualTo(once);
        assertThat(SNAPSHOT.world()).isSameAs(world);
        assertThat(world.offers()).isEqualTo(offers);
        assertThat(world.observations()).isEqualTo(figures);
        assertThat(QUESTION).isEqualTo(new Question(BUYER, DAY, List.of()));
        assertThat(BUYER.toString()).isEqualTo(buyer);
        assertThat(SNAPSHOT.digests(QUESTION, "solver")).isEqualTo(digests);
        assertThat(once.snapshot().digests(once.question(), "solver")).containsKey("scenarios");
    }

    @Test
    void once_over_nothing_changes() {
        var ones = new ArrayList<Patch>();
        for (var side : Side.values()) {
            ones.add(new Patch.Prices(Verb.SCALE, side, Where.ALL, 1_000_000));
        }
        for (var criterion : List.of("quality", "language", "price", "supply", "locality", "openness")) {
            ones.add(new Patch.CriterionWeight(Verb.SCALE, criterion, 1_000_000));
        }
        for (var field : List.of("volume", "input_mtok_month", "output_mtok_month", "weight")) {
            ones.add(new Patch.Demands(Verb.SCALE, field, Where.ALL, 1_000_000));
        }
        SNAPSHOT.world()
                .indicators()
                .keySet()
                .forEach(id -> ones.add(new Patch.Indicators(Verb.SCALE, id, List.of(), 1)));
        for (var enabler : List.of("compute", "energy", "talent")) {
            ones.add(new Patch.Shock(enabler, List.of(), 1_000_000));
        }
        for (var buyer : SNAPSHOT.buyers().values()) {
            var question = new Question(buyer, DAY, List.of());
            var applied = Applied.of(SNAPSHOT, question, List.of(named("ones", ones)));

            assertThat(applied.snapshot()).isSameAs(SNAPSHOT);
            assertThat(applied.question().buyer()).isEqualTo(question.buyer());
            assertThat(applied.effects())
                    .allSatisfy(
                            each -> assertThat(each.touched()).as(each.text()).isZero());
        }
    }

    @Test
    void a_demand_of_the_largest_size_is_left_whole_by_a_scale_of_one() {
        var largest = BUYER.demands().get(0).sized(1_000_000, 1_000_000, 7);
        var buyer = BUYER.with(BUYER.policy(), List.of(), List.of(largest));
        var applied = Applied.of(
                SNAPSHOT,
                new Question(buyer, DAY, List.of()),
                List.of(named("one", List.of(new Patch.Demands(Verb.SCALE, "volume", Where.ALL, 1_000_000)))));

        assertThat(applied.question().buyer().demands()).containsExactly(largest);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_scaled_price_is_that_of_exactly_the_offers_meant(long seed) {
        var where = new RandomPatches(seed).where();
        var side = List.of(Side.values()).get((int) (seed % 3));
        long by = 1_000_000 + 7_919 * (seed + 1);
        var applied = applied(new Patch.Prices(Verb.SCALE, side, where, by));
        int touched = 0;
        for (var old : SNAPSHOT.world().offers().values()) {
            boolean meant = PlainOffers.meant(SNAPSHOT.world(), old, where);
            var fresh = World.known(applied.snapshot().world().offers(), old.id());

            assertThat(fresh.inputPrice())
                    .as("%s by %s", old.id(), where.words())
                    .isEqualTo(meant && side != Side.OUTPUT ? times(old.inputPrice(), by) : old.inputPrice());
            assertThat(fresh.outputPrice())
                    .as("%s by %s", old.id(), where.words())
                    .isEqualTo(meant && side != Side.INPUT ? times(old.outputPrice(), by) : old.outputPrice());
            touched += fresh.equals(old) ? 0 : 1;
        }
        assertThat(applied.snapshot().world().offers())
                .hasSameSizeAs(SNAPSHOT.world().offers());
        assertThat(applied.effects().get(0).touched()).isEqualTo(touched);
    }

    /** {@return price times millionths, halves to the even side, by long division} */
    private static @Nullable Long times(@Nullable Long price, long millionths) {
        if (price == null) {
            return null;
        }
        var parts = BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(millionths))
                .divideAndRemainder(BigInteger.valueOf(1_000_000));
        long whole = parts[0].longValueExact();
        long rest = parts[1].longValueExact();
        return rest > 500_000 || (rest == 500_000 && whole % 2 == 1) ? whole + 1 : whole;
    }

    @Test
    void weights_always_sum_to_a_hundred_and_those_set_stay_set() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new RandomPatches(seed);
            var patches = new ArrayList<Patch>();
            for (int i = 0; i < 6; i++) {
                patches.add(random.weight());
            }
            var effects = applied(named("weights", patches));
            var weights = effects.question().buyer().policy().weights();
            var all = List.of(
                    weights.quality(),
                    weights.language(),
                    weights.price(),
                    weights.supply(),
                    weights.locality(),
                    weights.openness());

            assertThat(all).as("seed %d", seed).allMatch(each -> each >= 0 && each <= 100);
            assertThat(all.stream().mapToInt(Integer::intValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(100);
        }
    }

    @Test
    void weights_not_set_share_the_rest_in_proportion() {
        // 40, 10, 10, 10, 20, 10: price to 40 leaves 60 for parts 40:10:10:20:10 of 90
        var buyer = BUYER.with(
                BUYER.policy().with(new org.multipolar.catalog.Policy.Weights(40, 10, 10, 10, 20, 10), Map.of()),
                List.of(),
                BUYER.demands());
        var applied = Applied.of(
                SNAPSHOT,
                new Question(buyer, DAY, List.of()),
                List.of(named("price", List.of(new Patch.CriterionWeight(Verb.SET, "price", 40)))));

        // 26.67, 6.67, 6.67, 13.33, 6.67: floors sum to 57, the three left go to the largest remainders, all .67,
        // the earlier first among equals: quality, language, supply
        assertThat(applied.question().buyer().policy().weights())
                .isEqualTo(new org.multipolar.catalog.Policy.Weights(27, 7, 40, 7, 13, 6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void removed_offers_are_nobodys_candidates(long seed) {
        var where = new RandomPatches(seed).where();
        var applied = applied(new Patch.Remove(Patch.Table.OFFERS, where));
        var demand = BUYER.demands().get(0);
        var left = new TreeSet<String>();
        for (var offer : SNAPSHOT.world().offers().values()) {
            if (!PlainOffers.meant(SNAPSHOT.world(), offer, where)) {
                left.add(offer.id());
            }
        }
        var expected = candidates(SNAPSHOT.world(), demand.id()).stream()
                .filter(each -> each.site() != null || left.contains(each.offer()))
                .map(Candidate::id)
                .toList();

        assertThat(candidates(applied.snapshot().world(), demand.id()))
                .extracting(Candidate::id)
                .isEqualTo(expected);
    }

    @Test
    void a_model_that_is_gone_is_gone_from_own_halls_too() {
        var bank = World.known(SNAPSHOT.buyers(), "gulf-public-group");
        var hall = SNAPSHOT.buyers().values().stream()
                .filter(each -> !each.sites().isEmpty())
                .findFirst()
                .orElse(bank);
        var demand = hall.demands().get(0);
        var own = Candidates.of(SNAPSHOT.world(), hall, demand).stream()
                .filter(each -> each.site() != null)
                .findFirst()
                .orElseThrow();
        var applied = applied(new Patch.Remove(
                Patch.Table.MODELS,
                new Where(Map.of(Field.MODEL, List.of(own.model().id())))));

        assertThat(Candidates.of(applied.snapshot().world(), hall, demand))
                .isNotEmpty()
                .noneMatch(each -> each.model().id().equals(own.model().id()));
    }

    private static List<Candidate> candidates(World world, String demand) {
        return Candidates.of(
                world,
                BUYER,
                BUYER.demands().stream()
                        .filter(each -> each.id().equals(demand))
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "CN", "DE", "FR", "AE", "JP", "IE"})
    void a_lost_country_takes_what_the_decision_model_says(String country) {
        for (var buyer : SNAPSHOT.buyers().values()) {
            var applied = Applied.of(
                    SNAPSHOT,
                    new Question(buyer, DAY, List.of()),
                    List.of(named("lost", List.of(new Patch.Lost(Patch.Loss.COUNTRY, List.of(country), Where.ALL)))));
            var barriers = new Barriers(SNAPSHOT.world(), applied.question());
            for (var candidate :
                    Candidates.of(SNAPSHOT.world(), buyer, buyer.demands().get(0))) {
                assertThat(!barriers.against(candidate).isEmpty())
                        .as("%s without %s", candidate.id(), country)
                        .isEqualTo(takenWith(country, candidate));
            }
        }
    }

    /**
     * Closed models made or owned there stop, and all that is operated from or served there; open weights run elsewhere keep
     * running. Where nobody says where it is served, it may be there.
     */
    private static boolean takenWith(String country, Candidate candidate) {
        var world = SNAPSHOT.world();
        var model = World.known(world.models(), candidate.model().id());
        var maker = World.known(world.suppliers(), model.supplier());
        boolean closed = !List.of("open-source", "open-weights")
                .contains(model.openness().word());
        boolean maybeThere = candidate.routing() == Offer.Routing.UNKNOWN
                || (candidate.places().isEmpty() && !candidate.routing().word().equals("anywhere"));
        return (closed
                        && (maker.origin().equals(country)
                                || maker.parentOrigin().equals(country)))
                || candidate.hostOrigin().equals(country)
                || candidate.places().contains(country)
                || maybeThere;
    }

    @Test
    void a_later_price_wins_and_a_scale_acts_on_what_was_set() {
        var sold = new Where(Map.of(Field.ORIGIN, List.of("FR")));
        var set = applied(
                new Patch.Prices(Verb.SET, Side.BOTH, sold, 3_000_000),
                new Patch.Prices(Verb.SET, Side.BOTH, sold, 2_000_000),
                new Patch.Prices(Verb.SCALE, Side.INPUT, sold, 1_500_000));

        assertThat(set.snapshot().world().offers().values())
                .filteredOn(each -> PlainOffers.meant(SNAPSHOT.world(), each, sold))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.inputPrice()).isEqualTo(3_000_000);
                    assertThat(each.outputPrice()).isEqualTo(2_000_000);
                });
    }

    @Test
    void contradictions_are_decided_for_the_later_and_what_is_idle_says_so() {
        var rule = SNAPSHOT.rulebook().cards().values().stream()
                .filter(each -> !each.switchedOff())
                .findFirst()
                .orElseThrow()
                .id();
        var off = new Patch.Rules(Patch.Ruling.OFF, List.of(rule), null);
        var on = new Patch.Rules(Patch.Ruling.ON, List.of(rule), null);

        assertThat(applied(named("a", List.of(off)), named("b", List.of(on)))
                        .question()
                        .withoutRules())
                .isEmpty();
        assertThat(applied(named("a", List.of(on)), named("b", List.of(off)))
                        .question()
                        .withoutRules())
                .containsExactly(rule);
        var twice = applied(off, off);
        assertThat(twice.effects().get(1).why()).isEqualTo("the rules are left out already");
        assertThat(applied(on).effects().get(0).why()).isEqualTo("the rules are not switched off");
        assertThat(applied(new Patch.Unbound(List.of("nobody")))
                        .effects()
                        .get(0)
                        .why())
                .contains("nobody");
    }

    @Test
    void a_rule_moved_twice_holds_from_the_later_patch_and_counts_as_changed() {
        var rule = "EU-CADA-PROPOSAL";
        var applied = applied(
                new Patch.Rules(Patch.Ruling.FROM, List.of(rule), LocalDate.parse("2027-01-01")),
                new Patch.Rules(Patch.Ruling.FROM, List.of(rule), LocalDate.parse("2027-06-01")));

        assertThat(applied.question().circumstances().rulesFrom())
                .isEqualTo(Map.of(rule, LocalDate.parse("2027-06-01")));
        assertThat(applied.effects().get(1).touched()).isEqualTo(1);
    }

    @Test
    void a_rule_put_back_to_its_own_first_day_holds_from_there() {
        var card = SNAPSHOT.rulebook().cards().values().stream()
                .filter(each -> each.from() != null)
                .findFirst()
                .orElseThrow();
        var applied = applied(
                new Patch.Rules(Patch.Ruling.FROM, List.of(card.id()), LocalDate.parse("2030-01-01")),
                new Patch.Rules(Patch.Ruling.FROM, List.of(card.id()), card.from()));

        assertThat(applied.question().circumstances().rulesFrom()).isEmpty();
    }

    @Test
    void the_later_limit_of_an_id_is_the_limit() {
        var half = bound(50);
        var third = bound(33);
        var applied = applied(new Patch.Bound(half), new Patch.Bound(third), new Patch.Bound(third));

        assertThat(applied.question().buyer().limits())
                .filteredOn(each -> each.id().equals("mine"))
                .containsExactly(third);
        assertThat(applied.effects().get(2).why()).isEqualTo("the buyer has this limit already");
    }

    private static LimitClause bound(int at) {
        return new LimitClause(
                "mine",
                LimitClause.Kind.CAP,
                LimitClause.On.ORIGIN,
                List.of(),
                LimitClause.Scope.BUYER,
                null,
                null,
                at,
                "why",
                "");
    }

    @Test
    void the_last_day_named_is_asked_about_and_scenarios_hold_by_it() {
        var first = RandomPatches.scenario("first", null, null, List.of(new Patch.AsOf(LocalDate.parse("2027-01-01"))));
        var second = RandomPatches.scenario(
                "second", LocalDate.parse("2027-02-01"), null, List.of(new Patch.AsOf(LocalDate.parse("2027-03-01"))));
        var applied = applied(first, second);

        assertThat(applied.question().asOf()).isEqualTo(LocalDate.parse("2027-03-01"));
        assertThat(applied.effects().get(0).why()).contains("2027-03-01");
        assertThat(applied.effects().get(1).why()).isEmpty();
    }
}
