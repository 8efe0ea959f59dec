package org.multipolar.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.multipolar.rulebook.Parameter;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.rulebook.Rulebook;

/**
 * A list, day or figure that a rule turns on, as it stands on a day.
 *
 * @param value its words; empty before its first day
 * @param from first day of that value, or empty where it always held
 * @param next first day of the next known value, or empty
 */
public record ParameterShown(
        String id,
        String title,
        String unit,
        List<String> value,
        String from,
        String next,
        List<SourceShown> sources,
        String file,
        int line) {

    /** {@return the parameters that a rule's conditions and bounds name, by id} */
    static List<ParameterShown> of(RuleCard card, Rulebook rulebook, LocalDate asOf) {
        var ids = new TreeSet<String>();
        rulebook.conditions(card.id()).forEach(clause -> ids.addAll(clause.parameters()));
        card.bounds().forEach(bound -> ids.add(bound.parameter()));
        var shown = new ArrayList<ParameterShown>();
        rulebook.parameters().forEach((id, parameter) -> {
            if (ids.contains(id)) {
                shown.add(of(parameter, rulebook, asOf));
            }
        });
        return shown;
    }

    private static ParameterShown of(Parameter parameter, Rulebook rulebook, LocalDate asOf) {
        var value = parameter.on(asOf);
        var next = parameter.values().stream()
                .map(Parameter.Value::from)
                .filter(from -> from != null && from.isAfter(asOf))
                .findFirst();
        return new ParameterShown(
                parameter.id(),
                parameter.title(),
                parameter.unit().word(),
                value == null ? List.of() : value.words(),
                value == null || value.from() == null ? "" : value.from().toString(),
                next.map(LocalDate::toString).orElse(""),
                value == null
                        ? List.of()
                        : value.sources().stream()
                                .map(key -> SourceShown.of(rulebook.source(key)))
                                .toList(),
                parameter.file(),
                parameter.line());
    }
}
