package org.multipolar.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.rulebook.ConditionChange;
import org.multipolar.rulebook.ParameterChange;
import org.multipolar.rulebook.RuleChange;
import org.multipolar.rulebook.RulebookChanges;

/** What differs between two rulebooks, as plain text: a sign says whether it was added, removed or changed. */
final class RulesChangedText {

    private static final int LONG_LIST = 3;

    private final StringBuilder text = new StringBuilder();

    private RulesChangedText() {}

    static String of(RulebookChanges changes) {
        var shown = new RulesChangedText();
        shown.all(changes);
        return shown.text.toString();
    }

    private void all(RulebookChanges changes) {
        if (!changes.rules().isEmpty()) {
            line("");
            line("Rules: "
                    + counts(changes.rules().stream().map(RuleChange::change).toList()));
            changes.rules().forEach(this::rule);
        }
        if (!changes.parameters().isEmpty()) {
            line("");
            line("Parameters: "
                    + counts(changes.parameters().stream()
                            .map(ParameterChange::change)
                            .toList()));
            changes.parameters().forEach(this::parameter);
        }
        others("Sources that differ: ", changes.sources());
        others("Declared gaps that differ: ", changes.gaps());
    }

    private static String counts(List<String> changes) {
        return List.of("added", "removed", "changed").stream()
                .map(each ->
                        "%d %s".formatted(changes.stream().filter(each::equals).count(), each))
                .collect(Collectors.joining(", "));
    }

    private static String sign(String change) {
        return change.equals("added") ? "+" : change.equals("removed") ? "-" : "~";
    }

    private void rule(RuleChange rule) {
        line("  %s %s: %s (%s, %s%s)"
                .formatted(
                        sign(rule.change()),
                        rule.id(),
                        rule.title(),
                        rule.effect(),
                        rule.holds(),
                        rule.wordsOnly() ? "; wording only, moves nothing" : ""));
        rule.annotations()
                .forEach(each -> line("      %s: %s -> %s"
                        .formatted(
                                each.what().equals("effect") ? "effect" : "@" + each.what(),
                                orNone(each.old()),
                                orNone(each.fresh()))));
        rule.conditions().forEach(change -> conditions(rule, change));
    }

    private void conditions(RuleChange rule, ConditionChange change) {
        line("      when" + (change.rule().equals(rule.id()) ? "" : " (" + change.rule() + ")"));
        change.gone().forEach(each -> line("        - " + each));
        change.added().forEach(each -> line("        + " + each));
    }

    private void parameter(ParameterChange parameter) {
        line("  %s %s: %s (%s%s)"
                .formatted(
                        sign(parameter.change()),
                        parameter.id(),
                        parameter.title(),
                        parameter.unit(),
                        parameter.usedBy().isEmpty() ? "" : "; used by " + String.join(", ", parameter.usedBy())));
        parameter
                .texts()
                .forEach(each ->
                        line("      %s: %s -> %s".formatted(each.what(), orNone(each.old()), orNone(each.fresh()))));
        parameter
                .values()
                .forEach(each -> line("      %s: %s"
                        .formatted(
                                each.from().equals("always") ? "always" : "from " + each.from(),
                                values(each.old(), each.fresh()))));
    }

    /** Of two long lists only what differs is read. */
    private static String values(@Nullable List<String> old, @Nullable List<String> fresh) {
        if (old == null || fresh == null || (old.size() <= LONG_LIST && fresh.size() <= LONG_LIST)) {
            return whole(old) + " -> " + whole(fresh);
        }
        return "%d values -> %d; gone: %s; new: %s"
                .formatted(old.size(), fresh.size(), without(old, fresh), without(fresh, old));
    }

    private static String whole(@Nullable List<String> values) {
        return values == null ? "no value of its own" : values.isEmpty() ? "nothing" : String.join(", ", values);
    }

    private static String without(List<String> values, List<String> others) {
        var left = values.stream().filter(each -> !others.contains(each)).toList();
        return left.isEmpty() ? "none" : String.join(", ", left);
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private void others(String label, List<String> names) {
        if (!names.isEmpty()) {
            line("");
            line(label + String.join(", ", names));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
