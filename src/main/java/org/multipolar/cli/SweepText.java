package org.multipolar.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.multipolar.sweep.Distribution;
import org.multipolar.sweep.SweepReport;

/** Writes a sweep for people: the finding, the mixes held, what moves it, who stays. */
final class SweepText {

    private static final int MOST_BARS = 12;
    private static final int MOST_SUPPLIERS = 12;

    private final StringBuilder text = new StringBuilder();

    private SweepText() {}

    static String of(SweepReport report) {
        var writer = new SweepText();
        writer.write(report);
        return writer.text.toString();
    }

    private void write(SweepReport report) {
        line("%s: %s, as of %s, seed %d", report.buyerName(), report.title(), report.asOf(), report.seed());
        line("%s", report.finding());
        line("");
        line(
                "%-34s %26s %44s %12s",
                "Mix held", "served % mean (5 of 100, worst)", "score mean (5, 50, 95 of 100)", "most regret");
        report.mixes()
                .forEach(each -> line(
                        "%-34s %8s (%s, %s) %16d (%d, %d, %d) %14d",
                        each.id(),
                        percent(each.capacity().mean()),
                        percent(each.capacity().p5()),
                        percent(each.capacity().least()),
                        each.score().mean(),
                        each.score().p5(),
                        each.score().median(),
                        each.score().p95(),
                        each.regret().most()));
        line(
                "%-34s score %s; USD a month %s",
                "best of each future",
                spread(report.rePlan().score()),
                usd(report.rePlan().cost()));
        line("");
        report.winners().forEach(each -> line("Best by %s: %s (%d)", each.by(), each.title(), each.value()));
        report.robust().forEach(each -> line("%s", robust(each)));
        line("");
        line("What moves it, each alone");
        report.tornado().stream()
                .limit(MOST_BARS)
                .forEach(each -> line(
                        "  %s: score %+d to %+d, served %s to %s %%%s",
                        each.title(),
                        each.score().low() - each.score().base(),
                        each.score().high() - each.score().base(),
                        percent(each.capacity().low()),
                        percent(each.capacity().high()),
                        each.lawful() ? "" : ", and no mix keeps all limits"));
        line("");
        line("Suppliers in the best mix of each future");
        report.suppliers().stream()
                .limit(MOST_SUPPLIERS)
                .forEach(each -> line(
                        "  %s: in %d of %d; %s %% now, %s (5) %s (50) %s (95) %%",
                        each.name(),
                        each.stays(),
                        report.done(),
                        percent(each.now()),
                        percent(each.part().p5()),
                        percent(each.part().median()),
                        percent(each.part().p95())));
        line("");
        report.convergence()
                .forEach(each -> line(
                        "After %d futures: served %s %% (%s to %s), score %d (%d to %d)",
                        each.futures(),
                        percent(each.capacity().mean()),
                        percent(each.capacity().meanLow()),
                        percent(each.capacity().meanHigh()),
                        each.score().mean(),
                        each.score().meanLow(),
                        each.score().meanHigh()));
        line("");
        report.digests().forEach((name, digest) -> line("%s %s", name, digest.substring(0, 16)));
    }

    private static String robust(SweepReport.Robust each) {
        if (each.value() == null || each.scoreCost() == null || each.moneyCost() == null) {
            return "Mix with %s: %s. %s".formatted(each.title(), each.outcome(), each.note());
        }
        return "Mix with %s: %d, %s; costs %d of today's score and %s USD a month beside the best mix of today."
                .formatted(
                        each.title(),
                        each.value(),
                        each.outcome().equals("optimal") ? "proven" : "not proven, the bound is " + each.bound(),
                        each.scoreCost(),
                        usd(each.moneyCost()));
    }

    private static String spread(Distribution of) {
        return "%d (%d, %d, %d)".formatted(of.mean(), of.p5(), of.median(), of.p95());
    }

    private static String usd(Distribution of) {
        return "%s (%s, %s, %s)".formatted(usd(of.mean()), usd(of.p5()), usd(of.median()), usd(of.p95()));
    }

    private static String usd(long micro) {
        return BigDecimal.valueOf(micro, 6).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String percent(long parts) {
        return BigDecimal.valueOf(parts, 2).stripTrailingZeros().toPlainString();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
