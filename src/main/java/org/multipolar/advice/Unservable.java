package org.multipolar.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.multipolar.catalog.Demand;
import org.multipolar.explain.ClashMember;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.RuleCard;

/** Demands that nobody may serve: a smallest set of grounds that together turn every candidate away. */
final class Unservable {

    private static final int MOST_KINDS = 5;

    private Unservable() {}

    static List<ClashMember> of(PortfolioProblem problem, Map<String, List<Assessment>> assessments) {
        var members = new ArrayList<ClashMember>();
        for (var part : problem.parts()) {
            if (part.choices().isEmpty()) {
                members.add(new ClashMember(
                        "whole:" + part.demand().id(),
                        "structure",
                        "The shares of %s sum to 100 percent"
                                .formatted(part.demand().id()),
                        "policy",
                        part.demand().id(),
                        false,
                        "100 percent",
                        "0 buyable candidates"));
                members.addAll(grounds(
                        part.demand(), assessments.getOrDefault(part.demand().id(), List.of())));
            }
        }
        return members;
    }

    private static List<ClashMember> grounds(Demand demand, List<Assessment> all) {
        var blocked = new ArrayList<TreeMap<String, RuleCard>>();
        var fit = new TreeMap<String, List<String>>();
        for (var assessment : all) {
            var grounds = new TreeMap<String, RuleCard>();
            assessment.findings().stream()
                    .filter(finding -> finding.rule().effect() == Effect.EXCLUDE)
                    .forEach(finding -> grounds.put(finding.rule().id(), finding.rule()));
            if (grounds.isEmpty()) {
                assessment.unfit().forEach(why -> fit.computeIfAbsent(kind(why), kind -> new ArrayList<>())
                        .add(why));
            }
            blocked.add(grounds);
        }
        var members = new ArrayList<ClashMember>();
        smallest(blocked)
                .forEach((id, card) -> members.add(new ClashMember(
                        id + ":" + demand.id(),
                        owner(card),
                        card.title(),
                        card.citation(),
                        demand.id(),
                        !owner(card).equals("house"),
                        "excludes what it fires on",
                        "%d of %d candidates"
                                .formatted(
                                        blocked.stream()
                                                .filter(each -> each.containsKey(id))
                                                .count(),
                                        all.size()))));
        if (!fit.isEmpty() || all.isEmpty()) {
            members.add(new ClashMember(
                    "fit:" + demand.id(),
                    "buyer",
                    "What the demand needs of a model",
                    "buyer",
                    demand.id(),
                    false,
                    all.isEmpty() ? "a catalogue with offers" : commonest(fit),
                    "no other candidate"));
        }
        return members;
    }

    /** Failures that differ only in their figures are of one kind. */
    private static String kind(String failure) {
        return failure.replaceFirst("[-\\d].*", "");
    }

    /** {@return the commonest kinds of failure with an example of each} */
    private static String commonest(Map<String, List<String>> failures) {
        return failures.values().stream()
                .sorted(Comparator.<List<String>>comparingInt(of -> -of.size()).thenComparing(of -> of.get(0)))
                .limit(MOST_KINDS)
                .map(of -> "%d of them: %s".formatted(of.size(), of.get(0)))
                .collect(Collectors.joining("; "));
    }

    private static String owner(RuleCard card) {
        return card.kind().equals("policy") || card.status().equals("policy-default") ? "house" : "law";
    }

    /** Rules that cover every blocked candidate, none of which can be left out. */
    private static Map<String, RuleCard> smallest(List<? extends Map<String, RuleCard>> blocked) {
        var cover = new TreeMap<String, RuleCard>();
        blocked.forEach(cover::putAll);
        for (var id : List.copyOf(cover.keySet())) {
            var card = cover.remove(id);
            boolean stillCovered = blocked.stream()
                    .allMatch(each -> each.isEmpty() || each.keySet().stream().anyMatch(cover::containsKey));
            if (!stillCovered && card != null) {
                cover.put(id, card);
            }
        }
        return cover;
    }
}
