package org.multipolar.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.multipolar.whatif.Told.ask;
import static org.multipolar.whatif.Told.market;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Policy;
import org.multipolar.explain.Cost;
import org.multipolar.review.SmallMarket;
import org.multipolar.whatif.WhatIf.Attribution;
import org.multipolar.whatif.WhatIf.Delta;
import org.multipolar.whatif.WhatIf.Exposure;
import org.multipolar.whatif.WhatIf.LostShare;
import org.multipolar.whatif.WhatIf.Move;

/**
 * What-ifs worked out by hand. The whole demand is 100 Mtok at 1 USD; a step is 5 of 100. With g steps of gamma and b of beta a mix
 * scores 1,000 * 20 * (10,000 g + 7,000 b); alpha scores nothing.
 */
class WhatIfTest {

    private static final String FRANCE_LOST =
            "id: france\ntitle: France\npatches:\n  - event: {lost: country, is: FR}\n";
    private static final String ALPHA_DEARER =
            "id: dearer\npatches:\n  - scale: {price: both, where: {offer: alpha@three}, by: 2}\n";

    private static long score(int gamma, int beta) {
        return 20_000L * (10_000L * gamma + 7_000L * beta);
    }

    private static Cost usd(long tokens) {
        return new Cost(tokens * 1_000_000, 0, 0, tokens * 1_000_000);
    }

    private static Map<String, Integer> shares(Side side) {
        var shares = new java.util.TreeMap<String, Integer>();
        side.demands().forEach(each -> each.shares().forEach(share -> shares.put(share.offer(), share.percent())));
        return shares;
    }

    @Test
    void a_loss_is_held_failed_over_and_planned_anew() {
        var told = ask(market(), FRANCE_LOST);

        assertThat(shares(told.baseline())).isEqualTo(Map.of("gamma@one", 60, "beta@two", 40));
        assertThat(told.baseline().score()).isEqualTo(score(12, 8));
        assertThat(told.baseline().bound()).isEqualTo(score(12, 8));
        assertThat(told.baseline().cost()).isEqualTo(usd(100));
        assertThat(told.baseline().capacity()).isEqualTo(10_000);
        assertThat(told.baseline().contracts()).containsExactly("one", "two");
        // one over 0.6 squared and 0.4 squared
        assertThat(told.baseline().effectiveOrigins()).isEqualTo(19_231);

        assertThat(shares(told.hold())).isEqualTo(Map.of("gamma@one", 60));
        assertThat(told.hold().outcome()).isEqualTo("held");
        assertThat(told.hold().score()).isEqualTo(score(12, 0));
        assertThat(told.hold().cost()).isEqualTo(usd(60));
        assertThat(told.hold().capacity()).isEqualTo(6_000);
        assertThat(told.hold().demands().get(0).served()).isEqualTo(60);
        assertThat(told.hold().contracts()).containsExactly("one");
        assertThat(told.hold().effectiveOrigins()).isEqualTo(10_000);

        assertThat(shares(told.failOver())).isEqualTo(Map.of("gamma@one", 60, "beta@one", 40));
        assertThat(told.failOver().cost()).isEqualTo(usd(60 + 80));
        assertThat(shares(told.rePlan())).isEqualTo(shares(told.failOver()));
        assertThat(told.rePlan().score()).isEqualTo(score(12, 8));
        assertThat(told.headline())
                .isEqualTo(
                        "Held as it is, the mix loses 40 percent of its volume; those under contract can take over at +40 USD a"
                                + " month, score unchanged. The new best mix moves 2 shares: +40 USD a month, score unchanged.");
        assertThat(told.noEffect()).isNull();
    }

    @Test
    void what_is_lost_and_moved_says_why_and_where_the_volume_goes() {
        var told = ask(market(), FRANCE_LOST);

        assertThat(told.lost())
                .containsExactly(new LostShare(
                        "d",
                        "beta@two",
                        "beta",
                        "FR",
                        40,
                        "scenario",
                        "scenario france: country FR lost",
                        "",
                        List.of()));
        assertThat(told.moves())
                .containsExactly(
                        new Move(
                                "d",
                                "beta@one",
                                "beta",
                                "beta",
                                "DE",
                                0,
                                40,
                                "it takes over what others lose",
                                "",
                                List.of()),
                        new Move(
                                "d",
                                "beta@two",
                                "beta",
                                "beta",
                                "FR",
                                40,
                                0,
                                "scenario france: country FR lost",
                                "",
                                List.of()));
        assertThat(told.exposure())
                .containsExactly(new Exposure("place", "DE", 6_000, 10_000), new Exposure("place", "FR", 4_000, 0));
        assertThat(told.digests()).containsKeys("scenarios", "world", "rules", "buyer");
    }

