package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.drawn.Futures;
import org.multipolar.portfolio.drawn.Instance;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.portfolio.solve.Memoised;
import org.multipolar.portfolio.solve.OrTools;

/** The solver of sweeps against a look at every mix, against the general solver, and against itself on more threads. */
class SweepLaws {

    private static final OrTools GENERAL = new OrTools(OrTools.USUAL_WORK);

    private static Solver single() {
        return new Decomposition(GENERAL, Decomposition.USUAL_WORK).single();
    }

    @Test
    void small_questions_have_the_answer_of_a_look_at_every_mix() {
        var solver = single();
        int none = 0;
        for (long seed = 3_000; seed < 3_150; seed++) {
            var question = SmallQuestions.drawn(seed);
            var problem = question.problem();
            var best = new BruteForce(question).best();
            var outcome = solver.solve(problem.problem(), problem.ties());
            if (best == null) {
                none++;
                assertThat(outcome).as("seed %d has no mix", seed).isInstanceOf(Outcome.Infeasible.class);
            } else if (outcome instanceof Outcome.Optimal optimal) {
                assertThat(Checker.faults(problem.problem(), optimal))
                        .as("seed %d", seed)
                        .isEmpty();
                assertThat(SmallQuestion.mix(problem, optimal))
                        .as("seed %d", seed)
                        .isEqualTo(new BruteForce(question).shares(best));
            } else {
                fail("Seed %d has a mix; said is %s.".formatted(seed, outcome));
            }
        }
        assertThat(none).as("seeds without a mix").isGreaterThan(15);
    }

    @Test
    void futures_have_the_answer_of_the_general_solver() {
        int none = 0;
        int mixes = 0;
        for (var tightness : Instance.Tightness.values()) {
            var futures = Futures.of(new Instance(3, 12, tightness, 2));
            var solver = single();
            for (int number = 0; number < 8; number++) {
                var stated = futures.at(number);
                var outcome = solver.solve(stated.problem(), stated.ties());
                var expected = GENERAL.solve(stated.problem(), stated.ties());
                if (expected instanceof Outcome.Optimal optimal) {
                    mixes++;
                    assertThat(outcome).as("%s %d", tightness, number).isEqualTo(optimal);
                } else {
                    none++;
                    assertThat(expected).isInstanceOf(Outcome.Infeasible.class);
                    assertThat(outcome).as("%s %d", tightness, number).isInstanceOf(Outcome.Infeasible.class);
                }
            }
        }
        assertThat(none).isPositive();
        assertThat(mixes).isGreaterThan(8);
    }

    @Test
    void threads_order_and_memory_change_nothing() throws ExecutionException, InterruptedException {
        var stated = new ArrayList<PortfolioProblem>();
        for (var tightness : Instance.Tightness.values()) {
            var futures = Futures.of(new Instance(2, 12, tightness, 1));
            IntStream.range(0, 4).mapToObj(futures::at).forEach(stated::add);
        }
        var forwards = single();
        var expected = stated.stream()
                .map(each -> forwards.solve(each.problem(), each.ties()))
                .toList();
        var memo = new Memoised(single(), 5);
        var backwards = new ArrayList<Outcome>();
        for (int i = stated.size() - 1; i >= 0; i--) {
            var each = stated.get(i);
            backwards.add(0, memo.solve(each.problem(), each.ties()));
            assertThat(memo.solve(each.problem(), each.ties())).isSameAs(backwards.get(0));
        }
        assertThat(backwards).isEqualTo(expected);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var both = List.of(memo.before(single()), memo.before(single()));
            var answers = IntStream.range(0, stated.size())
                    .mapToObj(i -> pool.submit(() -> {
                        var each = stated.get(i);
                        return both.get(i % 2).solve(each.problem(), each.ties());
                    }))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).as("future %d", i).isEqualTo(expected.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_memory_tells_problems_apart_by_every_number() {
        var stated =
                Futures.of(new Instance(2, 10, Instance.Tightness.LOOSE, 1)).at(0);
        var asked = new ArrayList<Problem>();
        var memo = new Memoised(
                new Solver() {
                    @Override
                    public Outcome solve(Problem problem, Ties ties) {
                        asked.add(problem);
                        return new Outcome.Infeasible(List.of());
                    }

                    @Override
                    public String name() {
                        return "counting";
                    }
                },
                10);
        var problem = stated.problem();
        var dearer = new ArrayList<>(problem.objective());
        dearer.set(0, dearer.get(0) + 1);
        var gone = new ArrayList<>(problem.variables());
        gone.set(0, gone.get(0).within(0, 0));
        memo.solve(problem, stated.ties());
        memo.solve(
                new Problem(problem.variables(), problem.rows(), problem.constant(), problem.objective()),
                stated.ties());
        assertThat(asked).hasSize(1);
        memo.solve(new Problem(problem.variables(), problem.rows(), problem.constant(), dearer), stated.ties());
        memo.solve(new Problem(gone, problem.rows(), problem.constant(), problem.objective()), stated.ties());
        memo.solve(
                new Problem(problem.variables(), problem.rows(), problem.constant() + 1, problem.objective()),
                stated.ties());
        memo.solve(problem, new Ties(stated.ties().minimise(), List.of()));
        assertThat(asked).hasSize(5);
    }
}
