package org.multipolar.rulebook;

import java.util.Map;
import java.util.stream.Collectors;
import org.multipolar.catalog.World;

/** Says a rule's conditions in plain words, for readers who do not read rules. */
final class PlainWords {

    private final Map<String, Parameter> parameters;

    PlainWords(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    String of(Condition condition) {
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream().map(this::part).collect(Collectors.joining(", or "));
        }
        if (condition instanceof Condition.AllOf all) {
            return all.parts().stream().map(this::part).collect(Collectors.joining(" and "));
        }
        return ask((Condition.Ask) condition);
    }

    private String part(Condition condition) {
        return condition instanceof Condition.Ask ? of(condition) : "(" + of(condition) + ")";
    }

    private String ask(Condition.Ask ask) {
        var what = ask.field() == Field.AS_OF
                ? "the day asked about"
                : "the " + ask.field().word().replace('_', ' ');
        var word = ask.word();
        return switch (ask.asked()) {
            case NAMED -> "%s is %s".formatted(what, word);
            case OTHER_THAN -> "%s is not %s".formatted(what, word);
            case WITHIN -> "%s is one of: %s".formatted(what, title(word));
            case OUTSIDE -> "%s is none of: %s".formatted(what, title(word));
            case HAS -> "%s: %s is stated".formatted(tags(ask), word);
            case LACKS -> "%s: %s is not stated".formatted(tags(ask), word);
            case HAS_ANY_OF -> "%s: at least one of: %s".formatted(tags(ask), title(word));
            case HAS_NONE_OF -> "%s: none of: %s".formatted(tags(ask), title(word));
            case ON_OR_AFTER -> "%s is not before: %s".formatted(what, title(word));
            case EARLIER_THAN -> "%s is before: %s".formatted(what, title(word));
            case AT_LEAST -> "%s is at least: %s".formatted(what, title(word));
            case BELOW -> "%s is below: %s".formatted(what, title(word));
        };
    }

    private static String tags(Condition.Ask ask) {
        return "among the " + ask.field().word().replace('_', ' ') + (ask.field() == Field.FLAGS ? "" : " tags");
    }

    private String title(String parameter) {
        return World.known(parameters, parameter).title();
    }
}
