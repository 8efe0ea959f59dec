package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One rule that differs between two rulebooks.
 *
 * @param change added, removed or changed
 * @param holds its dates in words, of the fresh rule where there is one
 * @param wordsOnly whether only texts for readers differ, so that nothing can move
 * @param annotations what stands otherwise after an @, and the effect; of a rule in both rulebooks only
 * @param days first days on which the change starts or stops to matter; empty where it always matters or never
 */
public record RuleChange(
        String id,
        String title,
        String effect,
        String change,
        String holds,
        boolean wordsOnly,
        List<Altered> annotations,
        List<ConditionChange> conditions,
        List<String> days) {

    /** What cannot move a verdict or a mix; the status only says how to speak of a rule. */
    private static final Set<String> FOR_READERS = Set.of(
            "title",
            "status",
            "datePrecision",
            "sources",
            "confidence",
            "asOf",
            "jurisdictions",
            "facts",
            "statement",
            "obligation",
            "settledBy");

    private static final Set<String> DATES = Set.of("from", "until");

    public RuleChange {
        annotations = List.copyOf(annotations);
        conditions = List.copyOf(conditions);
        days = List.copyOf(days);
    }

    /** {@return a rule that stands in one rulebook only} */
    static RuleChange whole(RuleCard card, String change, RuleInBook old, RuleInBook fresh) {
        var conditions = ConditionChange.between(old.rules(), fresh.rules());
        return of(card, change, List.of(), conditions, days(old, fresh, false));
    }

    /** {@return a rule that stands in both; its lists are empty where nothing differs} */
    static RuleChange changed(RuleCard card, RuleInBook old, RuleInBook fresh) {
        var annotations = Altered.between(old.annotations(), fresh.annotations());
        var conditions = ConditionChange.between(old.rules(), fresh.rules());
        boolean datesOnly =
                conditions.isEmpty() && annotations.stream().allMatch(each -> readersOnly(each) || dates(each));
        return of(card, "changed", annotations, conditions, days(old, fresh, datesOnly));
    }

    private static RuleChange of(
            RuleCard card,
            String change,
            List<Altered> annotations,
            List<ConditionChange> conditions,
            List<String> days) {
        boolean wordsOnly = change.equals("changed")
                && conditions.isEmpty()
                && annotations.stream().allMatch(RuleChange::readersOnly);
        return new RuleChange(
                card.id(),
                card.title(),
                card.effect().word(),
                change,
                holds(card),
                wordsOnly,
                annotations,
                conditions,
                wordsOnly ? List.of() : days);
    }

    /** Where only dates move, a day that both rules keep is no change. */
    private static List<String> days(RuleInBook old, RuleInBook fresh, boolean datesOnly) {
        var days = old.ends();
        days.addAll(fresh.ends());
        if (datesOnly) {
            days.removeIf(day -> old.ends().contains(day) && fresh.ends().contains(day));
        }
        return days.stream().map(LocalDate::toString).toList();
    }

    private static boolean readersOnly(Altered altered) {
        return FOR_READERS.contains(altered.what());
    }

    private static boolean dates(Altered altered) {
        return DATES.contains(altered.what());
    }

    private static String holds(RuleCard card) {
        var from = card.from() == null ? "from a day nobody read" : "from " + card.from();
        var until = card.until() == null ? "" : " until " + card.until();
        return from + until + (card.switchedOff() ? ", only where a scenario switches it on" : "");
    }
}
