package org.multipolar.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.Upcoming;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.Judgement;
import org.multipolar.rulebook.ReachTable;
import org.multipolar.rulebook.RuleCard;

/** Announces the known changes of law that will touch what is bought. */
final class Outlook {

    private static final int YEARS = 3;

    private final Snapshot snapshot;
    private final Question question;
    private final Assessor assessor;

    Outlook(Snapshot snapshot, Question question, Assessor assessor) {
        this.snapshot = snapshot;
        this.question = question;
        this.assessor = assessor;
    }

    /** {@return the changes in the next three years, earliest first; judged anew on each day a rule or parameter changes} */
    List<Upcoming> upcoming(PortfolioProblem problem, Outcome outcome) {
        var values = Explainer.values(outcome);
        var bought = problem.parts().stream()
                .flatMap(part -> part.choices().stream())
                .filter(choice -> !values.isEmpty() && values.get(choice.variable()) > 0)
                .map(choice -> choice.candidate())
                .toList();
        return upcoming(bought);
    }

    /** {@return the same for these candidates} */
    List<Upcoming> upcoming(List<Candidate> bought) {
        if (bought.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<Upcoming>();
        var before = assessor.judge(bought, assessor.setting());
        for (var day : days()) {
            var after = assessor.judge(bought, assessor.setting().on(day));
            changes.addAll(changes(day, bought, before, after));
            before = after;
        }
        return changes;
    }

    /** {@return the days in the next three years on which a rule, a parameter, a paper or an operator's reach changes} */
    java.util.Set<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        snapshot.rulebook().cards().values().forEach(card -> {
            if (card.from() != null) {
                days.add(card.from());
            }
            if (card.until() != null) {
                days.add(card.until().plusDays(1));
            }
        });
        snapshot.rulebook().parameters().values().forEach(parameter -> parameter
                .values()
                .forEach(value -> {
                    if (value.from() != null) {
                        days.add(value.from());
                    }
                }));
        days.addAll(question.circumstances().rulesFrom().values());
        question.buyer().evidence().forEach(paper -> {
            days.add(paper.dated());
            if (paper.until() != null) {
                days.add(paper.until().plusDays(1));
            }
        });
        days.addAll(ReachTable.changes(snapshot.world()));
        days.removeIf(day ->
                !day.isAfter(question.asOf()) || day.isAfter(question.asOf().plusYears(YEARS)));
        return days;
    }

    private static List<Upcoming> changes(
            LocalDate day, List<Candidate> bought, List<Judgement> before, List<Judgement> after) {
        var entering = new TreeMap<String, Touched>();
        var leaving = new TreeMap<String, Touched>();
        for (int i = 0; i < bought.size(); i++) {
            note(entering, bought.get(i), after.get(i), before.get(i));
            note(leaving, bought.get(i), before.get(i), after.get(i));
        }
        var changes = new ArrayList<Upcoming>();
        entering.values().forEach(touched -> changes.add(touched.change(day, "enters")));
        leaving.values().forEach(touched -> changes.add(touched.change(day, "leaves")));
        return changes;
    }

    private static void note(Map<String, Touched> touched, Candidate candidate, Judgement with, Judgement without) {
        var there = without.findings().stream()
                .filter(Finding::certain)
                .map(each -> each.rule().id())
                .toList();
        with.findings().stream()
                .filter(each -> each.certain() && !there.contains(each.rule().id()))
                .forEach(each -> touched.computeIfAbsent(
                                each.rule().id(), id -> new Touched(each.rule(), new TreeSet<>(), new TreeSet<>()))
                        .add(candidate));
    }

    private record Touched(RuleCard rule, TreeSet<String> demands, TreeSet<String> offers) {

        void add(Candidate candidate) {
            demands.add(candidate.demand().id());
            offers.add(candidate.id());
        }

        Upcoming change(LocalDate day, String change) {
            var text = change.equals("enters")
                    ? "From %s: %s%s"
                            .formatted(day, rule.title(), rule.obligation().isEmpty() ? "." : ". " + rule.obligation())
                    : "From %s no longer: %s.".formatted(day, rule.title());
            return new Upcoming(
                    day.toString(),
                    rule.id(),
                    rule.title(),
                    change,
                    rule.effect().word(),
                    text,
                    List.copyOf(demands),
                    List.copyOf(offers));
        }
    }
}
