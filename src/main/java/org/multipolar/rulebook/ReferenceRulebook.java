package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.multipolar.catalog.World;

/**
 * The rules read a second time, slowly and plainly: what the engine must agree with, finding for finding.
 *
 * <p>It takes one fact set at a time through every rule, in the three truth values of Kleene, where false beats unknown. It
 * shares with the engine's way the linter's reading of the rules and nothing else. Not thread-safe.
 */
public final class ReferenceRulebook {

    private final Rulebook rulebook;
    private final Map<LocalDate, Map<String, Set<String>>> words = new HashMap<>();

    public ReferenceRulebook(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Whether something holds, in rising order of truth. */
    private enum Truth {
        FALSE,
        UNKNOWN,
        TRUE;

        static Truth of(boolean holds) {
            return holds ? TRUE : FALSE;
        }

        Truth and(Truth other) {
            return compareTo(other) < 0 ? this : other;
        }

        Truth or(Truth other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    /** {@return the judgement on a set of facts} */
    public Judgement judge(Facts facts, Rulebook.Setting setting) {
        var findings = new TreeMap<String, Finding>();
        for (var rule : rulebook.rules()) {
            var card = rulebook.card(rule.id());
            var truth = truth(rule.when(), facts, setting.asOf());
            if (truth != Truth.FALSE && rulebook.holds(card, setting)) {
                boolean certain = truth == Truth.TRUE && !rule.unstated();
                findings.merge(
                        card.id(),
                        new Finding(
                                card,
                                certain,
                                certain
                                        ? List.of()
                                        : facts.unstated(card.fields(), vague(card, facts, setting.asOf()))),
                        (one, other) -> one.certain() ? one : other);
            }
        }
        var sorted = List.copyOf(findings.values());
        return new Judgement(Verdict.of(sorted), sorted);
    }

    /** {@return whether one of the questions a rule asks of the release cannot be answered from the month or year stated} */
    private boolean vague(RuleCard card, Facts facts, LocalDate asOf) {
        var released = facts.one(Field.MODEL_RELEASE_DATE);
        return !released.isEmpty()
                && rulebook.rules().stream()
                        .filter(rule -> rule.id().equals(card.id()))
                        .flatMap(rule -> rule.when().asks())
                        .filter(ask -> ask.field() == Field.MODEL_RELEASE_DATE)
                        .anyMatch(ask -> day(ask, released, asOf) == Truth.UNKNOWN);
    }

    private Truth truth(Condition condition, Facts facts, LocalDate asOf) {
        if (condition instanceof Condition.AllOf all) {
            return all.parts().stream().map(part -> truth(part, facts, asOf)).reduce(Truth.TRUE, Truth::and);
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream().map(part -> truth(part, facts, asOf)).reduce(Truth.FALSE, Truth::or);
        }
        return answer((Condition.Ask) condition, facts, asOf);
    }

    private Truth answer(Condition.Ask ask, Facts facts, LocalDate asOf) {
        var field = ask.field();
        if (field == Field.AS_OF) {
            return day(ask, asOf.toString(), asOf);
        }
        var values = facts.values().get(field);
        if (values == null && !field.absentMeansNone()) {
            return Truth.UNKNOWN;
        }
        return switch (field.kind()) {
            case TAGS -> Truth.of(ofTags(ask, values == null ? List.of() : values, asOf));
            case TEXT -> Truth.of(ofText(ask, values == null ? field.absent() : values.get(0), asOf));
            case DAY -> day(ask, World.known(facts.values(), field).get(0), asOf);
            case AMOUNT -> ofAmount(ask, World.known(facts.values(), field).get(0), asOf);
        };
    }

    private boolean ofText(Condition.Ask ask, String value, LocalDate asOf) {
        return switch (ask.asked()) {
            case NAMED -> value.equals(ask.word());
            case OTHER_THAN -> !value.equals(ask.word());
            case WITHIN -> words(ask.word(), asOf).contains(value);
            case OUTSIDE -> !words(ask.word(), asOf).contains(value);
            case HAS, LACKS, HAS_ANY_OF, HAS_NONE_OF, ON_OR_AFTER, EARLIER_THAN, AT_LEAST, BELOW ->
                throw unfitting(ask);
        };
    }

    private boolean ofTags(Condition.Ask ask, List<String> values, LocalDate asOf) {
        return switch (ask.asked()) {
            case HAS -> values.contains(ask.word());
            case LACKS -> !values.contains(ask.word());
            case HAS_ANY_OF -> meets(values, words(ask.word(), asOf));
            case HAS_NONE_OF -> !meets(values, words(ask.word(), asOf));
            case NAMED, OTHER_THAN, WITHIN, OUTSIDE, ON_OR_AFTER, EARLIER_THAN, AT_LEAST, BELOW -> throw unfitting(ask);
        };
    }

    private Set<String> words(String parameter, LocalDate asOf) {
        return words.computeIfAbsent(asOf, any -> new HashMap<>())
                .computeIfAbsent(parameter, id -> rulebook.words(id, asOf));
    }

    private static boolean meets(List<String> values, Set<String> list) {
        return values.stream().anyMatch(list::contains);
    }

    /** A month or a year is unknown where some of its days come before the parameter's day and some do not. */
    private Truth day(Condition.Ask ask, String iso, LocalDate asOf) {
        var limit = words(ask.word(), asOf).stream()
                .findFirst()
                .map(LocalDate::parse)
                .orElse(LocalDate.MAX);
        boolean firstBefore = Day.earliest(iso).isBefore(limit);
        boolean lastBefore = Day.latest(iso).isBefore(limit);
        if (firstBefore != lastBefore) {
            return Truth.UNKNOWN;
        }
        return Truth.of(firstBefore == (ask.asked() == Asked.EARLIER_THAN));
    }

    /** A threshold that has no value yet cannot be reached. */
    private Truth ofAmount(Condition.Ask ask, String value, LocalDate asOf) {
        var figure = words(ask.word(), asOf).stream().findFirst();
        boolean reached = figure.isPresent() && Double.parseDouble(value) >= Double.parseDouble(figure.get());
        return Truth.of(reached == (ask.asked() == Asked.AT_LEAST));
    }

    private static IllegalStateException unfitting(Condition.Ask ask) {
        return new IllegalStateException("The linter let (%s) pass.".formatted(ask.text()));
    }
}
