package org.multipolar.whatif;

import java.util.List;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.Solver;
import org.multipolar.scenario.Applied;

/** Asks what scenarios do to a buyer's mix. A pure function of its arguments; what it remembers only saves work. */
public final class WhatIfs {

    private final Solver solver;
    private final Judgements judgements;

    public WhatIfs(Solver solver) {
        this(solver, new Judgements());
    }

    /**
     * @param judgements what is known of candidates under one rulebook
     */
    public WhatIfs(Solver solver, Judgements judgements) {
        this.solver = solver;
        this.judgements = judgements;
    }

    /** {@return the mix as it is beside hold, fail over and re-plan} */
    public WhatIf ask(Snapshot snapshot, Question question, Stack stack) {
        var before = at(snapshot, question, stack.below());
        var after = at(snapshot, question, stack.all());
        var mix = before.bestPieces();
        var kept = after.kept(mix);
        var sides = after.sides();
        var baseline = before.sides().solved("baseline", before.best().outcome(), mix, "");
        var hold = mix.isEmpty()
                ? sides.none("hold", "held", "There is no mix to hold.")
                : sides.held(
                        kept.pieces(),
                        before.sides().tally(mix),
                        "What still runs of the mix keeps its share; nothing takes over.");
        var failOver = failOver(after, sides, mix);
        var rePlan = sides.solved("re-plan", after.best().outcome(), after.bestPieces(), unservable(after));
        var changes = new Changes(snapshot, before, question, stack, solver, judgements);
        return new Telling(snapshot, before, after, stack, solver, changes)
                .write(baseline, hold, failOver, rePlan, kept);
    }

    private Side failOver(Standpoint after, Sides sides, List<Piece> mix) {
        if (mix.isEmpty()) {
            return sides.none("fail-over", "infeasible", "There is no mix whose suppliers could take over.");
        }
        var found = after.failOver(mix);
        boolean none = found.outcome().fold(optimal -> false, no -> true, open -> false);
        return sides.solved(
                "fail-over",
                found.outcome(),
                Standpoint.pieces(found),
                none
                        ? "Those under contract cannot serve every demand within the limits; what holds is shown beside."
                        : "");
    }

    private static String unservable(Standpoint after) {
        boolean none = after.best().outcome().fold(optimal -> false, no -> true, open -> false);
        if (!none) {
            return "";
        }
        var demands = after.inquiry().unservable();
        return demands.isEmpty()
                ? "No mix keeps all limits together; advice under the scenario names those that clash."
                : "Nobody may serve %s within its own limits; advice under the scenario names what clashes."
                        .formatted(String.join(", ", demands));
    }

    private Standpoint at(Snapshot snapshot, Question question, List<Scenario> stack) {
        return Standpoint.of(Applied.of(snapshot, question, stack), solver, judgements);
    }
}
