package org.multipolar.web.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.multipolar.web.ask.AskView.Part;
import org.multipolar.web.language.Tongue;

/** A message in whose gaps fields stand, cut into its parts, so that each language puts the fields where it wants them. */
final class Sentence {

    /** Of the private use area: no message holds such a character. */
    private static final char FIRST_GAP = '\uE000';

    private static final Pattern PARTS = Pattern.compile("[\uE000-\uE00F]|[^\uE000-\uE00F]+");

    private Sentence() {}

    /**
     * {@return the parts of a message}
     *
     * @param slots names of the fields that stand for its arguments
     */
    static List<Part> parts(Tongue tongue, String key, List<String> slots) {
        var gaps = IntStream.range(0, slots.size())
                .mapToObj(i -> String.valueOf((char) (FIRST_GAP + i)))
                .toArray();
        var parts = new ArrayList<Part>();
        PARTS.matcher(tongue.say(key, gaps))
                .results()
                .map(java.util.regex.MatchResult::group)
                .forEach(each -> {
                    int gap = each.charAt(0) - FIRST_GAP;
                    parts.add(gap >= 0 && gap < slots.size() ? new Part(slots.get(gap), "") : new Part("", each));
                });
        return parts;
    }
}
