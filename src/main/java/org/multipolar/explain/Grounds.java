package org.multipolar.explain;

import java.util.Comparator;
import java.util.List;
import org.multipolar.portfolio.Assessment;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Finding;
import org.multipolar.suitability.Contribution;
import org.multipolar.suitability.Criterion;

/** Finds the first ground on which a candidate was left out: law, policy, unresolved, fit or price. */
final class Grounds {

    private final List<Assessment> bought;

    /**
     * @param bought what the demand's mix holds; empty where there is no mix
     */
    Grounds(List<Assessment> bought) {
        this.bought = bought;
    }

    Rejection of(Assessment left) {
        return switch (left.verdict()) {
            case EXCLUDED -> excluded(left);
            case UNRESOLVED -> unresolved(left);
            case CONDITIONAL, ALLOWED ->
                left.barred() ? barred(left) : left.unfit().isEmpty() ? outscored(left) : unfit(left);
        };
    }

    /** {@return the rules that exclude a candidate for certain, law before policy} */
    static List<Finding> exclusions(Assessment left, boolean certain) {
        return left.findings().stream()
                .filter(finding ->
                        finding.certain() == certain && finding.rule().effect() == Effect.EXCLUDE)
                .sorted(Comparator.comparing((Finding finding) -> policy(finding))
                        .thenComparing(finding -> finding.rule().id()))
                .toList();
    }

    private static boolean policy(Finding finding) {
        return finding.rule().kind().equals("policy") || finding.rule().status().equals("policy-default");
    }

    private Rejection excluded(Assessment left) {
        var rules = exclusions(left, true);
        var first = rules.get(0).rule();
        var ground = policy(rules.get(0)) ? "policy" : "law";
        return rejection(
                left,
                ground,
                rules.stream().map(each -> each.rule().id()).toList(),
                first.citation(),
                "%s no longer applied (%s)".formatted(first.id(), first.title()));
    }

    private Rejection unresolved(Assessment left) {
        var rules = exclusions(left, false);
        var first = rules.get(0);
        var evidence = first.rule().settledBy().isEmpty()
                ? "somebody stated " + String.join(", ", first.unknown())
                : first.rule().settledBy();
        return rejection(
                left,
                "unresolved",
                rules.stream().map(each -> each.rule().id()).toList(),
                first.rule().citation(),
                evidence);
    }

    private Rejection barred(Assessment left) {
        return rejection(
                left,
                "scenario",
                left.unfit(),
                "",
                "the scenario did not hold: " + left.unfit().get(0));
    }

    private Rejection unfit(Assessment left) {
        boolean priced = left.candidate().priced();
        boolean onlyPrice = !priced && left.unfit().size() == 1;
        return rejection(
                left,
                onlyPrice ? "price" : "fit",
                left.unfit(),
                "",
                onlyPrice
                        ? "somebody stated its price, or the buyer an assumed one"
                        : "it met: " + left.unfit().get(0));
    }

    /** Named after the criterion in which it is furthest behind the weakest candidate bought. */
    private Rejection outscored(Assessment left) {
        var weakest =
                bought.stream().min(Comparator.comparingLong(Assessment::score)).orElse(null);
        if (weakest == null) {
            return rejection(left, "policy", List.of("limits"), "", "the limits that clash were relaxed");
        }
        long behind = weakest.score() - left.score();
        if (behind <= 0) {
            return rejection(
                    left,
                    "policy",
                    List.of("limits"),
                    "",
                    "a limit on what it shares with candidates already bought were wider");
        }
        var criterion = furthestBehind(left, weakest);
        return rejection(
                left,
                criterion == Criterion.PRICE ? "price" : "fit",
                List.of(criterion.name().toLowerCase(java.util.Locale.ROOT)),
                "",
                "its suitability (%d) rose by more than %d, the most in %s"
                        .formatted(left.score(), behind, criterion.name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static Criterion furthestBehind(Assessment left, Assessment weakest) {
        return left.suitability().contributions().stream()
                .max(Comparator.comparingLong(
                                (Contribution each) -> value(weakest, each.criterion()) - each.contribution10000())
                        .thenComparing(
                                Comparator.comparing(Contribution::criterion).reversed()))
                .map(Contribution::criterion)
                .orElse(Criterion.QUALITY);
    }

    private static long value(Assessment assessment, Criterion criterion) {
        return assessment.suitability().contributions().stream()
                .filter(each -> each.criterion() == criterion)
                .mapToLong(Contribution::contribution10000)
                .sum();
    }

    private static Rejection rejection(
            Assessment left, String ground, List<String> by, String citation, String wouldEnterIf) {
        var candidate = left.candidate();
        return new Rejection(
                candidate.id(),
                candidate.model().id(),
                candidate.supplier().id(),
                candidate.place(),
                ground,
                by,
                citation,
                left.score(),
                wouldEnterIf,
                null);
    }
}
