package org.multipolar.web.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.multipolar.web.language.Tongue;

/**
 * Says in the reader's language the sentences of this program that answers hold in English only.
 *
 * <p>Decided: they are known by their English wording, because answers are records whose shape stays. A sentence that is
 * not known, such as the title of a rule, stays as it is written.
 */
final class Sentences {

    /** What the numbers and words of a sentence become as arguments of its message. */
    private interface Arguments {
        Object[] of(MatchResult found, Tongue tongue);
    }

    /**
     * A sentence.
     *
     * @param rest the group that stays English and follows the message; 0 where none does
     */
    private record Known(Pattern pattern, String key, Arguments arguments, int rest) {}

    private static final List<Known> ALL = List.of(
            known("rated-by-rules", "suitability (-?\\d{1,18}) -> (-?\\d{1,18}) \\(points that rules give or take\\)"),
            new Known(
                    Pattern.compile(
                            "suitability (-?\\d{1,18}) -> (-?\\d{1,18}) \\(most in ([a-z]+): (-?\\d{1,18}) -> (-?\\d{1,18})\\)"),
                    "known.rated",
                    (found, tongue) -> new Object[] {
                        whole(found.group(1)),
                        whole(found.group(2)),
                        tongue.code("criterion", found.group(3)),
                        whole(found.group(4)),
                        whole(found.group(5))
                    },
                    0),
            new Known(
                    Pattern.compile("its price of the demand moves from (\\d{1,18}) to (\\d{1,18}) micro-USD a month"),
                    "known.priced",
                    (found, tongue) ->
                            new Object[] {tongue.usd(whole(found.group(1))), tongue.usd(whole(found.group(2)))},
                    0),
            known("takes-over", "it takes over what others lose"),
            known("makes-room", "it makes room: limits or better candidates"),
            known("offered-no-more", "it is offered no more"),
            known("offered-now", "it is offered now"),
            known("nothing-here", "It changes nothing here\\."),
            known("only-together", "It matters only together with others\\."),
            known("whole-effect", "The whole effect is its own\\."),
            known("others-too", "Others do the same without it\\."),
            known("part-effect", "A part of the effect is its own\\."),
            known(
                    "nobody-serves",
                    "Nobody may serve (.+) within its own limits; advice under the scenario names what clashes\\."),
            known(
                    "no-mix-together",
                    "No mix keeps all limits together; advice under the scenario names those that clash\\."),
            known(
                    "touches-none",
                    "No effect, because of (\\d{1,18}) candidates that this buyer may buy it touches none\\."),
            known(
                    "touches-others",
                    "No effect, because of (\\d{1,18}) candidates that this buyer may buy it takes (\\d{1,18}) away, brings (\\d{1,18}) in and"
                            + " rates or prices (\\d{1,18}) otherwise, none of them in the mix nor better than it\\."),
            known("no-mix-either", "No effect, because there is no mix before and none after\\."),
            known("no-mix-now", "There is no proven mix as things are\\."),
            known("no-measure", "In one of the futures no mix keeps all limits, so regret has no measure\\."),
            known("no-end", "The search for it came to no end\\."),
            known("best-found", "Best found; how far it can be from the best is the distance of value and bound\\."),
            known("aim-worst", "the best worst case"),
            known("aim-expected", "the best on average"),
            known("aim-regret", "the least regret"),
            known("mix-now", "the best mix as things are"),
            known("as-is", "as things are"),
            known("draws-alone", "(\\d{1,18}) draws of it alone"),
            known("weights", "weights of the criteria"),
            known("prices", "prices of operators"),
            known("indicators", "scores of countries"),
            known("abilities", "abilities of tested models"),
            known("weights-within", "weights of the criteria, each within ([0-9.]+) of itself"),
            known("prices-within", "prices, all of an operator within ([0-9.]+) of themselves"),
            known("indicators-drawn", "scores of countries, by the draws of their method on its own scale"),
            known(
                    "abilities-drawn",
                    "abilities of tested models, within one standard error and likeliest in its middle"),
            // Last, because what follows may be anything.
            rest("mix-under", "the best mix under: (.+)"),
            rest("bought-now", "it may be bought now; before: (.+)"));

    private Sentences() {}

    private static Known known(String key, String pattern) {
        return new Known(Pattern.compile(pattern), "known." + key, Sentences::groups, 0);
    }

    private static Known rest(String key, String pattern) {
        return new Known(Pattern.compile(pattern, Pattern.DOTALL), "known." + key, (found, tongue) -> new Object[0], 1);
    }

    private static Object[] groups(MatchResult found, Tongue tongue) {
        var groups = new Object[found.groupCount()];
        for (int i = 0; i < groups.length; i++) {
            var group = found.group(i + 1);
            groups[i] = group.matches("-?\\d{1,18}") ? whole(group) : group;
        }
        return groups;
    }

    private static Long whole(String digits) {
        return Long.valueOf(digits);
    }

    /** {@return the sentence, which stays English where it is not one of ours} */
    static Text of(String sentence, Tongue tongue) {
        for (var known : ALL) {
            var found = known.pattern().matcher(sentence);
            if (found.matches()) {
                var words = tongue.say(known.key(), known.arguments().of(found, tongue));
                return known.rest() == 0 ? Text.said(words) : new Text(words, found.group(known.rest()));
            }
        }
        return Text.english(sentence);
    }
}
