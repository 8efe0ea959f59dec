package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.rulebook.Verdict;

/**
 * One ground on which candidates of a demand may not be bought: a rule, a paper that is missing under a rule, or a need of
 * the demand that they fail.
 *
 * @param id the rule or the need, {@code @}, the demand; {@code :evidence} where only a paper is missing
 * @param rule the rule, or null where it is a need
 * @param why in words of one candidate
 */
public record Barrier(String id, String demand, Kind kind, @Nullable RuleCard rule, String why) {

    /** What kind of ground it is. */
    public enum Kind {
        /** A rule excludes the candidates for certain. */
        EXCLUSION,
        /** A rule would exclude them for some value of a fact that nobody stated. */
        EVIDENCE,
        /** The demand needs more than they have. */
        NEED,
        /** They are not on offer on the day of the question. */
        RELEASE
    }

    /** A kind of need ends where a candidate's own figures begin. */
    private static final Pattern FIGURES = Pattern.compile("(:|,|\\[|\\d| of ).*");

    /** {@return all grounds against one candidate, in id order; empty where it may be bought} */
    public static List<Barrier> of(Assessment assessment) {
        var demand = assessment.candidate().demand().id();
        var barriers = new ArrayList<Barrier>();
        for (var finding : assessment.findings()) {
            if (finding.rule().effect() == Effect.EXCLUDE) {
                barriers.add(byRule(finding, demand));
            }
        }
        var kinds = new TreeSet<String>();
        for (var failure : assessment.unfit()) {
            var kind = kind(failure);
            if (kinds.add(kind)) {
                barriers.add(new Barrier(
                        "fit:" + kind + "@" + demand,
                        demand,
                        kind.equals("release") ? Kind.RELEASE : Kind.NEED,
                        null,
                        failure));
            }
        }
        barriers.sort(java.util.Comparator.comparing(Barrier::id));
        return barriers;
    }

    private static Barrier byRule(Finding finding, String demand) {
        var rule = finding.rule();
        var id = rule.id() + "@" + demand;
        return finding.certain()
                ? new Barrier(id, demand, Kind.EXCLUSION, rule, rule.title())
                : new Barrier(
                        id + ":evidence",
                        demand,
                        Kind.EVIDENCE,
                        rule,
                        rule.settledBy().isEmpty()
                                ? "somebody states " + String.join(", ", finding.unknown())
                                : rule.settledBy());
    }

    /** {@return what all failures of one kind share: {@code ability}, whatever the model's} */
    static String kind(String failure) {
        if (failure.contains("release")) {
            return "release";
        }
        return FIGURES.matcher(failure)
                .replaceFirst("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
    }

    public Limit.Owner owner() {
        if (rule == null) {
            return kind == Kind.RELEASE ? Limit.Owner.FACT : Limit.Owner.BUYER;
        }
        return Limit.Owner.of(rule);
    }

    /** {@return whether nothing that buyer or supplier may do removes it} */
    public boolean locked() {
        return kind == Kind.RELEASE || (kind == Kind.EXCLUSION && owner() == Limit.Owner.LAW);
    }

    Limit limit() {
        var title = rule == null ? why : rule.title();
        return new Limit(
                id,
                owner(),
                kind == Kind.EVIDENCE ? title + " (evidence missing)" : title,
                rule == null ? "buyer" : rule.citation(),
                demand,
                Measure.NONE,
                List.of());
    }

    /** {@return whether this ground is against a candidate} */
    public boolean against(Assessment assessment) {
        return of(assessment).stream().anyMatch(each -> each.id().equals(id));
    }

    /** {@return a candidate as it stands without this ground; itself where the ground is not against it} */
    public Assessment lifted(Assessment assessment) {
        if (!against(assessment)) {
            return assessment;
        }
        var findings = assessment.findings().stream()
                .filter(finding -> rule == null
                        || !finding.rule().id().equals(rule.id())
                        || finding.certain() != (kind == Kind.EXCLUSION))
                .toList();
        var unfit = assessment.unfit().stream()
                .filter(failure -> !id.equals("fit:" + kind(failure) + "@" + demand))
                .toList();
        return new Assessment(
                assessment.candidate(),
                Verdict.of(findings),
                findings,
                unfit,
                assessment.languagesCovered(),
                assessment.suitability());
    }
}
