package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Candidates;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.Assessment;
import org.multipolar.rulebook.Judgement;

/** Judges every candidate of one question under two rulebooks, and compares the mixes. */
final class BuyerDiffer {

    private final Snapshot old;
    private final Snapshot fresh;
    private final MixDiffer mixes;
    private final Consumer<String> progress;

    BuyerDiffer(Snapshot old, Snapshot fresh, MixDiffer mixes, Consumer<String> progress) {
        this.old = old;
        this.fresh = fresh;
        this.mixes = mixes;
        this.progress = progress;
    }

    BuyerDiff diff(Question question) {
        var buyer = question.buyer();
        progress.accept("Judging the candidates of %s under both rulebooks.".formatted(buyer.id()));
        var before = Assessed.of(old, question);
        var after = Assessed.of(fresh, question);
        var demands = new ArrayList<BuyerDiff.DemandShifts>();
        for (var demand : buyer.demands()) {
            var shifts = shifts(
                    demand,
                    World.known(before.assessments(), demand.id()),
                    World.known(after.assessments(), demand.id()));
            if (!shifts.shifts().isEmpty()) {
                demands.add(shifts);
            }
        }
        int candidates =
                before.assessments().values().stream().mapToInt(List::size).sum();
        return new BuyerDiff(buyer.id(), buyer.name(), candidates, demands, mix(before, after, !demands.isEmpty()));
    }

    private MixDiff mix(Assessed before, Assessed after, boolean findingsDiffer) {
        if (MixDiffer.same(before.problem(), after.problem())) {
            return MixDiffer.unmoved(findingsDiffer);
        }
        progress.accept("What %s must solve differs."
                .formatted(before.question().buyer().id()));
        return mixes.diff(before, after, findingsDiffer);
    }

    /** {@return the answer where nothing that could move a buyer differs, and so nothing needs judging} */
    static BuyerDiff unmoved(World world, Buyer buyer) {
        int candidates = buyer.demands().stream()
                .mapToInt(demand -> Candidates.of(world, buyer, demand).size())
                .sum();
        return new BuyerDiff(buyer.id(), buyer.name(), candidates, List.of(), MixDiffer.unmoved(false));
    }

    /** Both lists hold the same candidates in the same order, because the world is the same; examples that fit come first. */
    private static BuyerDiff.DemandShifts shifts(Demand demand, List<Assessment> before, List<Assessment> after) {
        var shifts = new VerdictShifts();
        for (boolean fit : new boolean[] {true, false}) {
            for (int i = 0; i < before.size(); i++) {
                if (before.get(i).unfit().isEmpty() == fit) {
                    var candidate = before.get(i).candidate();
                    shifts.note(
                            new VerdictShift.Example(candidate.offer(), candidate.place()),
                            judgement(before.get(i)),
                            judgement(after.get(i)));
                }
            }
        }
        return new BuyerDiff.DemandShifts(demand.id(), demand.title(), before.size(), shifts.list());
    }

    private static Judgement judgement(Assessment assessment) {
        return new Judgement(assessment.verdict(), assessment.findings());
    }
}
