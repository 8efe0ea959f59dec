package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Inquiry;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Retention;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Tally;

/**
 * One question whose weights and limits are tried out: its mix held under them, and the best mix under them.
 *
 * <p>Candidates are judged and the mix of today is searched once; what moves changes neither. Safe for use by many threads.
 */
public final class Trials {

    private final Question question;
    private final Judgements judgements;
    private final Inquiry inquiry;
    private final Inquiry.Mix best;
    private final List<Piece> mix;
    private final Set<String> keys = new TreeSet<>();
    private final Inquiry bought;
    private final Trial.Mix now;

    private Trials(Question question, Judgements judgements, Inquiry inquiry) {
        this.question = question;
        this.judgements = judgements;
        this.inquiry = inquiry;
        this.best = inquiry.best();
        this.mix = Tally.pieces(best.problem(), best.values());
        mix.forEach(piece -> keys.add(Mixes.key(piece)));
        this.bought = inquiry.among(this::bought);
        this.now = solved(inquiry, best, "now");
    }

    private boolean bought(Candidate candidate) {
        return keys.contains(key(candidate));
    }

    private static String key(Candidate candidate) {
        return candidate.demand().id() + " | " + candidate.id();
    }

    /**
     * {@return a question with its mix of today}
     *
     * @param judgements what is known of candidates under the snapshot's rules
     */
    public static Trials of(Snapshot snapshot, Question question, Solver solver, Judgements judgements) {
        return new Trials(question, judgements, Inquiry.buyable(snapshot, question, solver, judgements));
    }

    /** {@return the question as it is asked today} */
    public Question question() {
        return question;
    }

    /** {@return the mix of today under the moves; searches nothing} */
    public Trial.Held held(Question moved) {
        // What may be bought may be more under the moves; the mix held stays what it is.
        var under = bought.moved(moved, judgements).among(this::bought);
        if (mix.isEmpty()) {
            return new Trial.Held(now, new Trial.Mix(sides(under).none("hold", "held", ""), null), List.of());
        }
        var pieces = weighed(under);
        var problem = under.eachLimitAlone();
        return new Trial.Held(
                now,
                new Trial.Mix(
                        sides(under).held(pieces, Tally.of(moved.buyer(), problem.grouping(), pieces), ""),
                        loss(moved, problem, values(problem, pieces))),
                Broken.by(problem, pieces));
    }

    /** {@return the best mix under the moves, as a question with these weights and limits in its profile would have it} */
    public Trial.Anew anew(Question moved) {
        var under = inquiry.moved(moved, judgements);
        var found = under.best();
        return new Trial.Anew(solved(under, found, "re-plan"), Inquiry.shifts(best, found));
    }

    private List<Piece> weighed(Inquiry under) {
        var pieces = new ArrayList<Piece>();
        for (var piece : mix) {
            var candidate = piece.assessment().candidate();
            under.candidates(candidate.demand().id()).stream()
                    .filter(each -> each.candidate().id().equals(candidate.id()))
                    .forEach(each -> pieces.add(new Piece(each, piece.steps())));
        }
        return pieces;
    }

    private static Sides sides(Inquiry under) {
        return new Sides(under.question().buyer(), under.problem().grouping());
    }

    private static Trial.Mix solved(Inquiry under, Inquiry.Mix found, String way) {
        var side = sides(under).solved(way, found.outcome(), Tally.pieces(found.problem(), found.values()), "");
        return new Trial.Mix(
                side, found.values().isEmpty() ? null : loss(under.question(), found.problem(), found.values()));
    }

    private static Trial.@Nullable Loss loss(Question asked, PortfolioProblem problem, List<Long> values) {
        var kinds = Retention.kinds(asked.buyer().policy().retained());
        var worst = new Retention(problem, kinds).worst(new Outcome.Solution(values, 0));
        return worst == null
                ? null
                : new Trial.Loss(
                        worst.demand(),
                        worst.kind().name().toLowerCase(Locale.ROOT),
                        worst.lost(),
                        worst.kept() * PortfolioProblem.STEP_PERCENT);
    }

    private static List<Long> values(PortfolioProblem problem, List<Piece> pieces) {
        var steps = new HashMap<String, Long>();
        pieces.forEach(piece -> steps.put(Mixes.key(piece), (long) piece.steps()));
        var values = new ArrayList<Long>();
        problem.problem().variables().forEach(any -> values.add(0L));
        problem.parts().forEach(part -> part.choices()
                .forEach(choice -> values.set(choice.variable(), steps.getOrDefault(key(choice.candidate()), 0L))));
        return values;
    }
}
