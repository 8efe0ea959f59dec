package org.multipolar.cli;

import java.util.List;
import java.util.Locale;
import org.multipolar.whatif.Side;
import org.multipolar.whatif.WhatIf;

/** Writes a what-if for people: what it comes to first, then what differs, unchanged things left out. */
final class WhatIfText {

    private final StringBuilder text = new StringBuilder();

    private WhatIfText() {}

    static String of(WhatIf answer) {
        var writer = new WhatIfText();
        writer.write(answer);
        return writer.text.toString();
    }

    private void write(WhatIf answer) {
        line("%s, as of %s", answer.buyerName(), answer.asOf());
        for (var scenario : answer.scenarios()) {
            line("What if: %s (%s)", scenario.title(), scenario.id());
            scenario.patches()
                    .forEach(each -> line(
                            "  %d. %s%s",
                            each.number(), each.text(), each.why().isEmpty() ? "" : ": no effect, " + each.why()));
        }
        if (!answer.on().isEmpty()) {
            line("Compared with: %s", String.join(", ", answer.on()));
        }
        line("");
        line("%s", answer.headline());
        line("");
        line("%-10s %-11s %14s %14s %9s %8s", "", "outcome", "score", "USD a month", "served %", "origins");
        for (var side : List.of(answer.baseline(), answer.hold(), answer.failOver(), answer.rePlan())) {
            side(side);
        }
        lost(answer);
        moves(answer);
        differences(answer);
        attribution(answer);
        line("");
        answer.digests().forEach((name, digest) -> line("%s %s", name, digest.substring(0, 16)));
    }

    private void side(Side side) {
        var score = side.score();
        if (score == null) {
            line("%-10s %-11s %14s %14s %9s %8s  %s", side.way(), side.outcome(), "-", "-", "-", "-", side.note());
            return;
        }
        line(
                "%-10s %-11s %14d %14s %9s %8s  %s",
                side.way(),
                side.outcome(),
                score,
                usd(side.cost().totalMicroUsd()),
                percent(side.capacity()),
                String.format(Locale.ROOT, "%.2f", side.effectiveOrigins() / 10_000.0),
                side.note());
    }

    private void lost(WhatIf answer) {
        if (answer.lost().isEmpty()) {
            return;
        }
        line("");
        line("Lost from the mix");
        for (var each : answer.lost()) {
            line(
                    "  %s: %d %% of %s (%s): %s%s%s",
                    each.demand(),
                    each.percent(),
                    each.offer(),
                    each.place(),
                    each.why(),
                    cited(each.citation()),
                    by(each.by()));
        }
    }

    private void moves(WhatIf answer) {
        if (answer.moves().isEmpty()) {
            return;
        }
        line("");
        line("Shares that move with the new best mix");
        for (var each : answer.moves()) {
            line(
                    "  %s: %d -> %d %% %s (%s): %s%s%s",
                    each.demand(),
                    each.from(),
                    each.to(),
                    each.offer(),
                    each.place(),
                    each.reason(),
                    cited(each.citation()),
                    by(each.by()));
        }
    }

    private void differences(WhatIf answer) {
        if (!answer.exposure().isEmpty()) {
            line("");
            line("Parts of the volume that differ");
            answer.exposure()
                    .forEach(each -> line(
                            "  %s %s: %s -> %s %%",
                            each.kind(), each.value(), percent(each.from()), percent(each.to())));
        }
        if (!answer.duties().isEmpty()) {
            line("");
            line("Duties that differ");
            answer.duties()
                    .forEach(each ->
                            line("  %s %s: %s%s", each.change(), each.rule(), each.duty(), cited(each.citation())));
        }
        if (!answer.broken().isEmpty()) {
            line("");
            line("Limits that the mix would break if held");
            answer.broken().forEach(each -> line("  %s: %s", each.limit(), each.title()));
        }
    }

    private void attribution(WhatIf answer) {
        if (answer.attribution().isEmpty()) {
            return;
        }
        line("");
        line("Which change did it");
        answer.attribution().forEach(each -> {
            line("  %s: %s. %s", each.change(), each.text(), each.finding());
            line("    alone: %s; without it: %s", delta(each.alone()), delta(each.without()));
        });
    }

    private static String delta(WhatIf.Delta delta) {
        var score = delta.score();
        var cost = delta.cost();
        return score == null || cost == null
                ? delta.outcome()
                : "score %+d, %s USD a month, %s %% lost if held, %d shares move"
                        .formatted(score, usd(cost), percent(delta.held()), delta.shares());
    }

    private static String cited(String citation) {
        return citation.isEmpty() ? "" : " [" + citation + "]";
    }

    private static String by(List<String> changes) {
        return changes.isEmpty() ? "" : " (by " + String.join(", ", changes) + ")";
    }

    private static String usd(long micro) {
        return java.math.BigDecimal.valueOf(micro, 6)
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String percent(long parts) {
        return java.math.BigDecimal.valueOf(parts, 2).stripTrailingZeros().toPlainString();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
