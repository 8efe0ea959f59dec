package org.multipolar.web.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.RuleShown;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Remark;
import org.multipolar.web.language.Tongue;

/**
 * The rulebook as a list that can be narrowed.
 *
 * @param all how many rules there are, shown or not
 */
public record RulesView(
        String words,
        List<Option> places,
        List<Option> effects,
        List<Option> states,
        List<Row> rows,
        int all,
        List<Remark> remarks) {

    /** What an address asks for; null or empty asks for everything. */
    public record Asked(
            @Nullable String words, @Nullable String where, @Nullable String effect, @Nullable String state) {}

    /** One rule. */
    public record Row(
            String id,
            String title,
            String places,
            String effect,
            String state,
            String from,
            String until,
            boolean due) {}

    /** A rule due for review: a state of its own, because it is in force all the same. */
    private static final String DUE = "review-due";

    /** {@return the page; what an address asks for and nobody has is shown as no rules} */
    public static RulesView of(
            Collection<RuleShown> rules, List<Remark> remarks, Asked asked, LocalDate today, Tongue tongue) {
        var due = remarks.stream()
                .filter(each -> each.kind() == Remark.Kind.REVIEW_DUE || each.kind() == Remark.Kind.NO_REVIEW_DAY)
                .map(Remark::id)
                .collect(Collectors.toSet());
        var words = text(asked.words());
        return new RulesView(
                words,
                Option.all(
                        tongue.say("rules.any"),
                        text(asked.where()),
                        jurisdictions(rules),
                        code -> jurisdiction(code, tongue)),
                Option.all(
                        tongue.say("rules.any"),
                        text(asked.effect()),
                        Stream.of(Effect.values()).map(Effect::word).toList(),
                        word -> tongue.code("rules.effect", word)),
                Option.all(
                        tongue.say("rules.any"),
                        text(asked.state()),
                        Stream.concat(Stream.of(RuleState.values()).map(RuleState::word), Stream.of(DUE))
                                .toList(),
                        word -> tongue.code("rules.state", word)),
                rules.stream()
                        .filter(rule -> meets(rule, asked, words, due, today))
                        .map(rule -> row(rule, due, today, tongue))
                        .toList(),
                rules.size(),
                remarks);
    }

    private static String text(@Nullable String parameter) {
        return parameter == null ? "" : parameter.strip();
    }

    private static List<String> jurisdictions(Collection<RuleShown> rules) {
        return rules.stream()
                .flatMap(rule -> rule.jurisdictions().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return a jurisdiction's name} */
    static String jurisdiction(String code, Tongue tongue) {
        return code.equals("*")
                ? tongue.say("rules.everywhere")
                : tongue.country(code).orElse(code);
    }

    private static boolean meets(RuleShown rule, Asked asked, String words, Set<String> due, LocalDate today) {
        var where = text(asked.where());
        var effect = text(asked.effect());
        var state = text(asked.state());
        var sought = words.toLowerCase(Locale.ROOT);
        return (where.isEmpty() || rule.jurisdictions().contains(where))
                && (effect.isEmpty() || rule.effect().equals(effect))
                && (state.isEmpty()
                        || (state.equals(DUE)
                                ? due.contains(rule.id())
                                : RuleState.of(rule, today).word().equals(state)))
                && (rule.id() + " " + rule.title()).toLowerCase(Locale.ROOT).contains(sought);
    }

    private static Row row(RuleShown rule, Set<String> due, LocalDate today, Tongue tongue) {
        return new Row(
                rule.id(),
                rule.title(),
                jurisdictions(rule, tongue),
                rule.effect(),
                RuleState.of(rule, today).word(),
                rule.from(),
                rule.until(),
                due.contains(rule.id()));
    }

    static String jurisdictions(RuleShown rule, Tongue tongue) {
        return tongue.list(rule.jurisdictions().stream()
                .map(code -> jurisdiction(code, tongue))
                .toList());
    }
}