    @Test
    void those_under_contract_may_not_be_enough() {
        var market = new SmallMarket().limit("sixty", Kind.CAP, On.ORIGIN, 60);
        var told = ask(market, FRANCE_LOST);

        assertThat(told.failOver().outcome()).isEqualTo("infeasible");
        assertThat(told.failOver().score()).isNull();
        assertThat(shares(told.rePlan())).isEqualTo(Map.of("gamma@one", 60, "alpha@three", 40));
        assertThat(told.rePlan().score()).isEqualTo(score(12, 0));
        assertThat(told.headline())
                .isEqualTo(
                        "Held as it is, the mix loses 40 percent of its volume; those under contract cannot take all of it over. "
                                + "The new best mix moves 2 shares: the same USD a month, score -1120000000.");

        market.incumbents.put("three", 0L);
        assertThat(shares(ask(market, FRANCE_LOST).failOver())).isEqualTo(Map.of("gamma@one", 60, "alpha@three", 40));
    }

    @Test
    void contracts_and_exits_count_in_what_is_held() {
        var market = market();
        market.costPoints = 1;
        market.contractCost = 3_000_000;
        market.incumbents.put("two", 7_000_000L);
        var told = ask(market, FRANCE_LOST);

        // two contracts of 3 USD, and no exit while two is kept; held, both contracts run on and two is not left.
        // Planned anew there is one contract, and the exit of 7 USD
        assertThat(told.baseline().cost()).isEqualTo(new Cost(100_000_000, 6_000_000, 0, 106_000_000));
        assertThat(told.baseline().score()).isEqualTo(score(12, 8) - 6);
        assertThat(told.hold().cost()).isEqualTo(new Cost(60_000_000, 6_000_000, 0, 66_000_000));
        assertThat(told.hold().score()).isEqualTo(score(12, 0) - 6);
        assertThat(told.rePlan().cost()).isEqualTo(new Cost(140_000_000, 3_000_000, 7_000_000, 150_000_000));
        assertThat(told.rePlan().score()).isEqualTo(score(12, 8) - 3 - 7);
    }

    @Test
    void a_share_that_law_takes_names_the_law() {
        var market = market().rule("LAW-FR", "exclude", "@from( \"2027-03-01\" )", "servingCountry.named(\"FR\")");
        var told = ask(market, "id: sooner\npatches:\n  - rule: {from: LAW-FR, date: 2026-11-22}\n");

        assertThat(told.lost()).singleElement().satisfies(each -> {
            assertThat(each.ground()).isEqualTo("law");
            assertThat(each.why()).isEqualTo("Rule LAW-FR (LAW-FR)");
            assertThat(each.citation()).isEqualTo("House");
        });
        assertThat(told.moves().get(1).citation()).isEqualTo("House");
    }

    @Test
    void duties_come_and_go_with_those_they_fall_on() {
        var market = new SmallMarket()
                .limit("sixty", Kind.CAP, On.ORIGIN, 60)
                .rule("DUTY-BETA", "oblige", "@obligation( \"Sign it.\" )", "supplier.named(\"beta\")")
                .rule("DUTY-ALPHA", "oblige", "@obligation( \"File it.\" )", "supplier.named(\"alpha\")");
        var told = ask(market, FRANCE_LOST);

        assertThat(told.duties())
                .containsExactly(
                        new WhatIf.DutyMove("DUTY-ALPHA", "added", "File it.", "House"),
                        new WhatIf.DutyMove("DUTY-BETA", "dropped", "Sign it.", "House"));
    }

    @Test
    void a_held_mix_names_the_limits_it_breaks() {
        var market = market().limit("open-half", Kind.FLOOR, On.OPENNESS, 50);
        var told = ask(market, "id: gamma\npatches:\n  - event: {lost: lineage, is: gamma}\n");

        assertThat(told.hold().capacity()).isEqualTo(4_000);
        assertThat(told.broken()).extracting(WhatIf.Broken::limit).containsExactly("open-half:d");
        assertThat(shares(told.rePlan())).isEqualTo(Map.of("beta@two", 60, "alpha@three", 40));
    }

