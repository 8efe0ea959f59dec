package org.multipolar.web.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Firings;
import org.multipolar.advice.MixDiff;
import org.multipolar.catalog.Buyer;
import org.multipolar.explain.RuleShown;
import org.multipolar.rulebook.Gap;
import org.multipolar.web.language.Tongue;

/**
 * The page of one rule.
 *
 * @param places the names of its jurisdictions, in a row
 * @param state where it stands in time: in-force, coming, ended or proposed
 * @param gaps what the rulebook says it does not cover in these jurisdictions
 * @param fired where it fires today, or null where nobody asked
 * @param costBuyer the buyer whose cost is shown, or empty
 * @param cost what the rule costs that buyer, or null where nobody asked
 * @param costText the same in one sentence, or empty
 */
public record RuleView(
        RuleShown rule,
        String places,
        String state,
        List<LinkView> sources,
        List<Gap> gaps,
        List<Option> buyers,
        @Nullable List<Firings.Fired> fired,
        String costBuyer,
        @Nullable MixDiff cost,
        String costText) {

    public static RuleView of(
            RuleShown rule,
            Collection<Gap> gaps,
            Collection<Buyer> buyers,
            @Nullable List<Firings.Fired> fired,
            String costBuyer,
            @Nullable MixDiff cost,
            LocalDate today,
            Tongue tongue) {
        return new RuleView(
                rule,
                RulesView.jurisdictions(rule, tongue),
                RuleState.of(rule, today).word(),
                rule.sources().stream().map(LinkView::of).toList(),
                gaps.stream().filter(gap -> touches(gap, rule)).toList(),
                buyers.stream()
                        .map(buyer ->
                                new Option(buyer.id(), buyer.name(), buyer.id().equals(costBuyer)))
                        .toList(),
                fired,
                costBuyer,
                cost,
                cost == null ? "" : costText(cost, tongue));
    }

    /** Regions are named after their bloc and country, such as EU-DE. */
    private static boolean touches(Gap gap, RuleShown rule) {
        return rule.jurisdictions().stream()
                .anyMatch(code -> gap.countries().contains(code)
                        || gap.region().equals(code)
                        || gap.region().startsWith(code + "-"));
    }

    private static String costText(MixDiff cost, Tongue tongue) {
        var with = cost.old();
        var without = cost.fresh();
        if (with == null || without == null) {
            return tongue.say("rules.cost-no-change");
        }
        if (cost.state().equals("unmoved")) {
            return tongue.say("rules.cost-same-mix");
        }
        var score = with.score();
        var freely = without.score();
        if (score == null || freely == null) {
            return tongue.say("rules.cost-headlines", with.headline(), without.headline());
        }
        return tongue.say(
                "rules.cost-scores",
                tongue.number(score),
                tongue.usd(with.cost().totalMicroUsd()),
                tongue.number(freely),
                tongue.usd(without.cost().totalMicroUsd()),
                tongue.number(freely - score));
    }
}
