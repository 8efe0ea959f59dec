package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Inquiry;
import org.multipolar.advice.Judgements;
import org.multipolar.catalog.Candidate;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Tally;
import org.multipolar.scenario.Applied;

/** A question as it stands, or as it stands under scenarios: what may be bought, what a mix becomes, what is best. */
final class Standpoint {

    /**
     * A piece of a mix that is no more.
     *
     * @param now what is said of its candidate now, or null where nobody offers it
     */
    record Gone(Piece piece, @Nullable Assessment now) {}

    /**
     * What becomes of a mix.
     *
     * @param pieces what still runs, as it is judged and priced now
     */
    record Kept(List<Piece> pieces, List<Gone> gone) {}

    private final Applied applied;
    private final Inquiry inquiry;
    private Inquiry.@Nullable Mix best;

    private Standpoint(Applied applied, Inquiry inquiry) {
        this.applied = applied;
        this.inquiry = inquiry;
    }

    static Standpoint of(Applied applied, Solver solver, Judgements judgements) {
        return new Standpoint(applied, Inquiry.buyable(applied.snapshot(), applied.question(), solver, judgements));
    }

    Applied applied() {
        return applied;
    }

    Inquiry inquiry() {
        return inquiry;
    }

    Sides sides() {
        return new Sides(applied.question().buyer(), inquiry.problem().grouping());
    }

    /** {@return the best mix; searched at the first asking} */
    Inquiry.Mix best() {
        if (best == null) {
            best = inquiry.bestIfServable();
        }
        return best;
    }

    /** Takes over the best mix of a standpoint that states the same problem. */
    void takeBest(Standpoint same) {
        best = new Inquiry.Mix(inquiry.problem(), same.best().outcome());
    }

    List<Piece> bestPieces() {
        return pieces(best());
    }

    static List<Piece> pieces(Inquiry.Mix mix) {
        return Tally.pieces(mix.problem(), mix.values());
    }

    /** {@return what becomes of the pieces of a mix that was made elsewhere} */
    Kept kept(List<Piece> mix) {
        var pieces = new ArrayList<Piece>();
        var gone = new ArrayList<Gone>();
        for (var piece : mix) {
            var candidate = piece.assessment().candidate();
            var now = inquiry.find(candidate.demand().id(), candidate.id());
            if (now != null && now.buyable()) {
                pieces.add(new Piece(now, piece.steps()));
            } else {
                gone.add(new Gone(piece, now));
            }
        }
        return new Kept(pieces, gone);
    }

    /** {@return the best mix of those who are under contract: the operators of a mix, and the incumbents} */
    Inquiry.Mix failOver(List<Piece> mix) {
        var contracted = new TreeSet<>(applied.question().buyer().incumbents().keySet());
        mix.forEach(piece -> contracted.add(piece.assessment().candidate().operator()));
        return inquiry.among((Candidate candidate) -> contracted.contains(candidate.operator()))
                .bestIfServable();
    }

    static boolean proven(Outcome outcome) {
        return outcome.fold(optimal -> true, none -> false, open -> false);
    }
}
