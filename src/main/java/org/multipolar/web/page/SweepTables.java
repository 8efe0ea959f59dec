package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.sweep.Distribution;
import org.multipolar.sweep.SweepReport;
import org.multipolar.web.language.Tongue;

/**
 * The tables of a sweep, in the reader's language.
 *
 * @param done futures worked out, of which shares are told
 */
public record SweepTables(int done, Tongue tongue) {

    private static final int PERCENT_OF_A_STEP = 100 / PortfolioProblem.STEPS;

    /** A mix held in every future; five of a hundred futures have no more than {@code low}. */
    public record Mix(
            Text title, Spread served, Spread score, Figure cost, Figure regret, Figure least, List<String> shares) {}

    /** How a figure lies; {@code low}: five of a hundred lie at or below. */
    public record Spread(Figure mean, Figure low, Figure least) {}

    /** The best mix of each future. */
    public record Best(int count, Spread score, Figure cost) {}

    public record Winner(String by, Text title, Figure value) {}

    /** A mix that was searched to stand up; score and USD are what it costs as things are. */
    public record Robust(String aim, String outcome, Figure value, Figure bound, Figure score, Figure usd, Text note) {}

    public record Supplier(String name, Figure now, Figure stays, int width, Figure low, Figure median, Figure high) {}

    public record Step(
            Figure futures,
            Figure served,
            String servedRange,
            Figure score,
            String scoreRange,
            Figure best,
            String bestRange) {}

    /** Something varied; {@code likelihood} and {@code happened} are empty for a range, {@code steps} for an event. */
    public record Varied(String title, Figure likelihood, String why, Figure happened, @Nullable Steps steps) {}

    /** A range: how many steps, and the first and the last in words. */
    public record Steps(String count, String first, String last) {}

    Mix mix(SweepReport.MixShown mix) {
        return new Mix(
                Sentences.of(mix.title(), tongue),
                percents(mix.capacity()),
                counts(mix.score()),
                usd(mix.cost().mean()),
                count(mix.regret().most()),
                of(mix.least(), mix.score().count()),
                mix.shares().entrySet().stream()
                        .map(each -> tongue.say(
                                "sweep.share",
                                each.getKey().replace(" | ", ": "),
                                tongue.percent((long) PERCENT_OF_A_STEP * each.getValue())))
                        .toList());
    }

    Best best(SweepReport.Best best) {
        return new Best(
                best.score().count(), counts(best.score()), usd(best.cost().mean()));
    }

    Winner winner(SweepReport.Winner winner) {
        boolean served = winner.by().endsWith("capacity");
        var value = served ? percent(winner.value()) : count(winner.value());
        return new Winner(
                tongue.code("sweep-measure", winner.by().replace(' ', '-')),
                Sentences.of(winner.title(), tongue),
                new Figure(value.bare(), tongue.say(served ? "sweep.served" : "sweep.points", value.shown())));
    }

    Robust robust(SweepReport.Robust robust) {
        var outcome =
                switch (robust.outcome()) {
                    case "optimal" -> "sweep.proven";
                    case "infeasible" -> "sweep.none-lawful";
                    default -> robust.value() == null ? "sweep.search-open" : "sweep.not-proven";
                };
        var lost = robust.scoreCost();
        var more = robust.moneyCost();
        return new Robust(
                tongue.code("sweep-aim", robust.aim()),
                tongue.say(outcome),
                known(robust.value()),
                known(robust.bound()),
                lost == null ? Figure.NONE : signed(-lost),
                more == null ? Figure.NONE : signed(more / 1_000_000),
                robust.note().isEmpty() ? Text.NONE : Sentences.of(robust.note(), tongue));
    }

    /**
     * @param today whether today's mix is known yet
     */
    Supplier supplier(SweepReport.SupplierShown supplier, boolean today) {
        return new Supplier(
                supplier.name(),
                today ? percent(supplier.now()) : Figure.words(tongue.say("sweep.not-yet")),
                of(supplier.stays(), done),
                done == 0 ? 0 : (int) (100L * supplier.stays() / done),
                percent(supplier.part().p5()),
                percent(supplier.part().median()),
                percent(supplier.part().p95()));
    }

    Step step(SweepReport.Step step) {
        boolean none = step.best().count() == 0;
        return new Step(
                count(step.futures()),
                percent(step.capacity().mean()),
                range(step.capacity(), tongue::tenThousandths),
                count(step.score().mean()),
                range(step.score(), tongue::number),
                none
                        ? Figure.words(tongue.say("sweep.none"))
                        : count(step.best().mean()),
                none ? "" : range(step.best(), tongue::number));
    }

    Varied varied(SweepReport.VariableShown variable) {
        var likelihood = variable.likelihood();
        var happened = variable.happened();
        var options = variable.options();
        return new Varied(
                variable.title(),
                // Its own decimals, because it was typed by whoever asks.
                likelihood == null ? Figure.NONE : Figure.words(Figure.plain(likelihood, 6)),
                variable.why(),
                happened == null ? Figure.NONE : of(happened, done),
                happened != null || options.isEmpty()
                        ? null
                        : new Steps(
                                tongue.say("sweep.steps", options.size()),
                                options.get(0),
                                options.get(options.size() - 1)));
    }

    List<String> ends(Map<String, Integer> ends) {
        var words = new ArrayList<String>();
        ends.forEach((end, count) -> words.add(
                switch (end) {
                    case "optimal" -> tongue.say("sweep.ends-proven", count);
                    case "infeasible" -> tongue.say("sweep.ends-none", count);
                    default -> tongue.say("sweep.ends-open", count);
                }));
        return words;
    }

    private Figure of(int some, int all) {
        return all == 0
                ? Figure.words(tongue.say("sweep.none"))
                : new Figure(
                        String.valueOf(some),
                        tongue.say("sweep.some", some, tongue.tenThousandths(10_000L * some / all)));
    }

    private Figure known(@Nullable Long number) {
        return number == null ? Figure.NONE : count(number);
    }

    private Figure signed(long number) {
        return new Figure(String.valueOf(number), tongue.say("sweep.signed", number));
    }

    private Figure count(long number) {
        return Figure.count(number, tongue);
    }

    private Figure percent(long tenThousandths) {
        return Figure.parts(tenThousandths, tongue);
    }

    private Figure usd(long micro) {
        return Figure.usd(micro, tongue);
    }

    private String range(Distribution of, LongFunction<String> words) {
        return tongue.say("sweep.range", words.apply(of.meanLow()), words.apply(of.meanHigh()));
    }

    private Spread percents(Distribution of) {
        return spread(of, this::percent);
    }

    private Spread counts(Distribution of) {
        return spread(of, this::count);
    }

    private static Spread spread(Distribution of, LongFunction<Figure> words) {
        return new Spread(words.apply(of.mean()), words.apply(of.p5()), words.apply(of.least()));
    }
}
