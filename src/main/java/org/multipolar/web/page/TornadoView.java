package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.sweep.SweepReport;
import org.multipolar.sweep.SweepReport.Ends;
import org.multipolar.web.language.Tongue;

/**
 * What moves a sweep's result, each thing varied alone, the most first.
 *
 * @param base where the score as things are lies across the picture
 * @param finding the whole in a sentence
 */
public record TornadoView(String base, String finding, List<Bar> bars) {

    /** More bars than these are in the table only. */
    private static final int MOST_BARS = 12;

    private static final double LEFT = 1;
    private static final double ACROSS = 98;

    /**
     * One thing.
     *
     * @param below where the part under the score as things are begins, and how wide it is; above likewise
     * @param drawn whether the picture shows it
     * @param lawless whether at some end no mix keeps all limits
     */
    public record Bar(
            Text title,
            List<Text> texts,
            String below,
            String belowWidth,
            String above,
            String aboveWidth,
            String score,
            String served,
            String usd,
            boolean drawn,
            boolean lawless) {}

    static TornadoView of(List<SweepReport.Bar> bars, Tongue tongue) {
        long low = Math.min(
                0,
                bars.stream()
                        .mapToLong(each -> change(each.score(), each.score().low()))
                        .min()
                        .orElse(0));
        long high = Math.max(
                0,
                bars.stream()
                        .mapToLong(each -> change(each.score(), each.score().high()))
                        .max()
                        .orElse(0));
        double width = Math.max(1, high - low);
        double base = LEFT - ACROSS * low / width;
        var shown = new ArrayList<Bar>();
        for (var bar : bars) {
            double less = -ACROSS * Math.min(0, change(bar.score(), bar.score().low())) / width;
            double more = ACROSS * Math.max(0, change(bar.score(), bar.score().high())) / width;
            shown.add(new Bar(
                    Sentences.of(bar.title(), tongue),
                    bar.texts().stream().map(each -> Sentences.of(each, tongue)).toList(),
                    Numbers.across(base - less),
                    Numbers.across(less),
                    Numbers.across(base),
                    Numbers.across(more),
                    changes(bar.score(), 1, tongue),
                    served(bar.capacity(), tongue),
                    changes(bar.cost(), 1_000_000, tongue),
                    shown.size() < MOST_BARS,
                    !bar.lawful()));
        }
        return new TornadoView(Numbers.across(base), finding(bars, tongue), shown);
    }

    private static long change(Ends ends, long end) {
        return end - ends.base();
    }

    private static String changes(Ends ends, long unit, Tongue tongue) {
        long low = change(ends, ends.low()) / unit;
        long high = change(ends, ends.high()) / unit;
        return low == 0 && high == 0 ? tongue.say("sweep.no-change") : tongue.say("sweep.changes", low, high);
    }

    private static String served(Ends ends, Tongue tongue) {
        return ends.low() == ends.high()
                ? tongue.tenThousandths(ends.low())
                : tongue.say("sweep.range", tongue.tenThousandths(ends.low()), tongue.tenThousandths(ends.high()));
    }

    private static String finding(List<SweepReport.Bar> bars, Tongue tongue) {
        if (bars.isEmpty()) {
            return "";
        }
        var first = bars.get(0);
        var score = first.score();
        if (score.low() == score.base() && score.high() == score.base()) {
            return tongue.say("sweep.moves-nothing");
        }
        var title = Sentences.of(first.title(), tongue);
        return tongue.say(
                "sweep.moves-most",
                title.words().isEmpty() ? title.english() : title.words(),
                change(score, score.low()),
                change(score, score.high()));
    }
}
