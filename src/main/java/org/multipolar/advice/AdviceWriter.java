package org.multipolar.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.Digests;
import org.multipolar.explain.ClashMember;
import org.multipolar.explain.GapShown;
import org.multipolar.explain.NotCovered;
import org.multipolar.explain.Stability;
import org.multipolar.explain.Upcoming;
import org.multipolar.portfolio.Outcome;
import org.multipolar.rulebook.Gap;

/** Puts outcome and explanation into the shape of an answer. */
final class AdviceWriter {

    /** Changes whenever the same question may get another answer from the same data and rules. */
    static final String PROGRAM = "multipolar 0.3";

    private final Snapshot snapshot;
    private final Question question;
    private final String solver;

    AdviceWriter(Snapshot snapshot, Question question, String solver) {
        this.snapshot = snapshot;
        this.question = question;
        this.solver = solver;
    }

    Advice write(Outcome outcome, Why why, Impasse impasse, Stability stability, List<Upcoming> upcoming) {
        var explanation = why.explanation();
        var digests = snapshot.digests(question, solver);
        var decision = Digests.of(digests + "\n" + question.asOf() + "\n" + question.extraLimits()
                + (question.withoutRules().isEmpty() ? "" : "\nwithout " + question.withoutRules())
                + (question.explainAll() ? "\nexplained in full" : "")
                + (question.stabilityDraws() == 0 ? "" : "\ndraws " + question.stabilityDraws()));
        return new Advice(
                decision,
                question.buyer().id(),
                question.buyer().name(),
                question.asOf().toString(),
                question.circumstances().scenarios(),
                word(outcome),
                headline(outcome, impasse),
                outcome.fold(
                        optimal -> Long.valueOf(optimal.solution().score()),
                        none -> null,
                        open -> open.best().isEmpty()
                                ? null
                                : Long.valueOf(open.best().get(0).score())),
                outcome.fold(
                        optimal -> Long.valueOf(optimal.bound()), none -> null, open -> Long.valueOf(open.bound())),
                explanation.cost(),
                explanation.demands(),
                explanation.limits(),
                why.ruleCosts(),
                impasse.clash(),
                impasse.others(),
                impasse.relaxations(),
                explanation.setAside(),
                stability,
                upcoming,
                gaps(),
                notCovered(),
                digests,
                solver);
    }

    private static String word(Outcome outcome) {
        return outcome.fold(optimal -> "optimal", none -> "infeasible", open -> "unproven");
    }

    /** What a reader is told first. */
    private static String headline(Outcome outcome, Impasse impasse) {
        return outcome.fold(
                optimal -> "Proven best: score %d, and no mix can exceed %d."
                        .formatted(optimal.solution().score(), optimal.bound()),
                none -> infeasible(impasse),
                open -> open.best().isEmpty()
                        ? "Work ran out before any mix was found."
                        : "Best found: score %d; the best possible is at most %d."
                                .formatted(open.best().get(0).score(), open.bound()));
    }

    private static String infeasible(Impasse impasse) {
        if (impasse.clash().isEmpty()) {
            return "No mix satisfies all limits.";
        }
        return "No mix satisfies %s together%s.%s"
                .formatted(
                        impasse.clash().stream().map(ClashMember::id).toList(),
                        impasse.others().isEmpty()
                                ? ""
                                : "; %d more demands clash by themselves"
                                        .formatted(impasse.others().size()),
                        impasse.saying().isEmpty() ? "" : " " + impasse.saying());
    }

    /** By gap, in the order declared, the demands that it touches. */
    private List<GapShown> gaps() {
        var touched = new LinkedHashMap<Gap, TreeSet<String>>();
        snapshot.rulebook().gaps().forEach(gap -> touched.put(gap, new TreeSet<>()));
        for (var demand : question.buyer().demands()) {
            var about = List.of(demand.dataSensitivity(), demand.sector());
            for (var country : demand.operatingCountries()) {
                snapshot.rulebook().gapsFor(country, about).forEach(gap -> World.known(touched, gap)
                        .add(demand.id()));
            }
        }
        return touched.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> GapShown.of(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** {@return the countries of operation for which no pack of rules was read, with their demands} */
    private List<NotCovered> notCovered() {
        var demands = new TreeMap<String, TreeSet<String>>();
        for (var demand : question.buyer().demands()) {
            demand.operatingCountries().stream()
                    .filter(country -> !snapshot.rulebook().covers(country))
                    .forEach(country -> demands.computeIfAbsent(country, any -> new TreeSet<>())
                            .add(demand.id()));
        }
        return demands.entrySet().stream()
                .map(entry -> new NotCovered(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
