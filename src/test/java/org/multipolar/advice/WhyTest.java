package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.World;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.Rejection;
import org.multipolar.explain.RuleCostShown;
import org.multipolar.explain.ShareShift;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.BruteForce;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.SmallBid;
import org.multipolar.portfolio.SmallQuestion;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.rulebook.Verdict;

/**
 * The worth of limits, the cost of rules and what brings others in, worked out by hand.
 *
 * <p>Two bids for 100 Mtok: {@code best} is closed, American, suits 8,000 and costs 1,000 USD for all of the demand; {@code
 * other} is open, French, suits 5,000 and costs 100. A step of five percent moved from the other to the best adds 1,000 * 20
 * * 3,000 = 60,000,000 points and 45 USD.
 */
class WhyTest {

    private static final Solver SOLVER = Decomposition.usual();
    private static final World WORLD = new World(
            Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(),
            List.of(), Map.of(), List.of(), Map.of(), Map.of(), "");
    private static final long STEP = 60_000_000;

    @Test
    void five_points_of_a_floor_are_worth_one_step_of_the_best() {
        var limit = limit(question().limit("open", Kind.FLOOR, On.OPENNESS, Scope.DEMAND, "d", 30), "open:d");

        assertThat(limit.left()).isEqualTo(30);
        assertThat(limit.right()).isEqualTo(30);
        assertThat(limit.unit()).isEqualTo("percent");
        assertThat(limit.binding()).isTrue();
        assertThat(limit.worth()).isEqualTo(STEP);
        assertThat(limit.worthCostMicroUsd()).isEqualTo(45_000_000);
        assertThat(limit.step()).isEqualTo("25 % instead of 30 %");
        assertThat(limit.moves())
                .containsExactly(new ShareShift("d", "best", "US", 70, 75), new ShareShift("d", "other", "FR", 30, 25));
    }

    /** Two caps of 60 percent, one per bid, are one limit: widened both, 65 and 35 remain possible. */
    @Test
    void all_rows_of_a_limit_are_widened_together() {
        var limit = limit(question().limit("each", Kind.CAP, On.ORIGIN, Scope.DEMAND, "d", 60), "each:d");

        assertThat(limit.relation()).isEqualTo("at most");
        assertThat(limit.worth()).isEqualTo(STEP);
    }

    /** One percent of 550 USD is 5.5, and a step of the best costs 45 USD more: the relief buys nothing. */
    @Test
    void a_relief_that_buys_nothing_is_worth_nothing() {
        var limit = limit(question().limit("money", Kind.CAP, On.COST, Scope.BUYER, null, 550_000_000), "money");

        assertThat(limit.unit()).isEqualTo("micro-USD");
        assertThat(limit.left()).isEqualTo(550_000_000);
        assertThat(limit.right()).isEqualTo(550_000_000);
        assertThat(limit.binding()).isTrue();
        assertThat(limit.worth()).isZero();
        assertThat(limit.step()).isEqualTo("555.5 USD a month instead of 550 USD a month");
        assertThat(limit.moves()).isEmpty();
    }

    @Test
    void a_limit_over_the_buyer_speaks_in_percent() {
        var question = question().demand("e", 300);
        question.bid("e", SmallBid.of("best", "american", "US").score(8_000).price(10))
                .bid("e", SmallBid.of("other", "french", "FR").score(5_000).price(1))
                .limit("fr", Kind.FLOOR, On.ORIGIN, Scope.BUYER, null, 50, "FR");

        var limit = limit(question, "fr");

        assertThat(limit.left()).isEqualTo(50);
        assertThat(limit.right()).isEqualTo(50);
        // 5 percent of 400 Mtok is one fifth of d or a fifteenth of e: four steps of d at 250 * 20 * 3,000.
        assertThat(limit.worth()).isEqualTo(4 * 250 * 20 * 3_000);
    }

    @Test
    void a_limit_that_does_not_bind_is_not_asked() {
        var limit = limit(question().limit("us", Kind.FLOOR, On.ORIGIN, Scope.DEMAND, "d", 30, "US"), "us:d");

        assertThat(limit.binding()).isFalse();
        assertThat(limit.worth()).isNull();
    }

    /** The same wider limit written into the question and every mix looked at. */
    @Test
    void the_worth_is_what_a_look_at_every_mix_says() {
        int asked = 0;
        for (long seed = 0; seed < 120; seed++) {
            var question = org.multipolar.portfolio.SmallQuestions.drawn(seed);
            if (question.clauses.isEmpty() || new BruteForce(question).best() == null) {
                continue;
            }
            for (var limit : why(question).explanation().limits()) {
                var wider = wider(question, limit);
                if (wider != null && limit.worth() != null) {
                    asked++;
                    var best = new BruteForce(wider).best();
                    var before = new BruteForce(question).best();
                    assertThat(best != null && before != null ? best.score() - before.score() : -1)
                            .as("seed %d, %s", seed, limit.id())
                            .isEqualTo(limit.worth());
                }
            }
        }
        assertThat(asked).isGreaterThan(5);
    }

