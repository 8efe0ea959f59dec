package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.explain.FindingShown;
import org.multipolar.explain.MixShare;

/** One share of a mix as a row of the table, and why it is there. */
public record ShareView(
        String share,
        String model,
        String supplier,
        String openness,
        String licence,
        String maker,
        String operator,
        String place,
        String suitability,
        String verdict,
        String cost,
        int duties,
        String lineage,
        List<Reason> reasons,
        List<FindingView> findings,
        List<LinkView> sources) {

    /** What one criterion adds to the suitability. */
    public record Reason(String criterion, String points, String note) {}

    /** A rule that speaks to this share, with its citation. */
    public record FindingView(
            String rule, String title, String effect, String certainty, LinkView citation, String dates, String duty) {

        static FindingView of(FindingShown finding) {
            return new FindingView(
                    finding.rule(),
                    finding.title(),
                    finding.effect(),
                    finding.certain() ? "certain" : "open: " + String.join(", ", finding.unknown()) + " not known",
                    LinkView.of(finding.citation(), finding.reference()),
                    inForce(finding.from(), finding.until()),
                    finding.obligation());
        }
    }

    static ShareView of(MixShare share, Words words) {
        return new ShareView(
                share.share() + "%",
                share.modelName(),
                share.supplierName(),
                Words.openness(share.openness()),
                share.licence(),
                words.country(share.supplierOrigin()),
                words.operator(share.operator()),
                words.place(share.servingCountry()),
                Words.percent(share.suitability()),
                share.verdict(),
                share.monthlyCostMicroUsd() < 0 ? "not stated" : Words.usd(share.monthlyCostMicroUsd()),
                share.duties().size(),
                String.join(", ", share.lineage()),
                reasons(share),
                share.findings().stream().map(FindingView::of).toList(),
                share.sources().stream().map(LinkView::of).toList());
    }

    private static List<Reason> reasons(MixShare share) {
        var reasons = new ArrayList<Reason>();
        share.contributions()
                .forEach((criterion, points) -> reasons.add(new Reason(
                        criterion, Words.percent(points), share.notes().getOrDefault(criterion, ""))));
        return reasons;
    }

    static String inForce(String from, String until) {
        return (from.isEmpty() ? "start not read" : "from " + from) + (until.isEmpty() ? "" : " until " + until);
    }
}
