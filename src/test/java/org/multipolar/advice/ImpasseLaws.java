package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.LimitClause;
import org.multipolar.explain.Relaxation;
import org.multipolar.explain.Relaxation.Change;
import org.multipolar.portfolio.BruteForce;
import org.multipolar.portfolio.Reworked;
import org.multipolar.portfolio.SecondEngine;
import org.multipolar.portfolio.SmallBid;
import org.multipolar.portfolio.SmallQuestion;
import org.multipolar.portfolio.SmallQuestions;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;
import org.multipolar.portfolio.solve.Decomposition;

/** What holds of every clash and every way out, checked by another solver and by a look at every mix. */
class ImpasseLaws {

    private static final int QUESTIONS = Boolean.getBoolean("slow") ? 5_000 : 300;
    private static final Solver SOLVER = Decomposition.usual();

    @Test
    void every_member_of_a_clash_is_needed_and_every_way_out_leads_out() {
        int clashes = 0;
        int barriers = 0;
        int ways = 0;
        int lookedAt = 0;
        for (long seed = 0; clashes < QUESTIONS; seed++) {
            var question = drawn(seed);
            if (feasible(question)) {
                continue;
            }
            var conflicts = new Conflicts(question.statement(), SOLVER);
            var found = conflicts.find();
            assertThat(found).as("seed %d", seed).isNotEmpty();
            for (var conflict : found) {
                barriers += conflict.members().stream().anyMatch(id -> id.contains("@")) ? 1 : 0;
                minimal(seed, conflict);
            }
            clashes++;
            for (var way : new WaysOut(conflicts, SOLVER).from(found)) {
                ways++;
                lookedAt += leadsOut(seed, question, way) ? 1 : 0;
            }
        }
        assertThat(barriers).isGreaterThan(40);
        assertThat(ways).isGreaterThan(200);
        assertThat(lookedAt).isGreaterThan(60);
    }

    private static void minimal(long seed, Conflicts.Conflict conflict) {
        assertThat(SecondEngine.feasible(
                        conflict.field().only(conflict.members()).problem()))
                .as("seed %d: %s together", seed, conflict.members())
                .isFalse();
        for (var member : conflict.members()) {
            assertThat(SecondEngine.feasible(conflict.others(member).problem()))
                    .as("seed %d: %s without %s", seed, conflict.members(), member)
                    .isTrue();
        }
    }

    /** Looks at every mix where the changes can be written into the question itself. */
    private static boolean leadsOut(long seed, SmallQuestion question, Relaxation way) {
        var clauses = new ArrayList<>(question.clauses);
        for (var change : way.changes()) {
            if (!write(change, clauses)) {
                return false;
            }
        }
        var changed = question.copy();
        changed.clauses.clear();
        changed.clauses.addAll(clauses);
        changed.bids.forEach((demand, all) -> all.removeIf(bid -> !admitted(demand, bid, way)));
        var best = new BruteForce(changed).best();
        assertThat(best).as("seed %d: %s", seed, way.limit()).isNotNull();
        if (best != null) {
            assertThat(best.score()).as("seed %d: %s", seed, way.limit()).isEqualTo(way.score());
            assertThat(best.cost()).as("seed %d: %s", seed, way.limit()).isEqualTo(way.costMicroUsd());
        }
        return true;
    }

    private static boolean write(Change change, List<LimitClause> clauses) {
        if (change.limit().contains("@")) {
            return true; // the bids it kept out stay in
        }
        var to = change.to();
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            if (to != null && change.limit().equals(clause.id())) {
                clauses.set(
                        i,
                        new LimitClause(
                                clause.id(),
                                clause.kind(),
                                clause.on(),
                                clause.of(),
                                clause.scope(),
                                clause.demand(),
                                clause.region(),
                                to,
                                clause.why(),
                                clause.source()));
                return true;
            }
        }
        return false;
    }

    private static boolean admitted(String demand, SmallBid bid, Relaxation way) {
        return bid.findings.stream()
                        .filter(finding -> finding.rule().effect() == org.multipolar.rulebook.Effect.EXCLUDE)
                        .allMatch(finding -> way.limit().contains(finding.rule().id() + "@"))
                && (bid.unfit.isEmpty() || way.limit().contains("fit:ability@" + demand));
    }

    private static boolean feasible(SmallQuestion question) {
        var stated = question.statement().problem(Statement.Over.EACH_LIMIT_ALONE);
        return SecondEngine.feasible(Reworked.of(stated).problem());
    }

    /** A drawn question some of whose bids are kept out. */
    private static SmallQuestion drawn(long seed) {
        var question = SmallQuestions.drawn(seed);
        var random = new Random(seed);
        question.bids.forEach((demand, bids) -> bids.forEach(bid -> {
            switch (random.nextInt(7)) {
                case 0 -> bid.found(SmallQuestion.exclusion("POL-OUT-" + demand, "policy", true));
                case 1 -> bid.found(SmallQuestion.exclusion("LAW-PAPER-" + demand, "regulatory", false));
                case 2 -> bid.found(SmallQuestion.exclusion("LAW-OUT-" + demand, "regulatory", true));
                case 3 -> bid.fails("ability: surely below");
                default -> {}
            }
        }));
        return question;
    }
}
