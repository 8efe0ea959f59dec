package org.multipolar.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.whatif.Told.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.Shipped;
import org.multipolar.ShippedAnswers;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.Inquiry;
import org.multipolar.advice.Judgements;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.explain.ShareShift;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement.Over;
import org.multipolar.portfolio.Tally;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.review.SmallMarket;

/** What moved weights and limits come to: by hand in a small market, and against questions asked from nothing. */
class TrialsTest {

    private static final Solver SOLVER = Decomposition.usual();

    /** One move of each sort, and several at once; each stands for a question of its own. */
    private static final List<Map<String, String>> MOVES = List.of(
            Map.of("weight.price", "0", "weight.openness", "20"),
            Map.of("concentration", "1300", "retained.supplier", "45"),
            Map.of("fewest-suppliers", "3"),
            Map.of("limit.us-makers", "55", "limit.contracts", "17"));

    private static Trials small(SmallMarket market) {
        return Trials.of(
                market.snapshot(), new Question(market.buyer(), SmallMarket.DAY, List.of()), SOLVER, new Judgements());
    }

    private static Map<String, Integer> shares(Side side) {
        var shares = new TreeMap<String, Integer>();
        side.demands().forEach(each -> each.shares().forEach(share -> shares.put(share.offer(), share.percent())));
        return shares;
    }

    private static long score(int gamma, int beta) {
        return 20_000L * (10_000L * gamma + 7_000L * beta);
    }

    private static Question moved(Trials trials, Map<String, String> moves) {
        var levers = Levers.of(trials.question());
        return levers.moved(levers.read(moves));
    }

    @Test
    void a_narrower_cap_is_broken_by_the_mix_held_and_kept_by_the_new_one() {
        var trials = small(market());
        var moved = moved(trials, Map.of("limit.sixty", "50"));

        var held = trials.held(moved);
        assertThat(shares(held.now().side())).isEqualTo(Map.of("gamma@one", 60, "beta@two", 40));
        assertThat(shares(held.hold().side())).isEqualTo(Map.of("gamma@one", 60, "beta@two", 40));
        assertThat(held.hold().side().score()).isEqualTo(score(12, 8));
        assertThat(held.broken()).containsExactly(new WhatIf.Broken("sixty:d", "sixty", "buyer"));
        assertThat(held.hold().loss()).isEqualTo(new Trial.Loss("d", "country", "DE", 0));

        var anew = trials.anew(moved);
        assertThat(anew.best().side().outcome()).isEqualTo("optimal");
        assertThat(anew.best().side().score()).isEqualTo(score(10, 10));
        assertThat(anew.moves())
                .containsExactly(
                        new ShareShift("d", "beta@two", "FR", 40, 50), new ShareShift("d", "gamma@one", "DE", 60, 50));
    }

    @Test
    void a_count_that_the_mix_does_not_reach_is_broken_by_it_too() {
        var trials = small(market());

        var held = trials.held(moved(trials, Map.of("fewest-suppliers", "3")));
        assertThat(held.broken()).extracting(WhatIf.Broken::limit).containsExactly("suppliers:d");
    }

    @Test
    void a_mix_held_is_weighed_by_the_moved_weights() {
        var market = market();
        market.concentration = 500;
        var trials = small(market);

        var held = trials.held(moved(trials, Map.of("concentration", "1000")));
        long squares = 12 * 12 + 8 * 8;
        assertThat(held.now().side().score()).isEqualTo(score(12, 8) - 1_000 * 500 * squares);
        assertThat(held.hold().side().score()).isEqualTo(score(12, 8) - 1_000 * 1_000 * squares);
        assertThat(held.broken()).isEmpty();
    }

    @Test
    void moves_that_leave_no_mix_say_so() {
        var trials = small(market());

        var anew = trials.anew(moved(trials, Map.of("limit.sixty", "10")));
        assertThat(anew.best().side().outcome()).isEqualTo("infeasible");
        assertThat(anew.best().loss()).isNull();
    }

    @Test
    void a_question_without_a_mix_has_nothing_to_hold_but_may_get_one() {
        var market = new SmallMarket().limit("ten", Kind.CAP, On.ORIGIN, 10);
        var trials = small(market);
        var moved = moved(trials, Map.of("limit.ten", "60"));

        assertThat(trials.held(moved).now().side().outcome()).isEqualTo("infeasible");
        assertThat(trials.held(moved).hold().side().stands()).isFalse();
        assertThat(trials.anew(moved).best().side().score()).isEqualTo(score(12, 8));
    }

