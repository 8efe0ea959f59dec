package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;

/** Reads one condition of a rule: questions joined by ||, && and parentheses, and nothing else. */
final class ConditionParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([a-zA-Z]+)\\.([a-zA-Z]+)\\(\\s*\"([^\"\\\\]+)\"\\s*\\)|(\\|\\||&&|\\(|\\)))\\s*");

    private final String expression;
    private final Map<String, Parameter> parameters;
    private final BiFunction<String, @Nullable String, BadInput> fault;
    private final Matcher token;
    private int at;

    private ConditionParser(
            String expression,
            Map<String, Parameter> parameters,
            BiFunction<String, @Nullable String, BadInput> fault) {
        this.expression = expression;
        this.parameters = parameters;
        this.fault = fault;
        this.token = TOKEN.matcher(expression);
    }

    /**
     * {@return the condition}
     *
     * @param fault makes the refusal from what is wrong and what may help
     */
    static Condition parse(
            String expression,
            Map<String, Parameter> parameters,
            BiFunction<String, @Nullable String, BadInput> fault) {
        var parser = new ConditionParser(expression, parameters, fault);
        var condition = parser.any();
        if (parser.at != expression.length()) {
            throw parser.otherForm();
        }
        return condition;
    }

    private Condition any() {
        var parts = new ArrayList<Condition>(List.of(all()));
        while (took("||")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AnyOf(parts);
    }

    private Condition all() {
        var parts = new ArrayList<Condition>(List.of(one()));
        while (took("&&")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
    }

    private Condition one() {
        if (took("(")) {
            var inner = any();
            if (!took(")")) {
                throw otherForm();
            }
            return inner;
        }
        if (!next() || token.group(1) == null) {
            throw otherForm();
        }
        at = token.end();
        return ask(token.group(1), token.group(2), token.group(3));
    }

    private boolean took(String sign) {
        if (!next() || !sign.equals(token.group(4))) {
            return false;
        }
        at = token.end();
        return true;
    }

    private boolean next() {
        return token.region(at, expression.length()).lookingAt();
    }

    private Condition.Ask ask(String accessor, String question, String word) {
        var field = Field.byAccessor().get(accessor);
        if (field == null) {
            throw fault.apply(
                    "asks for (%s).".formatted(accessor),
                    "it is misspelt; a case has " + Field.byAccessor().keySet() + ".");
        }
        var asked = Asked.byWord().get(question);
        if (asked == null || asked.kind() != field.kind()) {
            throw fault.apply("asks %s.%s.".formatted(accessor, question), "it is one of " + questions(field) + ".");
        }
        if (asked.ofParameter()) {
            parameter(asked, word);
        }
        return new Condition.Ask(field, asked, word);
    }

    private static java.util.Set<String> questions(Field field) {
        var questions = new TreeSet<String>();
        Asked.byWord().forEach((word, asked) -> {
            if (asked.kind() == field.kind()) {
                questions.add(word);
            }
        });
        return questions;
    }

    private void parameter(Asked asked, String id) {
        var parameter = parameters.get(id);
        if (parameter == null) {
            throw fault.apply(
                    "names the parameter (%s).".formatted(id), "it is misspelt, or missing under parameters/.");
        }
        if (!fits(asked, parameter.unit())) {
            throw fault.apply(
                    "asks %s of a parameter in %s."
                            .formatted(asked.word(), parameter.unit().word()),
                    null);
        }
    }

    private static boolean fits(Asked asked, Parameter.Unit unit) {
        return switch (asked.of()) {
            case WORD -> false;
            case LIST -> unit.list();
            case FIGURE -> !unit.list() && (asked.kind() == Field.Kind.DAY) == (unit == Parameter.Unit.DATE);
        };
    }

    private BadInput otherForm() {
        return fault.apply(
                "has the condition (%s).".formatted(expression),
                "it is not made of field.question(\"word\") joined by commas, || and &&; a negation has its own question, such as otherThan or outside.");
    }
}
