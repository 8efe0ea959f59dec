package org.multipolar.cli;

import java.util.List;
import java.util.Locale;
import org.multipolar.explain.BestMixes;
import org.multipolar.explain.MixBrief;
import org.multipolar.explain.Sampled;
import org.multipolar.explain.Tradeoffs;

/** Other mixes beside the one recommended, as plain text. */
final class ChoiceText {

    private static final int MOST_SUPPLIERS = 4;
    private static final int MOST_MOVES = 12;

    private ChoiceText() {}

    static String of(BestMixes answer) {
        var text = new StringBuilder();
        line(text, "%s, as of %s".formatted(answer.buyerName(), answer.asOf()));
        line(text, answer.finding());
        for (var ranked : answer.mixes()) {
            line(text, "");
            line(
                    text,
                    "%d. score %d%s, %s"
                            .formatted(
                                    ranked.rank(),
                                    ranked.mix().score(),
                                    ranked.behind() == 0 ? "" : " (%d behind)".formatted(ranked.behind()),
                                    figures(ranked.mix())));
            line(text, "   " + suppliers(ranked.mix().suppliers()));
            ranked.moves().stream()
                    .limit(MOST_MOVES)
                    .forEach(move -> line(
                            text,
                            "   %s: %s by %s in %s, %d%% instead of %d%%"
                                    .formatted(
                                            move.demand(),
                                            move.model(),
                                            move.operator(),
                                            AdviceText.abbreviated(move.place()),
                                            move.to(),
                                            move.from())));
            if (ranked.moves().size() > MOST_MOVES) {
                line(text, "   and %d more".formatted(ranked.moves().size() - MOST_MOVES));
            }
        }
        return text.toString();
    }

    static String of(Tradeoffs answer) {
        var text = new StringBuilder();
        line(text, "%s, as of %s".formatted(answer.buyerName(), answer.asOf()));
        line(text, answer.finding());
        line(text, "");
        for (var point : answer.points()) {
            line(
                    text,
                    "%s %s; %s"
                            .formatted(
                                    point.proposed() ? "*" : " ",
                                    figures(point.mix()),
                                    suppliers(point.mix().suppliers())));
        }
        var proposed = answer.proposed();
        if (proposed != null) {
            line(text, "");
            line(
                    text,
                    answer.onFrontier()
                            ? "* is the mix recommended."
                            : "The mix recommended is as good in score and cost as another that survives more: "
                                    + figures(proposed));
        }
        return text.toString();
    }

    static String of(Sampled sampled) {
        var text = new StringBuilder();
        line(text, "Stability: " + sampled.finding());
        sampled.suppliers().stream()
                .limit(2 * MOST_SUPPLIERS)
                .forEach(each -> line(
                        text,
                        "  %-24s now %s, in %d of %d draws, %s to %s, half of the draws at most %s"
                                .formatted(
                                        each.name(),
                                        percent(each.now()),
                                        each.stays(),
                                        sampled.solved(),
                                        percent(each.least()),
                                        percent(each.most()),
                                        percent(each.median()))));
        sampled.flips().forEach(flip -> line(text, "  weights: " + flip.finding()));
        return text.toString();
    }

    private static String figures(MixBrief mix) {
        var worst = mix.worstLoss();
        return "suits %s, %s USD a month, %s"
                .formatted(
                        percent(mix.suitability()),
                        AdviceText.usd(mix.cost().totalMicroUsd()),
                        worst == null
                                ? "nothing can be lost"
                                : "at worst loses %d%% (%s %s)".formatted(worst.lost(), worst.kind(), worst.what()));
    }

    private static String suppliers(List<MixBrief.SupplierPart> suppliers) {
        var words = suppliers.stream()
                .limit(MOST_SUPPLIERS)
                .map(each -> "%s %s".formatted(each.name(), percent(each.volume())))
                .toList();
        return String.join(", ", words)
                + (suppliers.size() > MOST_SUPPLIERS
                        ? " and %d more".formatted(suppliers.size() - MOST_SUPPLIERS)
                        : "");
    }

    private static String percent(long tenThousandths) {
        return String.format(Locale.ROOT, "%.1f%%", tenThousandths / 100.0);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
