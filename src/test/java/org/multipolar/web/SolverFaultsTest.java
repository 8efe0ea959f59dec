package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.Chooser;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;
import org.multipolar.portfolio.solve.Decomposition;

/** The n-th call of the solver fails, for every n of a whole question: no place stays taken, and asked again it is answered. */
class SolverFaultsTest {

    /** A clash asks the solver hundreds of times; those beyond are alike. */
    private static final int MOST_CALLS = Boolean.getBoolean("slow") ? 10_000 : 12;

    private static final int FEW_SOLVES = 4;

    private static final Question WITH_MIX = question("");
    private static final Question WITHOUT = question(
            "{\"id\": \"none\", \"kind\": \"cap\", \"on\": \"origin\", \"scope\": \"buyer\", \"at\": 0, \"why\": \"none\"}");

    /** Fails one call. */
    private static final class Failing implements Solver {

        private final Solver real = Decomposition.forQuestions();
        private int left;

        @Override
        public Outcome solve(Problem problem, Ties ties) {
            count();
            return real.solve(problem, ties);
        }

        @Override
        public Outcome any(Problem problem) {
            count();
            return real.any(problem);
        }

        private void count() {
            if (left > 0 && --left == 0) {
                throw new IllegalStateException("the solver failed");
            }
        }

        @Override
        public String name() {
            return real.name();
        }
    }

    private interface Asking {
        String answer();
    }

    private static Question question(String limit) {
        var json = SmallBuyer.json().replace("\"limits\": []", "\"limits\": [" + limit + "]");
        var snapshot = Shipped.snapshot();
        var buyer = SnapshotReader.buyer("buyer", json.getBytes(UTF_8), snapshot.world(), snapshot.rulebook());
        return new Question(buyer, LocalDate.parse("2026-11-21"), List.of());
    }

    @Test
    void an_advice_with_a_mix() {
        advice(WITH_MIX);
    }

    @Test
    void an_advice_without() {
        advice(WITHOUT);
    }

    @Test
    void the_next_best_mixes() {
        var solver = new Failing();
        var answers = unasked();
        everyCallFails(
                solver,
                answers,
                () -> Json.pretty(answers.heavy(
                        () -> new Chooser(solver).best(Shipped.snapshot(), WITH_MIX, Distinct.SUPPLIERS, 2))));
    }

    @Test
    void the_frontier() {
        var solver = new Failing();
        var answers = unasked();
        everyCallFails(
                solver,
                answers,
                () -> Json.pretty(
                        answers.heavy(() -> new Chooser(solver).frontier(Shipped.snapshot(), WITH_MIX, FEW_SOLVES))));
    }

    private static Answers unasked() {
        return new Answers((snapshot, question) -> {
            throw new IllegalStateException("Nothing is asked here but by the chooser.");
        });
    }

    private static void advice(Question question) {
        var solver = new Failing();
        var answers = new Answers((snapshot, asked) ->
                new Advisor(solver).recommend(snapshot, asked).advice());
        everyCallFails(solver, answers, () -> Json.pretty(answers.remembered(Shipped.snapshot(), question)));
    }

    private static void everyCallFails(Failing solver, Answers answers, Asking asking) {
        String whole = "";
        int calls = 0;
        for (boolean failed = true; failed && calls < MOST_CALLS; calls++) {
            solver.left = calls + 1;
            failed = false;
            try {
                whole = asking.answer();
            } catch (IllegalStateException failure) {
                assertThat(failure).hasMessage("the solver failed");
                failed = true;
            }
            assertThat(answers.inside()).as("after call %d", calls + 1).isZero();
        }
        solver.left = 0;
        var again = asking.answer();
        assertThat(calls).as("calls of the solver").isGreaterThan(1);
        if (!whole.isEmpty()) {
            assertThat(again).isEqualTo(whole);
        }
        assertThat(again).contains("\"solver\"").doesNotContain("the solver failed");
        System.out.printf("%d calls of the solver failed%n", calls - 1);
    }
}