    /** The question with this limit wider; null where it is no clause, or one on money. */
    private static @Nullable SmallQuestion wider(SmallQuestion question, LimitShown limit) {
        var copy = question.copy();
        copy.clauses.clear();
        boolean found = false;
        for (var clause : question.clauses) {
            boolean each = clause.scope() == Scope.DEMAND && clause.demand() == null;
            for (var demand : each ? question.demands.keySet() : java.util.Collections.singleton(clause.demand())) {
                boolean meant = limit.id().equals(each ? clause.id() + ":" + demand : clause.id());
                found |= meant;
                copy.clauses.add(at(clause, demand, meant ? step(limit) : 0));
            }
        }
        return found && step(limit) > 0 ? copy : null;
    }

    private static long step(LimitShown limit) {
        return switch (limit.unit()) {
            case "percent" -> 5;
            case "micro-USD" -> 0;
            default -> 1;
        };
    }

    private static LimitClause at(LimitClause clause, @Nullable String demand, long wider) {
        return new LimitClause(
                demand == null ? clause.id() : clause.id() + demand,
                clause.kind(),
                clause.on(),
                clause.of(),
                clause.scope(),
                demand,
                clause.region(),
                Math.max(0, clause.kind() == Kind.FLOOR ? clause.at() - wider : clause.at() + wider),
                clause.why(),
                clause.source());
    }

