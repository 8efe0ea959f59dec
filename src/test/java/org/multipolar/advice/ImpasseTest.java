package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.explain.ClashMember;
import org.multipolar.explain.Relaxation;
import org.multipolar.portfolio.SmallBid;
import org.multipolar.portfolio.SmallQuestion;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.solve.Decomposition;

/**
 * Clashes and ways out worked out by hand.
 *
 * <p>Two bids for 100 Mtok: {@code best} is closed, American, suits 8,000 and costs 1,000 USD for all of the demand; {@code
 * other} is open, French, suits 5,000 and costs 100. A mix with x percent of the best scores 1,000 * 20 * (8,000 x + 5,000
 * (100 - x)) / 5.
 */
class ImpasseTest {

    private static final Solver SOLVER = Decomposition.usual();

    @Test
    void a_floor_and_a_cap_clash_and_either_may_give_way() {
        var impasse = of(question()
                .limit("open", Kind.FLOOR, On.OPENNESS, Scope.DEMAND, "d", 30)
                .limit("fr", Kind.CAP, On.ORIGIN, Scope.DEMAND, "d", 20, "FR"));

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactlyInAnyOrder("fr:d", "open:d");
        assertThat(member(impasse, "open:d").need()).isEqualTo("at least 30 %");
        assertThat(member(impasse, "open:d").have()).isEqualTo("at most 20 %");
        assertThat(member(impasse, "fr:d").need()).isEqualTo("at most 20 %");
        assertThat(member(impasse, "fr:d").have()).isEqualTo("at least 30 %");
        assertThat(impasse.relaxations())
                .extracting(Relaxation::limit, Relaxation::score, Relaxation::costMicroUsd)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("open:d", 2_960_000_000L, 820_000_000L),
                        org.assertj.core.groups.Tuple.tuple("fr:d", 2_840_000_000L, 730_000_000L));
        assertThat(impasse.relaxations().get(0).changes().get(0).to()).isEqualTo(20);
        assertThat(impasse.relaxations().get(1).changes().get(0).to()).isEqualTo(30);
    }

    /** 60 percent of the best costs 640 USD; 500 USD buy 44.4 percent of it, which is 40 in whole steps. */
    @Test
    void a_budget_says_what_it_would_have_to_be() {
        var impasse = of(question()
                .limit("us", Kind.FLOOR, On.ORIGIN, Scope.DEMAND, "d", 60, "US")
                .limit("money", Kind.CAP, On.COST, Scope.BUYER, null, 500_000_000));

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactlyInAnyOrder("us:d", "money");
        assertThat(member(impasse, "money").need()).isEqualTo("at most 500 USD a month");
        assertThat(member(impasse, "money").have()).isEqualTo("at least 640 USD a month");
        assertThat(member(impasse, "us:d").have()).isEqualTo("at most 40 %");
        assertThat(impasse.relaxations())
                .extracting(Relaxation::limit, Relaxation::costMicroUsd)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("money", 640_000_000L),
                        org.assertj.core.groups.Tuple.tuple("us:d", 460_000_000L));
    }

    /** What joins demands: 50 percent of both by volume, while each demand may have all of the best. */
    @Test
    void demands_that_clash_only_together_are_looked_at_together() {
        var impasse = of(question()
                .demand("e", 300)
                .bid("e", SmallBid.of("best", "american", "US").score(8_000).price(10))
                .bid(
                        "e",
                        SmallBid.of("other", "french", "FR")
                                .score(5_000)
                                .price(1)
                                .open())
                .limit("fr", Kind.CAP, On.ORIGIN, Scope.BUYER, null, 50, "FR")
                .limit("money", Kind.CAP, On.COST, Scope.BUYER, null, 1_300_000_000L));

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactlyInAnyOrder("fr", "money");
        // Half of 400 Mtok at 10 and half at 1 USD is 2,200 USD.
        assertThat(member(impasse, "money").have()).isEqualTo("at least 2,200 USD a month");
        // 10 x + 1 (400 - x) <= 1,300 leaves 100 Mtok of the best, so 75 percent French.
        assertThat(member(impasse, "fr").have()).isEqualTo("at least 75 %");
    }

    @Test
    void a_rule_that_keeps_out_the_only_way_is_a_member_and_law_is_locked() {
        var impasse = of(withThird("LAW-X", "regulatory", true));

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactlyInAnyOrder("fr:d", "open:d", "LAW-X@d");
        assertThat(member(impasse, "LAW-X@d").locked()).isTrue();
        assertThat(member(impasse, "LAW-X@d").owner()).isEqualTo("law");
        assertThat(impasse.relaxations()).extracting(Relaxation::limit).containsExactly("open:d", "fr:d");
    }

    /** The third bid is as good as the best: 20 percent French, 10 Chinese, 70 American scores more than the best pair. */
    @Test
    void a_house_rule_that_keeps_out_may_be_switched_off() {
        var impasse = of(withThird("POL-X", "policy", true));

        assertThat(member(impasse, "POL-X@d").locked()).isFalse();
        assertThat(member(impasse, "POL-X@d").settledBy()).contains("switch");
        assertThat(impasse.relaxations()).extracting(Relaxation::limit).containsExactly("POL-X@d", "open:d", "fr:d");
        assertThat(impasse.relaxations().get(0).changes().get(0).kind()).isEqualTo("switch-off");
        assertThat(impasse.relaxations().get(0).score()).isEqualTo(3_200_000_000L);
    }

    @Test
    void a_missing_paper_is_a_way_out_even_under_law() {
        var impasse = of(withThird("LAW-X", "regulatory", false));

        assertThat(impasse.clash()).extracting(ClashMember::id).contains("LAW-X@d:evidence");
        assertThat(member(impasse, "LAW-X@d:evidence").locked()).isFalse();
        assertThat(impasse.relaxations().get(0).limit()).isEqualTo("LAW-X@d:evidence");
        assertThat(impasse.relaxations().get(0).what()).contains("a paper", "third");
    }

    @Test
    void where_only_law_clashes_it_is_said() {
        var question = new SmallQuestion().demand("d", 100);
        question.with(SmallBid.of("one", "american", "US").found(SmallQuestion.exclusion("LAW-X", "regulatory", true)))
                .with(SmallBid.of("two", "french", "FR").found(SmallQuestion.exclusion("LAW-Y", "regulatory", true)));

        var impasse = of(question);

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactly("LAW-X@d", "LAW-Y@d");
        assertThat(impasse.relaxations()).isEmpty();
        assertThat(impasse.saying()).startsWith("All of [LAW-X@d, LAW-Y@d] is law");
    }

    /** The buyer's floor clashes with the law's cap too, but lowering it would help nobody. */
    @Test
    void a_clash_of_law_alone_is_told_before_one_with_the_buyers_wishes() {
        var question = question().limit("a-wish", Kind.FLOOR, On.ORIGIN, Scope.DEMAND, "d", 60, "US");
        question.clauses.add(law("law-cap", Kind.CAP, 40));
        question.clauses.add(law("law-floor", Kind.FLOOR, 50));

        var impasse = of(question);

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactlyInAnyOrder("law-cap:d", "law-floor:d");
        assertThat(impasse.clash()).allMatch(ClashMember::locked);
        assertThat(impasse.relaxations()).isEmpty();
        assertThat(impasse.saying()).contains("is law:");
    }

    private static LimitClause law(String id, Kind kind, long at) {
        return new LimitClause(id, kind, On.ORIGIN, List.of("US"), Scope.DEMAND, "d", null, at, id, "an article");
    }

    @Test
    void a_need_that_nobody_meets_is_the_buyers_to_lower() {
        var question = new SmallQuestion().demand("d", 100);
        question.with(SmallBid.of("one", "american", "US").fails("ability: surely below frontier 0.9"))
                .with(SmallBid.of("two", "french", "FR").fails("released 2027-01-01, after the day asked about"));

        var impasse = of(question);

        assertThat(impasse.clash())
                .extracting(ClashMember::id)
                .containsExactlyInAnyOrder("fit:ability@d", "fit:release@d");
        assertThat(member(impasse, "fit:release@d").locked()).isTrue();
        assertThat(impasse.relaxations()).extracting(Relaxation::limit).containsExactly("fit:ability@d");
    }

    @Test
    void clashes_of_two_demands_need_a_change_in_each() {
        var question = question().demand("e", 100);
        question.bid("e", SmallBid.of("best", "american", "US").score(8_000))
                .limit("open", Kind.FLOOR, On.OPENNESS, Scope.DEMAND, "d", 30)
                .limit("fr", Kind.CAP, On.ORIGIN, Scope.DEMAND, "d", 20, "FR")
                .limit("jp", Kind.FLOOR, On.ORIGIN, Scope.DEMAND, "e", 10, "JP");

        var impasse = of(question);

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactly("jp:e");
        assertThat(impasse.clash().get(0).have()).startsWith("at most 0 %: nothing");
        assertThat(impasse.others()).hasSize(1);
        assertThat(impasse.relaxations()).extracting(Relaxation::limit).containsExactly("jp:e + open:d", "fr:d + jp:e");
    }

    @Test
    void two_clashes_within_one_demand_need_two_changes() {
        var impasse = of(question()
                .limit("open", Kind.FLOOR, On.OPENNESS, Scope.DEMAND, "d", 30)
                .limit("fr", Kind.CAP, On.ORIGIN, Scope.DEMAND, "d", 20, "FR")
                .limit("jp", Kind.FLOOR, On.ORIGIN, Scope.DEMAND, "d", 10, "JP"));

        assertThat(impasse.relaxations()).extracting(Relaxation::limit).containsExactly("jp:d + open:d", "fr:d + jp:d");
    }

    /** A cap that one bid may not pass with the fewest suppliers at two leaves a lot of 55 percent no room. */
    @Test
    void a_lot_gives_way_in_steps() {
        var question = question();
        question.lot = 55;
        question.leastSuppliers = 2;

        var impasse = of(question);

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactlyInAnyOrder("lot:d", "suppliers:d");
        assertThat(member(impasse, "lot:d").needs()).isEqualTo(55);
        assertThat(member(impasse, "lot:d").has()).isEqualTo(50);
        assertThat(member(impasse, "suppliers:d").has()).isEqualTo(1);
    }

    @Test
    void a_demand_that_nobody_offers_anything_for_is_told_as_such() {
        var impasse = of(new SmallQuestion().demand("d", 100));

        assertThat(impasse.clash()).extracting(ClashMember::id).containsExactly("fit:catalogue@d");
        assertThat(impasse.relaxations()).isEmpty();
    }

    private static SmallQuestion withThird(String rule, String kind, boolean certain) {
        return question()
                .with(SmallBid.of("third", "chinese", "CN")
                        .score(8_000)
                        .price(10)
                        .open()
                        .found(SmallQuestion.exclusion(rule, kind, certain)))
                .limit("open", Kind.FLOOR, On.OPENNESS, Scope.DEMAND, "d", 30)
                .limit("fr", Kind.CAP, On.ORIGIN, Scope.DEMAND, "d", 20, "FR");
    }

    private static ClashMember member(Impasse impasse, String id) {
        return impasse.clash().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in " + impasse.clash()));
    }

    private static Impasse of(SmallQuestion question) {
        return Impasse.of(question.statement(), SOLVER);
    }

    private static SmallQuestion question() {
        return new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("best", "american", "US").score(8_000).price(10))
                .with(SmallBid.of("other", "french", "FR").score(5_000).price(1).open());
    }
}
