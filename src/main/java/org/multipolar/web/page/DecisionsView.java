package org.multipolar.web.page;

import java.util.List;
import org.multipolar.decision.Entry;
import org.multipolar.web.language.Tongue;

/**
 * Records as a list.
 *
 * @param next address of those that follow, or empty at the end
 */
public record DecisionsView(
        List<Row> rows, String buyer, List<Form.Option> kinds, List<String> buyers, String next, boolean later) {

    /**
     * One record.
     *
     * @param at when it was written, to the minute, UTC
     */
    public record Row(String id, String at, String instant, String kind, String buyer, String state, String by) {

        static Row of(Entry entry, Tongue tongue) {
            return new Row(
                    entry.id(),
                    minute(entry.at().toString(), tongue),
                    entry.at().toString(),
                    DecisionsView.kind(entry.kind(), tongue),
                    entry.buyer(),
                    DecisionsView.state(entry, tongue),
                    entry.by());
        }
    }

    private static final List<String> KINDS = List.of("", "advice", "what-if", "review.", "watch.");

    /**
     * {@return a page of the list}
     *
     * @param kind what the kinds shown begin with
     * @param next address of those that follow, or empty
     */
    public static DecisionsView of(
            List<Entry> entries,
            String buyer,
            String kind,
            List<String> buyers,
            String next,
            boolean later,
            Tongue tongue) {
        return new DecisionsView(
                entries.stream().map(each -> Row.of(each, tongue)).toList(),
                buyer,
                KINDS.stream()
                        .map(each -> new Form.Option(
                                each,
                                tongue.code("decisions-kinds", each.isEmpty() ? "all" : each.replace(".", "")),
                                each.equals(kind)))
                        .toList(),
                buyers,
                next,
                later);
    }

    /** {@return a moment as a day and the time of day by UTC} */
    static String minute(String instant, Tongue tongue) {
        return tongue.say("decisions.at", tongue.day(instant.substring(0, 10)), instant.substring(11, 16));
    }

    static String kind(String kind, Tongue tongue) {
        return tongue.code("decisions-kind", kind);
    }

    /** {@return what a record says, in words} */
    static String state(Entry entry, Tongue tongue) {
        var outcome = entry.text("outcome");
        if (outcome != null) {
            return tongue.code("decisions-outcome", outcome);
        }
        var verdict = entry.text("verdict");
        return verdict == null ? "" : tongue.code("reviews-verdict", verdict);
    }
}
