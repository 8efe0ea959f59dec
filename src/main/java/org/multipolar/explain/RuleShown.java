package org.multipolar.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.multipolar.rulebook.Clause;
import org.multipolar.rulebook.Field;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.rulebook.Rulebook;

/** A rule as readers see it. */
public record RuleShown(
        String id,
        String title,
        String effect,
        String kind,
        String status,
        String from,
        String until,
        boolean baseline,
        boolean switchedOff,
        List<String> jurisdictions,
        String statement,
        String obligation,
        String settledBy,
        String confidence,
        String asOf,
        boolean sourceRead,
        List<SourceShown> sources,
        List<String> asksFor,
        List<Clause> conditions,
        List<ParameterShown> parameters,
        List<CaseShown> cases,
        Map<String, String> annotations,
        String file,
        int line) {

    /** {@return a rule with its parameters as they stand on a day, and the cases that speak of it} */
    public static RuleShown inFull(RuleCard card, Rulebook rulebook, LocalDate asOf) {
        return of(card, rulebook, asOf, CaseShown.about(card, rulebook.caseFiles()));
    }

    /** {@return the same without the cases} */
    public static RuleShown of(RuleCard card, Rulebook rulebook, LocalDate asOf) {
        return of(card, rulebook, asOf, List.of());
    }

    private static RuleShown of(RuleCard card, Rulebook rulebook, LocalDate asOf, List<CaseShown> cases) {
        return new RuleShown(
                card.id(),
                card.title(),
                card.effect().word(),
                card.kind(),
                card.status(),
                card.from() == null ? "" : card.from().toString(),
                card.until() == null ? "" : card.until().toString(),
                card.baseline(),
                card.switchedOff(),
                card.jurisdictions(),
                card.statement(),
                card.obligation(),
                card.settledBy(),
                card.confidence(),
                card.asOf(),
                card.sourceRead(),
                card.sources().stream()
                        .map(key -> SourceShown.of(rulebook.source(key)))
                        .toList(),
                card.fields().stream().map(Field::word).toList(),
                rulebook.conditions(card.id()),
                ParameterShown.of(card, rulebook, asOf),
                cases,
                card.annotations(),
                card.file(),
                card.line());
    }

    public String text() {
        var text = new StringBuilder("%s: %s\n%s, %s, %s, from %s to %s\n"
                .formatted(
                        id,
                        title,
                        effect,
                        kind,
                        status,
                        from.isEmpty() ? "a day nobody read" : from,
                        until.isEmpty() ? "further notice" : until));
        text.append(statement).append('\n');
        if (!obligation.isEmpty()) {
            text.append("Duty: ").append(obligation).append('\n');
        }
        conditions.forEach(clause -> text.append("- if ").append(clause.plain()).append('\n'));
        parameters.forEach(parameter -> text.append("  %s (%s, %s%s): %s\n"
                .formatted(
                        parameter.title(),
                        parameter.id(),
                        parameter.from().isEmpty() ? "always" : "since " + parameter.from(),
                        parameter.next().isEmpty() ? "" : ", next change on " + parameter.next(),
                        String.join(", ", parameter.value()))));
        cases.forEach(each -> text.append("Case %s of %s: %s, this rule %s\n"
                .formatted(each.id(), each.asOf(), each.verdict(), each.fires() ? "fires" : "stays silent")));
        sources.forEach(source -> text.append("Source: %s, %s %s %s (%s)\n"
                .formatted(source.title(), source.publisher(), source.date(), source.url(), source.licence())));
        return text.append("Confidence %s, as of %s; rules/%s line %d\n".formatted(confidence, asOf, file, line))
                .toString();
    }
}
