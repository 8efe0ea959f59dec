package org.multipolar.portfolio;

import static org.multipolar.portfolio.PortfolioProblem.STEPS;
import static org.multipolar.portfolio.PortfolioProblem.STEP_PERCENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.RuleCard;

/** States the caps and floors that rules found on candidates: each bounds the sum over those that share the finding. */
final class RuleRows {

    private static final Map<String, On> KEYS = Map.of(
            "supplier", On.SUPPLIER,
            "operator", On.OPERATOR,
            "origin", On.ORIGIN,
            "lineage", On.LINEAGE,
            "model", On.MODEL);

    private final Rows rows;
    private final Grouping grouping;
    private final RuleNumbers numbers;
    private final Ceilings ceilings;

    RuleRows(Rows rows, Grouping grouping, RuleNumbers numbers, Ceilings ceilings) {
        this.rows = rows;
        this.grouping = grouping;
        this.numbers = numbers;
        this.ceilings = ceilings;
    }

    /** {@return the house limits set aside because what the law leaves cannot meet them, in words} */
    List<String> state(DemandPart part) {
        var setAside = new ArrayList<String>();
        found(part).forEach((id, found) -> {
            for (var bound : found.card().bounds()) {
                long at = numbers.value().applyAsLong(bound.parameter());
                if (house(found.card()) && impossible(part, found.choices(), bound.key(), at)) {
                    setAside.add("%s (%s %d) is set aside for %s: what law and stated facts leave cannot meet it."
                            .formatted(id, bound.key(), at, part.demand().id()));
                } else {
                    bound(part, found, bound.key(), at);
                }
            }
        });
        return setAside;
    }

    /** A rule that bounds shares, and the choices on which it fired. */
    private record Found(RuleCard card, List<Choice> choices) {}

    private static Map<String, Found> found(DemandPart part) {
        var found = new TreeMap<String, Found>();
        for (var choice : part.choices()) {
            for (var finding : choice.assessment().findings()) {
                var effect = finding.rule().effect();
                if (finding.certain() && (effect == Effect.CAP || effect == Effect.REQUIRE)) {
                    found.computeIfAbsent(finding.rule().id(), id -> new Found(finding.rule(), new ArrayList<>()))
                            .choices()
                            .add(choice);
                }
            }
        }
        return found;
    }

    private static boolean house(RuleCard card) {
        return card.kind().equals("policy");
    }

    /** Decided over what may be bought as things stand, also where the problem holds what may not. */
    private boolean impossible(DemandPart part, List<Choice> found, String key, long at) {
        var choices = buyable(found);
        if (choices.size() < buyable(part.choices()).size()) {
            return false; // shares may go to those it does not bound
        }
        return switch (key) {
            case "distinct-origins" -> values(choices, On.ORIGIN) < at;
            case "open" ->
                choices.stream()
                        .noneMatch(
                                choice -> choice.candidate().model().openness().open());
            case "all" -> at < 100;
            default -> values(choices, KEYS.getOrDefault(key, On.ORIGIN)) * (at / STEP_PERCENT) < STEPS;
        };
    }

    private static List<Choice> buyable(List<Choice> choices) {
        return choices.stream().filter(choice -> choice.assessment().buyable()).toList();
    }

    private long values(List<Choice> choices, On on) {
        return choices.stream()
                .flatMap(choice -> grouping.values(on, choice.candidate()).stream())
                .distinct()
                .count();
    }

    private void bound(DemandPart part, Found found, String key, long at) {
        var card = found.card();
        var limit = new Limit(
                card.id() + ":" + key + ":" + part.demand().id(),
                house(card) ? Limit.Owner.HOUSE : Limit.Owner.LAW,
                "%s (%s, %d)".formatted(card.title(), key, at),
                card.id(),
                part.demand().id(),
                key.equals("distinct-origins") ? Measure.ORIGINS : Measure.SHARE,
                List.of());
        switch (key) {
            case "all" -> cap(limit, at, found.choices());
            case "open" ->
                rows.atLeast(
                        limit,
                        Rows.ceilDiv(at, STEP_PERCENT),
                        Rows.steps(found.choices().stream()
                                .filter(choice ->
                                        choice.candidate().model().openness().open())
                                .toList()));
            case "distinct-origins" -> origins(part, found.choices(), limit, at);
            default ->
                Grouping.by(
                                found.choices(),
                                choice -> grouping.values(KEYS.getOrDefault(key, On.ORIGIN), choice.candidate()))
                        .values()
                        .forEach(choices -> cap(limit, at, choices));
        }
    }

    private void cap(Limit limit, long percent, List<Choice> choices) {
        rows.atMost(limit, percent / STEP_PERCENT, Rows.steps(choices));
        ceilings.note(choices, percent / STEP_PERCENT);
    }

    private void origins(DemandPart part, List<Choice> choices, Limit limit, long least) {
        var used = new ArrayList<Term>();
        Grouping.by(choices, choice -> List.of(grouping.origin(choice.candidate())))
                .forEach((origin, ofOrigin) -> {
                    int use = rows.variable("o", "origin used: " + part.demand().id() + " | " + origin, 1);
                    rows.atLeast(limit, 0, Rows.with(Rows.steps(ofOrigin), use, -1));
                    rows.atMost(limit, 0, Rows.with(Rows.steps(ofOrigin), use, -STEPS));
                    used.add(new Term(use, 1));
                });
        rows.atLeast(limit, least, used);
    }
}