    @Test
    void a_rule_that_caps_costs_what_its_rows_cost() {
        var question = question();
        question.numbers.put("half", 50L);
        var cap = SmallQuestion.bound("LAW-CAP", "regulatory", Effect.CAP, "origin", "half");
        question.bids.values().forEach(bids -> bids.forEach(bid -> bid.found(cap)));

        assertThat(why(question).ruleCosts())
                .extracting(
                        RuleCostShown::rule,
                        RuleCostShown::owner,
                        each -> each.scoreWithout() - each.score(),
                        each -> each.costWithoutMicroUsd() - each.costMicroUsd())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("LAW-CAP", "law", 10 * STEP, 450_000_000L));
    }

    @Test
    void a_rule_that_keeps_out_a_better_one_costs_what_that_one_would_add() {
        var question = question()
                .with(SmallBid.of("third", "chinese", "CN")
                        .score(9_000)
                        .found(SmallQuestion.exclusion("POL-OUT", "policy", true)))
                .with(SmallBid.of("worse", "indian", "IN")
                        .score(1_000)
                        .found(SmallQuestion.exclusion("LAW-OUT", "regulatory", true)));

        assertThat(why(question).ruleCosts())
                .extracting(RuleCostShown::rule, each -> each.scoreWithout() - each.score())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("POL-OUT", 20L * 1_000 * 20 * 1_000));
    }

    /** Alone the other needs 3,000 to draw level; it comes first in no tie, so the best stays until 3,001. */
    @Test
    void a_rejected_candidate_says_how_much_better_it_must_be() {
        var question = question();
        var flip = rejection(question, "other");

        assertThat(flip.flip()).isNotNull();
        assertThat(flip.wouldEnterIf()).contains("rose by 3000");
        applied(question, "other", 3_000, true);
        applied(question, "other", 2_999, false);
    }

    /** Level with the best it loses the tie, because it costs more. */
    @Test
    void a_tie_that_goes_against_it_takes_one_more() {
        var question = new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("best", "american", "US").score(8_000).price(1))
                .with(SmallBid.of("dear", "french", "FR").score(5_000).price(10));

        assertThat(rejection(question, "dear").wouldEnterIf()).contains("rose by 3001");
        applied(question, "dear", 3_001, true);
        applied(question, "dear", 3_000, false);
    }

    /** With a lot of 20 percent and a price on concentration the first lot pays before the whole does. */
    @Test
    void the_price_of_concentration_lets_a_lot_in_earlier() {
        for (int lot : List.of(5, 20)) {
            var question = question();
            question.lot = lot;
            question.concentration = 1_000;
            var rejected = rejection(question, "other");
            assertThat(rejected.flip()).isNotNull();
            long by = rejected.flip() == null
                    ? 0
                    : Long.parseLong(rejected.flip().to())
                            - Long.parseLong(rejected.flip().from());
            // n steps of the other cost 3,000 - D each and save 1,000 * (400 - (20 - n)^2 - n^2) / 20 = 50 (40 n - 2
            // n^2).
            // D is least where 3,000 - D <= 2,000 - 100 n, at the smallest n: the lot.
            assertThat(by).isEqualTo(3_000 - (2_000 - 100L * (lot / 5)));
            applied(question, "other", by, true);
            applied(question, "other", by - 1, false);
        }
    }

    @Test
    void a_drawn_candidate_enters_at_its_rise_and_not_below() {
        int asked = 0;
        for (long seed = 0; seed < 40; seed++) {
            var question = org.multipolar.portfolio.SmallQuestions.drawn(seed);
            if (new BruteForce(question).best() == null) {
                continue;
            }
            for (var demand : why(question).explanation().demands()) {
                for (var rejected : demand.rejected()) {
                    var flip = rejected.flip();
                    if (flip != null && flip.kind().equals("quality")) {
                        asked++;
                        long by = Long.parseLong(flip.to()) - Long.parseLong(flip.from());
                        assertThat(share(question, demand.id(), rejected.offer(), by))
                                .as("seed %d, %s by %d", seed, rejected.offer(), by)
                                .isEqualTo(flip.share());
                        assertThat(share(question, demand.id(), rejected.offer(), by - 1))
                                .as("seed %d, %s by %d", seed, rejected.offer(), by - 1)
                                .isZero();
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(20);
    }

    @Test
    void evidence_and_rules_are_tried_too() {
        var question = question()
                .with(SmallBid.of("third", "chinese", "CN")
                        .score(9_000)
                        .found(SmallQuestion.exclusion("LAW-PAPER", "regulatory", false)))
                .with(SmallBid.of("worse", "indian", "IN")
                        .score(1_000)
                        .found(SmallQuestion.exclusion("LAW-OUT", "regulatory", true)));

        var third = rejection(question, "third").flip();
        assertThat(third).isEqualTo(new org.multipolar.explain.Flip("evidence", "LAW-PAPER", "", true, 100));
        var worse = rejection(question, "worse");
        assertThat(worse.flip()).isEqualTo(new org.multipolar.explain.Flip("rule", "LAW-OUT", "", false, 0));
        assertThat(worse.wouldEnterIf()).contains("then its suitability (1000) rose by 7000");
    }

    private static void applied(SmallQuestion question, String offer, long by, boolean in) {
        assertThat(share(question, "d", offer, by)).as("%s by %d", offer, by).matches(share -> share > 0 == in);
    }

    /** By a look at every mix. */
    private static int share(SmallQuestion question, String demand, String offer, long by) {
        var bids = question.bids.getOrDefault(demand, List.of());
        bids.stream().filter(bid -> bid.id.equals(offer)).forEach(bid -> bid.score += by);
        try {
            var brute = new BruteForce(question);
            var best = brute.best();
            return best == null
                    ? 0
                    : brute.shares(best).getOrDefault(demand, Map.of()).getOrDefault(offer, 0);
        } finally {
            bids.stream().filter(bid -> bid.id.equals(offer)).forEach(bid -> bid.score -= by);
        }
    }

    private static SmallQuestion question() {
        return new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("best", "american", "US").score(8_000).price(10))
                .with(SmallBid.of("other", "french", "FR").score(5_000).price(1).open());
    }

    private static LimitShown limit(SmallQuestion question, String id) {
        return why(question).explanation().limits().stream()
                .filter(limit -> limit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    private static Rejection rejection(SmallQuestion question, String offer) {
        return why(question).explanation().demands().get(0).rejected().stream()
                .filter(each -> each.offer().equals(offer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + offer));
    }

    private static Why why(SmallQuestion question) {
        var statement = question.statement();
        var problem = statement.problem(Statement.Over.BUYABLE);
        var outcome = SOLVER.solve(problem.problem(), problem.ties());
        var explanation = Explainer.explain(WORLD, question.buyer(), statement.assessments(), problem, outcome);
        var mix = ((Outcome.Optimal) outcome).solution();
        return Why.asked(
                statement,
                problem,
                mix,
                explanation,
                SOLVER,
                new Why.Again(WhyTest::without, (each, input, output) -> each),
                20);
    }

    private static Assessment without(Assessment each, RuleCard rule) {
        var findings = each.findings().stream()
                .filter(finding -> !finding.rule().id().equals(rule.id()))
                .toList();
        return new Assessment(
                each.candidate(),
                Verdict.of(findings),
                findings,
                each.unfit(),
                each.languagesCovered(),
                each.suitability());
    }
}