    /** A move takes seconds: each is made once in every run, and of every buyer where asked for. */
    @ParameterizedTest
    @CsvSource({"european-bank, 0, 2", "consumer-goods, 2, 3", "gulf-public-group, 3, 4"})
    void the_new_mix_is_that_of_the_same_question_asked_from_nothing(String id, int first, int after) {
        var snapshot = Shipped.snapshot();
        var question = new Question(World.known(snapshot.buyers(), id), ShippedAnswers.AS_OF, List.of());
        var trials = Trials.of(snapshot, question, SOLVER, new Judgements());
        var before = Inquiry.of(snapshot, question, Decomposition.usual()).best();
        for (var moves : Boolean.getBoolean("slow") ? MOVES : MOVES.subList(first, after)) {
            var moved = moved(trials, moves);
            var asked = Inquiry.of(snapshot, moved, Decomposition.usual());
            var best = asked.best();
            var pieces = Tally.pieces(best.problem(), best.values());
            var sides = new Sides(moved.buyer(), best.problem().grouping());

            var anew = trials.anew(moved);
            assertThat(anew.best().side())
                    .as("%s", moves)
                    .isEqualTo(sides.solved("re-plan", best.outcome(), pieces, ""));
            assertThat(anew.moves()).as("%s", moves).isEqualTo(Inquiry.shifts(before, best));
            holds(trials, moved, asked, Tally.pieces(before.problem(), before.values()));
        }
    }

    /** The mix held, looked up among all candidates and laid against the rows of the whole problem. */
    private static void holds(Trials trials, Question moved, Inquiry asked, List<Piece> mix) {
        var held = trials.held(moved);
        var pieces = mix.stream()
                .map(piece -> new Piece(
                        Objects.requireNonNull(asked.find(
                                piece.assessment().candidate().demand().id(),
                                piece.assessment().candidate().id())),
                        piece.steps()))
                .toList();
        var tally = Tally.of(moved.buyer(), asked.problem().grouping(), pieces);

        assertThat(held.hold().side().score()).isEqualTo(tally.score());
        assertThat(held.hold().side().cost().totalMicroUsd()).isEqualTo(tally.cost());
        assertThat(held.broken()).containsAll(Broken.by(asked.problem(Over.EVERY_BUYABLE), pieces, false));
        assertThat(held.broken().isEmpty())
                .as("limits are broken just where no solution has these shares")
                .isEqualTo(keeps(asked, pieces));
    }

    /** Whether the problem has a solution with exactly these shares. */
    private static boolean keeps(Inquiry asked, List<Piece> pieces) {
        var problem = asked.problem(Over.EVERY_BUYABLE);
        var variables = new ArrayList<>(problem.problem().variables());
        problem.parts().forEach(part -> part.choices().forEach(choice -> {
            long steps = pieces.stream()
                    .filter(each -> each.assessment().candidate().equals(choice.candidate()))
                    .mapToLong(Piece::steps)
                    .sum();
            variables.set(choice.variable(), variables.get(choice.variable()).within(steps, steps));
        }));
        var fixed = new Problem(
                variables,
                problem.problem().rows(),
                problem.problem().constant(),
                problem.problem().objective());
        return SOLVER.solve(fixed, problem.ties()).fold(optimal -> true, none -> false, open -> true);
    }

    @Test
    void the_new_mix_is_what_advice_for_a_profile_with_these_numbers_says() {
        var snapshot = Shipped.snapshot();
        var question = new Question(World.known(snapshot.buyers(), "consumer-goods"), ShippedAnswers.AS_OF, List.of());
        var trials = Trials.of(snapshot, question, SOLVER, new Judgements());
        var moved = moved(trials, Map.of("weight.locality", "15", "limit.us-makers", "55"));

        var advice = new Advisor(SOLVER).recommend(snapshot, moved).advice();
        var anew = trials.anew(moved).best().side();
        assertThat(anew.score()).isEqualTo(advice.score());
        var shares = new TreeMap<String, Integer>();
        advice.demands().forEach(demand -> demand.mix()
                .forEach(share ->
                        shares.put(demand.id() + " " + share.offer() + " " + share.servingCountry(), share.share())));
        var found = new TreeMap<String, Integer>();
        anew.demands().forEach(demand -> demand.shares()
                .forEach(share ->
                        found.put(demand.demand() + " " + share.offer() + " " + share.place(), share.percent())));
        assertThat(found).isEqualTo(shares);
    }
}
