package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of rules that pull the same candidate two ways.
 *
 * <p>A mark-up and a mark-down may well meet, for one candidate may be good for one reason and bad for another. They
 * contradict each other where one never comes without the other, or where neighbours in a file turn on the same facts.
 */
final class Contradictions {

    private final Timeline timeline;
    private final Rulebook rulebook;

    Contradictions(Timeline timeline, Rulebook rulebook) {
        this.timeline = timeline;
        this.rulebook = rulebook;
    }

    List<Remark> among(List<Provision> provisions) {
        var remarks = new ArrayList<Remark>();
        for (var one : of(Effect.PREFER, provisions)) {
            of(Effect.PENALISE, provisions).forEach(other -> marks(one, other, remarks));
        }
        for (var floor : of(Effect.REQUIRE, provisions)) {
            of(Effect.CAP, provisions).forEach(cap -> bounds(floor, cap, remarks));
        }
        return remarks;
    }

    /** A proposal may well undo what holds today. */
    private static List<Provision> of(Effect effect, List<Provision> provisions) {
        return provisions.stream()
                .filter(each -> each.does(effect) && !each.card().switchedOff())
                .toList();
    }

    private void marks(Provision prefer, Provision penalise, List<Remark> remarks) {
        for (var day : commonDays(prefer, penalise)) {
            var both = both(prefer, penalise, day);
            if (both != null && oneMatter(prefer, penalise, day)) {
                remarks.add(Remark.of(
                        Remark.Kind.CONTRADICTS,
                        prefer.card(),
                        penalise.id(),
                        "prefers what (%s) penalises: on %s both fire on %s.\nMaybe one lacks a condition that sets the two apart."
                                .formatted(penalise.id(), day, words(both))));
                return;
            }
        }
    }

    private boolean oneMatter(Provision one, Provision other, LocalDate day) {
        var facts = timeline.on(day);
        boolean neighbours = one.card().file().equals(other.card().file());
        return facts.implies(one.when(), other.when())
                || facts.implies(other.when(), one.when())
                || (neighbours && (asksNoMore(one, other) || asksNoMore(other, one)));
    }

    private static boolean asksNoMore(Provision one, Provision other) {
        return new HashSet<>(other.card().fields()).containsAll(one.card().fields());
    }

    private void bounds(Provision floor, Provision cap, List<Remark> remarks) {
        for (var least : floor.card().bounds()) {
            for (var most : cap.card().bounds()) {
                if (least.key().equals(most.key())) {
                    bounds(floor, least, cap, most, remarks);
                }
            }
        }
    }

    private void bounds(
            Provision floor, RuleCard.Bound least, Provision cap, RuleCard.Bound most, List<Remark> remarks) {
        for (var day : commonDays(floor, cap)) {
            var low = rulebook.number(least.parameter(), day);
            var high = rulebook.number(most.parameter(), day);
            var both = low == null || high == null || low <= high ? null : both(floor, cap, day);
            if (both != null) {
                remarks.add(Remark.of(
                        Remark.Kind.CONTRADICTS,
                        floor.card(),
                        cap.id(),
                        "asks for at least %d (%s) of (%s) where (%s) allows at most %d (%s): on %s both fire on %s.\nMaybe one of the two figures is wrong."
                                .formatted(
                                        low,
                                        least.parameter(),
                                        least.key(),
                                        cap.id(),
                                        high,
                                        most.parameter(),
                                        day,
                                        words(both))));
                return;
            }
        }
    }

    private List<LocalDate> commonDays(Provision one, Provision other) {
        var window = one.window().common(other.window());
        return window.empty() ? List.of() : timeline.spells(window, one, other);
    }

    private @Nullable Facts both(Provision one, Provision other, LocalDate day) {
        return timeline.on(day).witness(List.of(one.when(), other.when()));
    }

    private static String words(Facts facts) {
        return facts.values().entrySet().stream()
                .map(entry -> entry.getKey().word() + " "
                        + (entry.getValue().isEmpty() ? "none" : String.join(" + ", entry.getValue())))
                .collect(Collectors.joining(", "));
    }
}
