package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.FindingShown;
import org.multipolar.explain.MixShare;

/**
 * One share of a mix as a row of the table, and why it is there.
 *
 * @param cost null where nobody stated a price
 */
public record ShareView(
        Figure share,
        String model,
        String supplier,
        String openness,
        String licence,
        String maker,
        String operator,
        String place,
        Figure suitability,
        String verdict,
        @Nullable Figure cost,
        Figure duties,
        String lineage,
        List<Reason> reasons,
        List<FindingView> findings,
        List<LinkView> sources) {

    /** What one criterion adds to the suitability. */
    public record Reason(String criterion, Figure points, String note) {}

    /** A rule that speaks to this share, with its citation. */
    public record FindingView(
            String rule, String title, String effect, String certainty, LinkView citation, String dates, String duty) {

        static FindingView of(FindingShown finding, Words words) {
            return new FindingView(
                    finding.rule(),
                    finding.title(),
                    words.code("effect", finding.effect()),
                    finding.certain()
                            ? words.say("why.certain")
                            : words.say("why.not-known", String.join(", ", finding.unknown())),
                    LinkView.of(finding.citation(), finding.reference()),
                    inForce(finding.from(), finding.until(), words),
                    finding.obligation());
        }
    }

    static ShareView of(MixShare share, Words words) {
        return new ShareView(
                Figure.percent(share.share(), words.tongue()),
                share.modelName(),
                share.supplierName(),
                words.open(share.openness()),
                share.licence(),
                words.country(share.supplierOrigin()),
                words.operator(share.operator()),
                words.place(share.servingCountry()),
                Figure.parts(share.suitability(), words.tongue()),
                words.code("verdict", share.verdict()),
                share.monthlyCostMicroUsd() < 0 ? null : Figure.usd(share.monthlyCostMicroUsd(), words.tongue()),
                Figure.count(share.duties().size(), words.tongue()),
                String.join(", ", share.lineage()),
                reasons(share, words),
                share.findings().stream()
                        .map(finding -> FindingView.of(finding, words))
                        .toList(),
                share.sources().stream().map(LinkView::of).toList());
    }

    private static List<Reason> reasons(MixShare share, Words words) {
        var reasons = new ArrayList<Reason>();
        share.contributions()
                .forEach((criterion, points) -> reasons.add(new Reason(
                        words.code("criterion", criterion),
                        Figure.parts(points, words.tongue()),
                        share.notes().getOrDefault(criterion, ""))));
        return reasons;
    }

    private static String inForce(String from, String until, Words words) {
        var since = from.isEmpty() ? words.say("why.start-not-read") : words.say("why.from", words.day(from));
        return until.isEmpty() ? since : words.say("why.until", since, words.day(until));
    }
}
