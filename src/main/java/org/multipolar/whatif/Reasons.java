package org.multipolar.whatif;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Explainer;
import org.multipolar.portfolio.Assessment;
import org.multipolar.suitability.Contribution;
import org.multipolar.suitability.Criterion;

/** Says in words why a candidate came, went or counts otherwise than before. */
final class Reasons {

    /**
     * Why.
     *
     * @param ground scenario, gone, law, policy, unresolved, fit, price; rated or room where the candidate itself may be bought
     * @param citation of the law, or empty
     */
    record Reason(String ground, String words, String citation) {}

    private Reasons() {}

    /** {@return why a candidate may not be bought} */
    static Reason against(@Nullable Assessment now) {
        if (now == null) {
            return new Reason("gone", "it is offered no more", "");
        }
        var rejection = Explainer.rejection(now, List.of());
        return switch (rejection.ground()) {
            case "law", "policy", "unresolved" ->
                new Reason(rejection.ground(), rules(now, rejection.by()), rejection.citation());
            default -> new Reason(rejection.ground(), String.join("; ", rejection.by()), rejection.citation());
        };
    }

    private static String rules(Assessment now, List<String> ids) {
        var titles = now.findings().stream()
                .filter(each -> ids.contains(each.rule().id()))
                .map(each ->
                        "%s (%s)".formatted(each.rule().title(), each.rule().id()))
                .toList();
        return String.join("; ", titles);
    }

    /** {@return why a candidate that may be bought before and after has another share} */
    static Reason moved(Assessment before, Assessment after, boolean more) {
        if (before.score() != after.score()) {
            return new Reason(
                    "rated",
                    "suitability %d -> %d%s".formatted(before.score(), after.score(), criterion(before, after)),
                    "");
        }
        long old = cost(before);
        long fresh = cost(after);
        if (old != fresh) {
            return new Reason(
                    "price", "its price of the demand moves from %d to %d micro-USD a month".formatted(old, fresh), "");
        }
        return new Reason(
                "room", more ? "it takes over what others lose" : "it makes room: limits or better candidates", "");
    }

    private static long cost(Assessment assessment) {
        return assessment.candidate().priced() ? assessment.candidate().monthlyCost() : 0;
    }

    /** Names the criterion that changed most. */
    private static String criterion(Assessment before, Assessment after) {
        Criterion most = null;
        long largest = 0;
        for (var criterion : Criterion.values()) {
            long change = Math.abs(value(after, criterion) - value(before, criterion));
            if (change > largest) {
                largest = change;
                most = criterion;
            }
        }
        return most == null
                ? " (points that rules give or take)"
                : " (most in %s: %d -> %d)"
                        .formatted(most.name().toLowerCase(Locale.ROOT), value(before, most), value(after, most));
    }

    private static long value(Assessment assessment, Criterion criterion) {
        return assessment.suitability().contributions().stream()
                .filter(each -> each.criterion() == criterion)
                .mapToLong(Contribution::contribution10000)
                .sum();
    }
}
