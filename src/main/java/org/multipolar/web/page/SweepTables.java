package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.sweep.Distribution;
import org.multipolar.sweep.SweepReport;

/** The tables of a sweep, in words. */
public final class SweepTables {

    private static final int PERCENT_OF_A_STEP = 100 / PortfolioProblem.STEPS;

    private SweepTables() {}

    /** A mix held in every future; five of a hundred futures have no more than {@code low}. */
    public record Mix(
            String title, Spread served, Spread score, Spread cost, String regret, String least, List<String> shares) {}

    /** How a figure lies; {@code low} and {@code high}: five of a hundred lie at or beyond. */
    public record Spread(String mean, String low, String median, String high, String least, String most) {}

    /** The best mix of each future. */
    public record Best(int count, Spread score, Spread cost) {}

    public record Winner(String by, String title, String value) {}

    /** A mix that was searched to stand up; the last three say what it costs as things are. */
    public record Robust(
            String aim, String outcome, String value, String bound, String score, String usd, String note) {}

    public record Supplier(String name, String now, String stays, int width, String low, String median, String high) {}

    public record Step(
            String futures,
            String served,
            String servedRange,
            String score,
            String scoreRange,
            String best,
            String bestRange) {}

    /** Something varied; {@code likelihood} and {@code happened} are empty for a range. */
    public record Varied(String title, String likelihood, String why, String happened, List<String> options) {}

    static Mix mix(SweepReport.MixShown mix) {
        return new Mix(
                Numbers.capital(mix.title()),
                percents(mix.capacity()),
                counts(mix.score()),
                usd(mix.cost()),
                Words.count(mix.regret().most()),
                of(mix.least(), mix.score().count()),
                mix.shares().entrySet().stream()
                        .map(each -> "%s: %d%%"
                                .formatted(each.getKey().replace(" | ", ": "), PERCENT_OF_A_STEP * each.getValue()))
                        .toList());
    }

    static Best best(SweepReport.Best best) {
        return new Best(best.score().count(), counts(best.score()), usd(best.cost()));
    }

    static Winner winner(SweepReport.Winner winner) {
        return new Winner(
                Numbers.capital(winner.by()),
                winner.title(),
                winner.by().endsWith("capacity")
                        ? Words.percent(winner.value()) + " served"
                        : Words.count(winner.value()) + " points");
    }

    static Robust robust(SweepReport.Robust robust) {
        var aim =
                switch (robust.aim()) {
                    case "worst" -> "Best worst case";
                    case "expected" -> "Best on average";
                    default -> "Least regret";
                };
        var outcome =
                switch (robust.outcome()) {
                    case "optimal" -> "proven best";
                    case "infeasible" -> "none keeps all limits";
                    default -> robust.value() == null ? "search came to no end" : "best found, not proven";
                };
        var lost = robust.scoreCost();
        return new Robust(
                aim,
                outcome,
                count(robust.value()),
                count(robust.bound()),
                lost == null ? "" : Quantities.signed(-lost),
                robust.moneyCost() == null ? "" : Quantities.signedUsd(robust.moneyCost()),
                robust.note());
    }

    static Supplier supplier(SweepReport.SupplierShown supplier, int futures, boolean today) {
        return new Supplier(
                supplier.name(),
                today ? Words.percent(supplier.now()) : "not yet",
                of(supplier.stays(), futures),
                futures == 0 ? 0 : (int) (100L * supplier.stays() / futures),
                Words.percent(supplier.part().p5()),
                Words.percent(supplier.part().median()),
                Words.percent(supplier.part().p95()));
    }

    static Step step(SweepReport.Step step) {
        return new Step(
                Words.count(step.futures()),
                Words.percent(step.capacity().mean()),
                Words.percent(step.capacity().meanLow()) + " to "
                        + Words.percent(step.capacity().meanHigh()),
                Words.count(step.score().mean()),
                range(step.score()),
                step.best().count() == 0 ? "none" : Words.count(step.best().mean()),
                step.best().count() == 0 ? "" : range(step.best()));
    }

    static Varied varied(SweepReport.VariableShown variable, int futures) {
        var likelihood = variable.likelihood();
        var happened = variable.happened();
        return new Varied(
                variable.title(),
                likelihood == null ? "" : Numbers.figure(likelihood / 1_000_000.0),
                variable.why(),
                happened == null ? "" : of(happened, futures),
                happened == null ? variable.options() : List.of());
    }

    static List<String> ends(Map<String, Integer> ends) {
        var words = new ArrayList<String>();
        ends.forEach((end, count) -> words.add(
                switch (end) {
                    case "optimal" -> "a proven best mix in %s".formatted(Words.count(count));
                    case "infeasible" -> "no mix that keeps all limits in %s".formatted(Words.count(count));
                    default -> "no end of the search in %s".formatted(Words.count(count));
                }));
        return words;
    }

    private static String of(int some, int all) {
        return all == 0 ? "none" : "%s (%s)".formatted(Words.count(some), Words.percent(10_000L * some / all));
    }

    private static String count(@Nullable Long number) {
        return number == null ? "" : Words.count(number);
    }

    private static String range(Distribution of) {
        return Words.count(of.meanLow()) + " to " + Words.count(of.meanHigh());
    }

    private static Spread percents(Distribution of) {
        return spread(of, Words::percent);
    }

    private static Spread counts(Distribution of) {
        return spread(of, Words::count);
    }

    private static Spread usd(Distribution of) {
        return spread(of, Words::usd);
    }

    private static Spread spread(Distribution of, java.util.function.LongFunction<String> words) {
        return new Spread(
                words.apply(of.mean()),
                words.apply(of.p5()),
                words.apply(of.median()),
                words.apply(of.p95()),
                words.apply(of.least()),
                words.apply(of.most()));
    }
}