    @Test
    void a_scenario_before_its_date_has_no_effect() {
        var told = ask(market(), "id: later\nfrom: 2027-01-01\npatches:\n  - event: {lost: country, is: FR}\n");

        assertThat(told.noEffect())
                .isEqualTo("No effect, because it begins on 2027-01-01, and the day asked about is 2026-11-22.");
        assertThat(told.headline()).isEqualTo(told.noEffect());
        assertThat(told.attribution()).isEmpty();
        assertThat(told.rePlan().score()).isEqualTo(told.baseline().score());
    }

    @Test
    void what_touches_nothing_that_matters_says_what_it_touches() {
        assertThat(ask(market(), ALPHA_DEARER).noEffect())
                .isEqualTo(
                        "No effect, because of 4 candidates that this buyer may buy it takes 0 away, brings 0 in and rates or"
                                + " prices 1 otherwise, none of them in the mix nor better than it.");
        assertThat(ask(
                                market(),
                                "id: slack\npatches:\n  - limit: {id: ninety, kind: cap, on: origin, scope: buyer, at: 90, why: w}\n")
                        .noEffect())
                .isEqualTo("No effect, because of 4 candidates that this buyer may buy it touches none.");
        assertThat(ask(market(), "id: none\npatches:\n  - limit: {drop: [nobody]}\n")
                        .noEffect())
                .isEqualTo("No effect, because the buyer has no limit called nobody.");
        assertThat(ask(market(), "id: empty\npatches: []\n").noEffect())
                .isEqualTo(
                        "No effect, because the scenario states no change that offers, rules or figures could show.");
    }

    @Test
    void the_same_mix_at_another_price_or_score_is_an_effect() {
        var dearer = ask(market(), "id: x\npatches:\n  - scale: {price: both, where: {offer: gamma@one}, by: 2}\n");
        assertThat(dearer.noEffect()).isNull();
        assertThat(dearer.moves()).isEmpty();
        assertThat(dearer.headline())
                .isEqualTo(
                        "Held as it is, the mix keeps running in full. The same mix stays best, +60 USD a month, score unchanged.");

        var market = market();
        market.weights = new Policy.Weights(0, 0, 10, 0, 0, 90);
        var lower = ask(market, "id: x\npatches:\n  - scale: {price: both, where: {offer: gamma@one}, by: 2}\n");
        assertThat(lower.noEffect()).isNull();
        assertThat(lower.moves()).isEmpty();
        assertThat(lower.rePlan().score()).isLessThan(lower.baseline().score());
        assertThat(lower.hold().score()).isEqualTo(lower.rePlan().score());
    }

    @Test
    void of_two_changes_the_one_that_matters_is_told() {
        var told = ask(market(), FRANCE_LOST, ALPHA_DEARER);
        var whole = new Delta("optimal", 0L, 40_000_000L, 4_000, 2);
        var nothing = new Delta("optimal", 0L, 0L, 0, 0);

        assertThat(told.attribution())
                .containsExactly(
                        new Attribution("france", "country FR lost", whole, nothing, "The whole effect is its own."),
                        new Attribution(
                                "dearer",
                                "prices of offer alpha@three times 2",
                                nothing,
                                whole,
                                "It changes nothing here."));
        assertThat(told.lost().get(0).by()).containsExactly("france");
        assertThat(told.moves()).extracting(Move::by).containsExactly(List.of(), List.of("france"));
    }

