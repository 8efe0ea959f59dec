package org.multipolar.web.page;

import java.util.Comparator;
import java.util.List;
import org.multipolar.advice.Advice;
import org.multipolar.explain.LimitShown;
import org.multipolar.explain.RuleCostShown;

/**
 * What each limit and each rule costs.
 *
 * @param priced binding limits of which one step more would gain something, or of which nobody knows; the dearest first
 * @param free binding limits of which one step more gains nothing
 * @param others limits with room to spare
 */
public record LimitsView(List<Line> priced, List<Line> free, List<Line> others, List<Rule> rules) {

    /** One limit: what the mix reaches, what the limit allows or asks, and what one step of relief is worth. */
    public record Line(
            String title,
            String id,
            String owner,
            String demand,
            LinkView source,
            String reaches,
            String allows,
            String step,
            String worth,
            String usd,
            List<String> moves) {}

    /** One rule: what the best mix without it would gain. */
    public record Rule(
            String id, String title, String owner, String citation, String gain, String usd, List<String> moves) {}

    static LimitsView of(Advice advice, Words words) {
        var binding = advice.limits().stream().filter(LimitShown::binding).toList();
        // What nobody knows comes first: it may be the dearest.
        return new LimitsView(
                binding.stream()
                        .filter(limit -> !gainsNothing(limit))
                        .sorted(Comparator.comparingLong(LimitsView::worth).reversed())
                        .map(limit -> line(limit, words))
                        .toList(),
                binding.stream()
                        .filter(LimitsView::gainsNothing)
                        .map(limit -> line(limit, words))
                        .toList(),
                advice.limits().stream()
                        .filter(limit -> !limit.binding())
                        .map(limit -> line(limit, words))
                        .toList(),
                advice.ruleCosts().stream().map(rule -> rule(rule, words)).toList());
    }

    private static boolean gainsNothing(LimitShown limit) {
        var worth = limit.worth();
        return worth != null && worth == 0;
    }

    private static long worth(LimitShown limit) {
        var worth = limit.worth();
        return worth == null ? Long.MAX_VALUE : worth;
    }

    private static Line line(LimitShown limit, Words words) {
        // A limit that a rule sets bears the rule's id.
        boolean byRule = limit.id().startsWith(limit.source() + ":");
        return new Line(
                limit.title(),
                limit.id(),
                limit.owner(),
                limit.demand(),
                new LinkView(limit.source(), byRule ? "/rules/" + limit.source() : ""),
                Quantities.in(limit.unit(), limit.left()),
                limit.relation() + " " + Quantities.in(limit.unit(), limit.right()),
                limit.step(),
                Quantities.signed(limit.worth()),
                Quantities.signedUsd(limit.worthCostMicroUsd()),
                Quantities.moves(limit.moves(), words));
    }

    private static Rule rule(RuleCostShown rule, Words words) {
        return new Rule(
                rule.rule(),
                rule.title(),
                rule.owner(),
                rule.citation(),
                Quantities.signed(rule.scoreWithout() - rule.score()),
                Quantities.signedUsd(rule.costWithoutMicroUsd() - rule.costMicroUsd()),
                Quantities.moves(rule.moves(), words));
    }
}
