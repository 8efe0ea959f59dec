package org.multipolar.web.page;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Firings;
import org.multipolar.advice.MixDiff;
import org.multipolar.explain.RuleShown;

/**
 * The page of one rule.
 *
 * @param fired where it fires today, or null where nobody asked
 * @param costBuyer the buyer whose cost is shown, or empty
 * @param cost what the rule costs that buyer, or null where nobody asked
 */
public record RuleView(
        RuleShown rule,
        List<LinkView> sources,
        List<Choice> buyers,
        @Nullable List<Firings.Fired> fired,
        String costBuyer,
        @Nullable MixDiff cost) {

    /** A buyer to choose. */
    public record Choice(String id, String name) {}

    public static RuleView of(
            RuleShown rule,
            Collection<org.multipolar.catalog.Buyer> buyers,
            @Nullable List<Firings.Fired> fired,
            String costBuyer,
            @Nullable MixDiff cost) {
        return new RuleView(
                rule,
                rule.sources().stream().map(LinkView::of).toList(),
                buyers.stream()
                        .map(buyer -> new Choice(buyer.id(), buyer.name()))
                        .toList(),
                fired,
                costBuyer,
                cost);
    }

    /** {@return what the rule costs in one sentence} */
    public String costText() {
        if (cost == null) {
            return "";
        }
        var with = cost.old();
        var without = cost.fresh();
        if (with == null || without == null) {
            return "Nothing today: it changes no choice, score or limit of this buyer.";
        }
        if (cost.state().equals("unmoved")) {
            return "Nothing today: the best mix and its score are the same without it.";
        }
        if (with.score() == null || without.score() == null) {
            return "With the rule: %s Without it: %s".formatted(with.headline(), without.headline());
        }
        return "With the rule the best mix scores %d and costs %s; without it %d and %s. The rule costs %d points of the score."
                .formatted(
                        with.score(), dollars(with), without.score(), dollars(without), without.score() - with.score());
    }

    private static String dollars(MixDiff.Side side) {
        return Words.usd(side.cost().totalMicroUsd()) + " USD a month";
    }
}