    @Test
    void patches_of_one_scenario_are_told_apart_likewise() {
        var told = ask(
                market(),
                """
                id: both
                patches:
                  - scale: {price: both, where: {offer: alpha@three}, by: 2}
                  - event: {lost: country, is: FR}
                """);

        assertThat(told.attribution())
                .extracting(Attribution::change, Attribution::finding)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("both #1", "It changes nothing here."),
                        org.assertj.core.groups.Tuple.tuple("both #2", "The whole effect is its own."));
        assertThat(told.lost().get(0).by()).containsExactly("both #2");
    }

    @Test
    void changes_that_matter_only_together_are_told_so() {
        var market = market().maker("eps", "US", Openness.OPEN_SOURCE, "mit")
                .rule("LAW-US", "exclude", "", "servingCountry.named(\"US\")");
        var told = ask(
                market,
                """
                id: offered
                patches:
                  - add: {offer: {offer_id: eps@one, model_id: eps, host_id: one, serving_regions: [US], routing: in-region, input_usd_per_mtok: 1, output_usd_per_mtok: 1}}
                """,
                "id: allowed\npatches:\n  - rule: {off: LAW-US}\n");

        assertThat(shares(told.rePlan())).isEqualTo(Map.of("eps@one", 60, "gamma@one", 40));
        assertThat(told.rePlan().score()).isEqualTo(score(20, 0));
        assertThat(told.attribution())
                .extracting(Attribution::finding)
                .containsExactly("It matters only together with others.", "It matters only together with others.");
        assertThat(told.moves())
                .filteredOn(each -> each.offer().equals("eps@one"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.reason()).isEqualTo("it is offered now");
                    assertThat(each.by()).containsExactly("offered");
                });
    }

    @Test
    void the_baseline_of_a_scenario_on_another_is_the_mix_under_that() {
        var told = ask(
                market(),
                SmallMarket.DAY,
                1,
                "id: beta-too\non: france\npatches:\n  - event: {lost: lineage, is: beta}\n",
                FRANCE_LOST);

        assertThat(told.on()).containsExactly("france");
        assertThat(told.scenarios()).extracting(WhatIf.Laid::id).containsExactly("beta-too");
        assertThat(shares(told.baseline())).isEqualTo(Map.of("gamma@one", 60, "beta@one", 40));
        assertThat(told.baseline().cost()).isEqualTo(usd(140));
        assertThat(shares(told.rePlan())).isEqualTo(Map.of("gamma@one", 60, "alpha@three", 40));
        assertThat(told.attribution()).isEmpty();
    }

    @Test
    void where_no_new_mix_keeps_all_limits_the_held_one_is_still_shown() {
        var told = ask(market(), "id: alone\npatches:\n  - event: {lost: model, is: [alpha, beta]}\n");

        assertThat(told.rePlan().outcome()).isEqualTo("infeasible");
        assertThat(told.rePlan().note()).startsWith("Nobody may serve d within its own limits");
        assertThat(told.hold().capacity()).isEqualTo(6_000);
        assertThat(told.moves()).isEmpty();
        assertThat(told.lost()).hasSize(1);
        assertThat(told.headline())
                .isEqualTo(
                        "Held as it is, the mix loses 40 percent of its volume; those under contract cannot take all of it over."
                                + " No new mix keeps all limits.");
    }

    @Test
    void a_buyer_without_a_mix_holds_none_and_may_gain_one() {
        var market = market().rule("LAW-ALL", "exclude", "", "operatingCountry.named(\"DE\")");
        var still = ask(market, FRANCE_LOST);
        assertThat(still.headline()).isEqualTo("No effect, because there is no mix before and none after.");
        assertThat(still.hold().stands()).isFalse();
        assertThat(still.failOver().stands()).isFalse();

        var gained = ask(market, "id: off\npatches:\n  - rule: {off: LAW-ALL}\n");
        assertThat(gained.baseline().outcome()).isEqualTo("infeasible");
        assertThat(gained.hold().note()).isEqualTo("There is no mix to hold.");
        assertThat(gained.headline()).isEqualTo("There is no mix as things are; under the scenario there is one.");
        assertThat(gained.rePlan().score()).isEqualTo(score(12, 8));
    }

    @Test
    void another_day_is_asked_about_where_the_scenario_says_so() {
        var market = market().rule("LAW-FR", "exclude", "@from( \"2027-03-01\" )", "servingCountry.named(\"FR\")");
        var told = ask(market, "id: day\npatches:\n  - asOf: 2027-03-01\n");

        assertThat(told.asOf()).isEqualTo("2026-11-22");
        assertThat(told.scenarioAsOf()).isEqualTo("2027-03-01");
        assertThat(told.lost()).extracting(LostShare::ground).containsExactly("law");
    }

    @Test
    void a_scenario_asked_about_twice_is_refused() {
        assertThatThrownBy(() -> ask(market(), FRANCE_LOST, FRANCE_LOST))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("(france) is asked about twice");
    }
}
