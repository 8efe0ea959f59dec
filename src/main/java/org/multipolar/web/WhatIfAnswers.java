package org.multipolar.web;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.whatif.Ahead;
import org.multipolar.whatif.Stack;
import org.multipolar.whatif.WatchList;
import org.multipolar.whatif.WhatIf;
import org.multipolar.whatif.WhatIfs;

/**
 * Computes what scenarios do, few at once, and remembers the last answers and what the rules in use said of candidates.
 *
 * <p>Safe for use by many threads.
 */
@Singleton
public class WhatIfAnswers {

    private static final int REMEMBERED = 64;
    private static final int MOST_WAITING = 16;

    /**
     * What decides an answer; of scenarios their ids and digests.
     *
     * @param scenarios digest of those that the question itself was asked under
     */
    private record Inputs(
            String world,
            String rules,
            String buyer,
            LocalDate asOf,
            List<LimitClause> limits,
            String scenarios,
            List<String> below,
            List<String> asked) {

        static Inputs of(Snapshot snapshot, Question question, Stack stack) {
            return new Inputs(
                    snapshot.world().digest(),
                    snapshot.rulebook().digest(),
                    question.buyer().digest(),
                    question.asOf(),
                    question.extraLimits(),
                    question.circumstances().digest(),
                    digests(stack.below()),
                    digests(stack.asked()));
        }

        private static List<String> digests(List<Scenario> scenarios) {
            return scenarios.stream()
                    .map(each -> each.id() + " " + each.digest())
                    .toList();
        }
    }

    /** What is known of candidates under one rulebook. */
    private record Known(String rules, Judgements judgements) {}

    private final Answers answers;
    private final Map<Inputs, WhatIf> remembered = new LinkedHashMap<>();
    private final Begun<Inputs, WhatIf> begun = new Begun<>("what-if", 1, MOST_WAITING);
    private Known known = new Known("", new Judgements());

    @Inject
    WhatIfAnswers(Answers answers) {
        this.answers = answers;
    }

    /** {@return what the scenarios do; waits for it} */
    WhatIf ask(Snapshot snapshot, Question question, Stack stack) {
        var inputs = Inputs.of(snapshot, question, stack);
        var before = remembered(inputs);
        return before != null ? before : answers.heavy(() -> unlessKnown(inputs, snapshot, question, stack));
    }

    /** Whoever waited for a place may find that the one before worked out the same. */
    private WhatIf unlessKnown(Inputs inputs, Snapshot snapshot, Question question, Stack stack) {
        var meanwhile = remembered(inputs);
        return meanwhile != null ? meanwhile : worked(inputs, snapshot, question, stack);
    }

    /** {@return what lies ahead of a buyer's mix; it is not remembered} */
    Ahead ahead(Snapshot snapshot, Question question) {
        return answers.heavy(() ->
                new WatchList(Answers.solver(), judgements(snapshot.rulebook().digest())).ask(snapshot, question));
    }

    /** {@return the answer if it is there; else work on it, as {@link Begun} says} */
    CompletableFuture<WhatIf> begin(Snapshot snapshot, Question question, Stack stack) {
        var inputs = Inputs.of(snapshot, question, stack);
        return begun.begin(
                inputs,
                () -> remembered(inputs),
                () -> answers.inTurn(() -> unlessKnown(inputs, snapshot, question, stack)));
    }

    private WhatIf worked(Inputs inputs, Snapshot snapshot, Question question, Stack stack) {
        var answer = new WhatIfs(Answers.solver(), judgements(inputs.rules())).ask(snapshot, question, stack);
        synchronized (remembered) {
            remembered.put(inputs, answer);
            if (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
        return answer;
    }

    /** {@return what is known of candidates under the rules of a digest} */
    Judgements judgements(String rules) {
        synchronized (remembered) {
            if (!known.rules().equals(rules)) {
                known = new Known(rules, new Judgements());
            }
            return known.judgements();
        }
    }

    private @Nullable WhatIf remembered(Inputs inputs) {
        synchronized (remembered) {
            return remembered.get(inputs);
        }
    }

    @PreDestroy
    void stop() {
        begun.stop();
    }
}
