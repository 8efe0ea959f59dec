package org.multipolar.explain;

import java.util.List;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.RuleCard;

/** A finding as readers see it: rule, effect, citation, dates, confidence, and what is unknown. */
public record FindingShown(
        String rule,
        String title,
        String effect,
        String kind,
        String status,
        boolean baseline,
        boolean certain,
        List<String> unknown,
        String citation,
        String reference,
        boolean sourceRead,
        String from,
        String until,
        String confidence,
        String asOf,
        String obligation,
        String settledBy) {

    public static FindingShown of(Finding finding) {
        RuleCard rule = finding.rule();
        return new FindingShown(
                rule.id(),
                rule.title(),
                rule.effect().word(),
                rule.kind(),
                rule.status(),
                rule.baseline(),
                finding.certain(),
                finding.unknown(),
                rule.citation(),
                rule.reference(),
                rule.sourceRead(),
                rule.from() == null ? "" : rule.from().toString(),
                rule.until() == null ? "" : rule.until().toString(),
                rule.confidence(),
                rule.asOf(),
                rule.obligation(),
                finding.certain() ? "" : rule.settledBy());
    }
}
