package org.multipolar.web;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.whatif.Trial;
import org.multipolar.whatif.Trials;

/**
 * Works out what moved weights and limits come to, the latest first, and remembers the last. Nothing of it is recorded.
 *
 * <p>Safe for use by many threads.
 */
@Singleton
public class TrialAnswers {

    private static final int QUESTIONS_AT_ONCE = 1;
    private static final int QUESTIONS_KEPT = 8;
    /** One, so that moves that are long to prove leave a place for those who ask. */
    private static final int MOVES_AT_ONCE = 1;

    private static final int MOVES_KEPT = 512;
    private static final int MOST_WAITING = 8;

    /** What decides the mix of today, as digests. */
    private record Inputs(
            String world,
            String rules,
            String buyer,
            LocalDate asOf,
            List<LimitClause> limits,
            Set<String> without,
            String scenarios) {

        static Inputs of(Snapshot snapshot, Question question) {
            return new Inputs(
                    snapshot.world().digest(),
                    snapshot.rulebook().digest(),
                    question.buyer().digest(),
                    question.asOf(),
                    question.extraLimits(),
                    question.withoutRules(),
                    question.circumstances().digest());
        }
    }

    private record Moved(Inputs inputs, Map<String, Long> moves) {}

    private final Answers answers;
    private final WhatIfAnswers judging;
    private final Latest<Inputs, Trials> questions =
            new Latest<>("trial", QUESTIONS_AT_ONCE, MOST_WAITING, QUESTIONS_KEPT);
    private final Latest<Moved, Trial.Anew> moved = new Latest<>("moved", MOVES_AT_ONCE, MOST_WAITING, MOVES_KEPT);

    @Inject
    TrialAnswers(Answers answers, WhatIfAnswers judging) {
        this.answers = answers;
        this.judging = judging;
    }

    /** {@return a question with its mix of today, which is searched where it is not known} */
    CompletableFuture<Trials> begin(Snapshot snapshot, Question question) {
        return questions.begin(
                Inputs.of(snapshot, question),
                () -> answers.inTurn(() -> Trials.of(
                        snapshot,
                        question,
                        Answers.solver(),
                        judging.judgements(snapshot.rulebook().digest()))));
    }

    /**
     * {@return the best mix under moves, which is searched where it is not known}
     *
     * @param other the question with the moves made
     */
    CompletableFuture<Trial.Anew> begin(Snapshot snapshot, Trials trials, Map<String, Long> moves, Question other) {
        return moved.begin(
                new Moved(Inputs.of(snapshot, trials.question()), Map.copyOf(moves)),
                () -> answers.inTurn(() -> trials.anew(other)));
    }

    @PreDestroy
    void stop() {
        questions.stop();
        moved.stop();
    }
}
