package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Solver;
import org.multipolar.scenario.Applied;
import org.multipolar.scenario.PatchWords;
import org.multipolar.whatif.WhatIf.Attribution;
import org.multipolar.whatif.WhatIf.Delta;

/** Tells apart what several changes did: each scenario where several are laid, else each patch of the one. */
final class Changes {

    /** More changes than these are not told apart, because each is asked for twice. */
    static final int MOST = 8;

    /** One change, what it does alone and what is left without it. */
    private record Change(String id, String text, Standpoint alone, List<Scenario> others) {}

    private final Snapshot snapshot;
    private final Question question;
    private final Solver solver;
    private final Judgements judgements;
    private final Standpoint before;
    private final List<Change> changes = new ArrayList<>();

    Changes(
            Snapshot snapshot,
            Standpoint before,
            Question question,
            Stack stack,
            Solver solver,
            Judgements judgements) {
        this.snapshot = snapshot;
        this.question = question;
        this.before = before;
        this.solver = solver;
        this.judgements = judgements;
        var units = units(stack);
        if (units.size() > 1 && units.size() <= MOST) {
            for (int i = 0; i < units.size(); i++) {
                var others = new ArrayList<>(stack.below());
                for (int j = 0; j < units.size(); j++) {
                    if (j != i) {
                        others.add(units.get(j));
                    }
                }
                var alone = new ArrayList<>(stack.below());
                alone.add(units.get(i));
                changes.add(new Change(
                        name(stack, i),
                        text(units.get(i)),
                        Standpoint.of(Applied.of(snapshot, question, alone), solver, judgements),
                        others));
            }
        }
    }

    private static List<Scenario> units(Stack stack) {
        return stack.asked().size() == 1
                ? stack.asked().get(0).patches().stream()
                        .map(patch -> stack.asked().get(0).with(List.of(patch)))
                        .toList()
                : stack.asked();
    }

    private static String name(Stack stack, int unit) {
        return stack.asked().size() == 1
                ? "%s #%d".formatted(stack.asked().get(0).id(), unit + 1)
                : stack.asked().get(unit).id();
    }

    private static String text(Scenario unit) {
        return unit.patches().size() == 1 ? PatchWords.of(unit.patches().get(0)) : unit.title();
    }

    /** {@return the changes that touch a candidate by themselves; where there is one change in all, nothing need be said} */
    List<String> touching(Assessment was) {
        var candidate = was.candidate();
        var by = new ArrayList<String>();
        for (var change : changes) {
            var now = change.alone().inquiry().find(candidate.demand().id(), candidate.id());
            if (differs(was, now)) {
                by.add(change.id());
            }
        }
        return by;
    }

    /** {@return the changes that bring in, by themselves, a candidate that was not offered before} */
    List<String> offering(Assessment fresh) {
        var candidate = fresh.candidate();
        return changes.stream()
                .filter(each -> each.alone().inquiry().find(candidate.demand().id(), candidate.id()) != null)
                .map(Change::id)
                .toList();
    }

    private static boolean differs(Assessment was, @Nullable Assessment now) {
        return now == null
                || was.buyable() != now.buyable()
                || was.score() != now.score()
                || was.candidate().priced() != now.candidate().priced()
                || (was.candidate().priced()
                        && was.candidate().monthlyCost() != now.candidate().monthlyCost());
    }

    /** {@return what each change did to the mix} */
    List<Attribution> attribution(Delta whole) {
        var all = new ArrayList<Attribution>();
        for (var change : changes) {
            var alone = delta(change.alone());
            var without = delta(Standpoint.of(Applied.of(snapshot, question, change.others()), solver, judgements));
            all.add(new Attribution(change.id(), change.text(), alone, without, finding(alone, without, whole)));
        }
        return all;
    }

    private static String finding(Delta alone, Delta without, Delta whole) {
        if (alone.nothing()) {
            return without.equals(whole) ? "It changes nothing here." : "It matters only together with others.";
        }
        if (without.nothing()) {
            return "The whole effect is its own.";
        }
        return without.equals(whole) ? "Others do the same without it." : "A part of the effect is its own.";
    }

    Delta delta(Standpoint after) {
        var mix = before.bestPieces();
        var old = before.sides().solved("baseline", before.best().outcome(), mix, "");
        var fresh = after.sides().solved("re-plan", after.best().outcome(), after.bestPieces(), "");
        var held = after.sides().held(after.kept(mix).pieces(), before.sides().tally(mix), "");
        var was = old.score();
        var is = fresh.score();
        return new Delta(
                fresh.outcome(),
                was == null || is == null ? null : Long.valueOf(is - was),
                was == null || is == null
                        ? null
                        : Long.valueOf(fresh.cost().totalMicroUsd() - old.cost().totalMicroUsd()),
                old.capacity() - held.capacity(),
                Mixes.differing(mix, after.bestPieces()).size());
    }
}
