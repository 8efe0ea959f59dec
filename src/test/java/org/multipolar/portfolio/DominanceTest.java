package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.World;
import org.multipolar.rulebook.Effect;

/** A candidate is left out only where another alike in all that a limit sees is better, or three of other models are. */
class DominanceTest {

    private static final Demand DEMAND = World.known(new SmallQuestion().demand("d", 100, "de").demands, "d");

    private static SmallBid bid(String id, String model) {
        return SmallBid.of(id, "maker", "US")
                .at("op", "US", "US")
                .model(model, "root")
                .score(5_000)
                .price(3);
    }

    private static LimitClause clause(On on, String... of) {
        return new LimitClause("l", Kind.CAP, on, List.of(of), Scope.DEMAND, "d", null, 60, "l", "");
    }

    private static Dominance usual(LimitClause... clauses) {
        return new Dominance(1, 100, List.of(clauses), true, Map.of());
    }

    private static List<String> kept(Dominance dominance, SmallBid... bids) {
        var all = new ArrayList<Assessment>();
        for (var bid : bids) {
            all.add(bid.assessment(DEMAND));
        }
        return dominance.worthwhile(all, each -> false).stream()
                .map(each -> each.candidate().id())
                .toList();
    }

    @Test
    void of_one_model_the_better_the_cheaper_and_the_first_are_enough() {
        assertThat(kept(usual(), bid("a", "m"), bid("b", "m").score(5_001))).containsExactly("b");
        assertThat(kept(usual(), bid("a", "m"), bid("b", "m").price(2))).containsExactly("b");
        assertThat(kept(usual(), bid("a", "m"), bid("b", "m"))).containsExactly("a");
        assertThat(kept(usual(), bid("b", "m"), bid("a", "m"))).containsExactly("a");
    }

    @Test
    void one_that_is_better_and_dearer_leaves_room_for_one_that_is_worse_and_cheaper() {
        assertThat(kept(usual(), bid("a", "m").score(5_001), bid("b", "m").price(2)))
                .containsExactly("a", "b");
    }

    @Test
    void where_only_a_mix_is_asked_for_scores_do_not_count() {
        var unscored = new Dominance(1, 100, List.of(), false, Map.of());

        assertThat(kept(unscored, bid("a", "m").score(9_000), bid("b", "m").price(2)))
                .containsExactly("b");
        assertThat(kept(unscored, bid("a", "m"), bid("b", "m").score(9_000))).containsExactly("a");
    }

    static Stream<Arguments> differences() {
        var cap = SmallQuestion.bound("CAP", "policy", Effect.CAP, "origin", "part");
        var floor = SmallQuestion.bound("FLOOR", "policy", Effect.REQUIRE, "open", "part");
        return Stream.of(
                of("operator", bid -> bid.at("op2", "US", "US")),
                of("host's origin", bid -> bid.at("op", "FR", "US")),
                of("place", bid -> bid.at("op", "US", "FR")),
                of("lineage", bid -> bid.model("m", "other")),
                of("openness", SmallBid::open),
                of("languages", bid -> bid.speaks("de")),
                of("routing", bid -> {
                    bid.routing = Offer.Routing.IN_REGION;
                    return bid;
                }),
                of("access", bid -> {
                    bid.access = Candidate.AccessMode.SUPPLIER_API;
                    return bid;
                }),
                of("a cap found on it", bid -> bid.found(cap)),
                of("a floor found on it", bid -> bid.found(floor)),
                of("what forbids it", bid -> bid.fails("ability: 1 below 2")));
    }

    private static Arguments of(String what, UnaryOperator<SmallBid> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void what_a_limit_can_tell_apart_is_not_alike(String what, UnaryOperator<SmallBid> change) {
        assertThat(kept(usual(), change.apply(bid("a", "m")), bid("b", "m").score(5_001)))
                .containsExactly("a", "b");
        assertThat(kept(
                        usual(),
                        change.apply(bid("a", "m")),
                        change.apply(bid("b", "m").score(5_001))))
                .containsExactly("b");
    }

    @Test
    void another_maker_is_not_alike() {
        var other = SmallBid.of("a", "maker2", "US")
                .at("op", "US", "US")
                .model("m", "root")
                .price(3);

        assertThat(kept(usual(), other, bid("b", "m").score(5_001))).containsExactly("a", "b");
    }

    private static SmallBid[] models(int better) {
        var bids = new ArrayList<SmallBid>();
        bids.add(bid("worst", "m"));
        for (int i = 0; i < better; i++) {
            bids.add(bid("better" + i, "m" + i).score(6_000 - i));
        }
        return bids.toArray(SmallBid[]::new);
    }

    @Test
    void three_better_models_are_enough_and_two_are_not() {
        assertThat(kept(usual(), models(3))).containsExactly("better0", "better1", "better2");
        assertThat(kept(usual(), models(2))).contains("worst");
    }

    @ParameterizedTest
    @CsvSource({"2, 50, false", "3, 50, true", "2, 49, true"})
    void where_lots_are_large_or_models_capped_each_model_stays(int lot, long modelCap, boolean stays) {
        var dominance = new Dominance(lot, modelCap, List.of(), true, Map.of());

        assertThat(kept(dominance, models(3)).contains("worst")).isEqualTo(stays);
    }

    @Test
    void a_limit_on_models_keeps_each_model_but_of_one_model_the_best_is_enough() {
        assertThat(kept(usual(clause(On.MODEL)), models(3))).contains("worst");
        assertThat(kept(usual(clause(On.MODEL)), bid("a", "m"), bid("b", "m").score(5_001)))
                .containsExactly("b");
    }

    @Test
    void a_limit_on_an_offer_keeps_it_and_one_on_every_offer_keeps_all() {
        var worse = bid("a", "m");
        var better = bid("b", "m").score(5_001);

        assertThat(kept(usual(clause(On.OFFER, "a")), worse, better)).containsExactly("a", "b");
        assertThat(kept(usual(clause(On.OFFER, "z")), worse, better)).containsExactly("b");
        assertThat(kept(usual(clause(On.OFFER)), worse, better)).containsExactly("a", "b");
        assertThat(kept(usual(clause(On.ORIGIN)), worse, better)).containsExactly("b");
    }

    @Test
    void who_is_best_in_another_future_stays() {
        var worse = bid("a", "m");
        var better = bid("b", "m").score(5_001);

        assertThat(kept(valued(Map.of("d | a", List.of(1L, 9L), "d | b", List.of(1L, 8L))), worse, better))
                .containsExactly("a", "b");
        assertThat(kept(valued(Map.of("d | a", List.of(1L, 9L), "d | b", List.of(1L, 9L))), worse, better))
                .containsExactly("b");
        assertThat(kept(valued(Map.of("d | a", List.of(1L, 9L))), worse, better))
                .containsExactly("a", "b");
        assertThat(kept(valued(Map.of("d | b", List.of(1L, 9L))), worse, better))
                .containsExactly("b");
    }

    private static Dominance valued(Map<String, List<Long>> values) {
        return new Dominance(1, 100, List.of(), true, values);
    }

    @Test
    void who_is_asked_about_stays() {
        var all = List.of(bid("a", "m").assessment(DEMAND), bid("b", "m").assessment(DEMAND));

        assertThat(usual().worthwhile(all, each -> each.candidate().id().equals("b")))
                .isEqualTo(all);
    }
}
