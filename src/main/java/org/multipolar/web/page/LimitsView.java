package org.multipolar.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.multipolar.advice.Advice;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.RuleCostShown;

/**
 * What each limit and each rule costs.
 *
 * @param priced binding limits of which one step more would gain something; the dearest first
 * @param unknown binding limits of which nobody tried one step more
 * @param free binding limits of which one step more gains nothing
 * @param others limits with room to spare
 */
public record LimitsView(List<Line> priced, List<Line> unknown, List<Line> free, List<Line> others, List<Rule> rules) {

    /**
     * One limit: what the mix reaches, what the limit allows or asks, and what one step of relief is worth.
     *
     * @param step as it was written; empty where nobody tried
     */
    public record Line(
            String title,
            String id,
            String owner,
            String demand,
            LinkView source,
            Figure reaches,
            String allows,
            String step,
            String worth,
            String usd,
            List<String> moves) {}

    /** One rule: what the best mix without it would gain. */
    public record Rule(
            String id, String title, String owner, String citation, String gain, String usd, List<String> moves) {}

    static LimitsView of(Advice advice, Words words) {
        return new LimitsView(
                lines(advice, words, limit -> limit.binding() && worth(limit) > 0),
                lines(advice, words, limit -> limit.binding() && limit.worth() == null),
                lines(advice, words, limit -> limit.binding() && limit.worth() != null && worth(limit) == 0),
                lines(advice, words, limit -> !limit.binding()),
                advice.ruleCosts().stream().map(rule -> rule(rule, words)).toList());
    }

    private static List<Line> lines(Advice advice, Words words, Predicate<LimitShown> which) {
        return advice.limits().stream()
                .filter(which)
                .sorted(Comparator.comparingLong(LimitsView::worth).reversed())
                .map(limit -> line(limit, words))
                .toList();
    }

    private static long worth(LimitShown limit) {
        var worth = limit.worth();
        return worth == null ? 0 : worth;
    }

    private static Line line(LimitShown limit, Words words) {
        // A limit that a rule sets bears the rule's id.
        boolean byRule = limit.id().startsWith(limit.source() + ":");
        return new Line(
                limit.title(),
                limit.id(),
                words.code("owner", limit.owner()),
                limit.demand(),
                new LinkView(limit.source(), byRule ? "/rules/" + limit.source() : ""),
                new Figure(bare(limit.unit(), limit.left()), Quantities.in(limit.unit(), limit.left(), words)),
                Quantities.bounded(limit.relation().equals("at most"), limit.unit(), limit.right(), words),
                limit.step(),
                Quantities.signed(limit.worth(), words),
                Quantities.signedUsd(limit.worthCostMicroUsd(), words),
                Quantities.moves(limit.moves(), words));
    }

    private static String bare(String unit, long figure) {
        return Figure.plain(figure, unit.equals("micro-USD") ? 6 : 0);
    }

    private static Rule rule(RuleCostShown rule, Words words) {
        return new Rule(
                rule.rule(),
                rule.title(),
                words.code("owner", rule.owner()),
                rule.citation(),
                Quantities.signed(rule.scoreWithout() - rule.score(), words),
                Quantities.signedUsd(rule.costWithoutMicroUsd() - rule.costMicroUsd(), words),
                Quantities.moves(rule.moves(), words));
    }
}
