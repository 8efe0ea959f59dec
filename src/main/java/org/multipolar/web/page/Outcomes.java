package org.multipolar.web.page;

import org.multipolar.advice.Advice;

/** Says how an answer ended, and how sure that is. */
final class Outcomes {

    private static final long WHOLE = 10_000;

    private Outcomes() {}

    static String status(Advice advice, Words words) {
        return switch (advice.outcome()) {
            case "optimal" -> words.say("answer.optimal");
            case "infeasible" -> words.say("answer.infeasible");
            default -> advice.score() == null ? words.say("answer.none-found") : found(advice, words);
        };
    }

    private static String found(Advice advice, Words words) {
        var bound = advice.bound();
        return bound == null
                ? words.say("answer.unproven")
                : words.say("answer.unproven-gap", words.parts(gap(score(advice), bound)));
    }

    static String proof(Advice advice, Words words) {
        if (advice.outcome().equals("infeasible")) {
            return words.say("answer.clash-of", advice.clash().size());
        }
        if (advice.score() == null) {
            return words.say("answer.work-ran-out");
        }
        var score = words.number(score(advice));
        var bound = advice.bound();
        return bound == null || bound == score(advice)
                ? words.say("answer.proven-score", score)
                : words.say("answer.score-and-bound", score, words.number(bound));
    }

    private static long score(Advice advice) {
        var score = advice.score();
        return score == null ? 0 : score;
    }

    /** {@return by how much the best there may be exceeds what was found, in ten-thousandths of it, rounded up} */
    static long gap(long score, long bound) {
        long best = Math.max(1, Math.abs(bound));
        return (WHOLE * Math.max(0, bound - score) + best - 1) / best;
    }
}
