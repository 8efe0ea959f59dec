package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.enabler.UnitScore;
import org.multipolar.explain.ComparisonShown;
import org.multipolar.explain.ComparisonShown.FigurePair;
import org.multipolar.explain.ComparisonShown.FigureShown;
import org.multipolar.explain.ComparisonShown.ScorePair;
import org.multipolar.web.language.Tongue;

/**
 * Two units side by side.
 *
 * @param height of the chart, without its axis
 */
public record CompareView(
        Chosen chosen,
        List<Chosen.Tab> tabs,
        List<Option> lefts,
        List<Option> rights,
        String left,
        String right,
        String leftHref,
        String rightHref,
        String finding,
        List<Pair> pairs,
        List<RanksView.Tick> ticks,
        int height,
        List<ThemeView> themes,
        String json) {

    /** One score of both, as bars and as words. */
    public record Pair(
            String name,
            Side left,
            Side right,
            String gap,
            String gapRaw,
            String ranks,
            String coverage,
            String title,
            int top) {}

    /** One bar: its width and where its figure stands. */
    public record Side(String score, String bare, String width) {}

    /** One question with its figures. */
    public record ThemeView(String id, String title, String finding, List<Line> lines) {}

    /** One figure of both. */
    public record Line(
            String name,
            String direction,
            String unit,
            List<Found> sides,
            String ratio,
            String ratioRaw,
            String ahead) {}

    /** One figure with where it is from. */
    public record Found(String value, String detail, List<LinkView> sources, String note) {}

    /** Making, serving and overall stand behind the enablers. */
    private static final int STRENGTHS = 3;

    private static final int ROW = 62;
    private static final double WHOLE = 82;

    public static CompareView of(ComparisonShown shown, Collection<UnitScore> units, Chosen chosen, Tongue tongue) {
        var pen = new Pen(shown, tongue, new Figures(tongue), new Units(tongue));
        var pairs = new ArrayList<Pair>();
        shown.enablers().forEach(pair -> pairs.add(pen.pair(pair, pairs.size() * ROW)));
        return new CompareView(
                chosen,
                chosen.tabs(tongue, "/countries/compare"),
                options(units, shown.left(), pen),
                options(units, shown.right(), pen),
                pen.left(),
                pen.right(),
                chosen.page(shown.left()),
                chosen.page(shown.right()),
                pen.finding(),
                pairs,
                List.of(0, 25, 50, 75, 100).stream()
                        .map(each -> new RanksView.Tick(
                                width(each / 100.0), pen.figures().score(each / 100.0)))
                        .toList(),
                pairs.size() * ROW,
                shown.themes().stream().map(pen::theme).toList(),
                chosen.address("/api/v1/index/compare", "left", shown.left(), "right", shown.right()));
    }

    private static List<Option> options(Collection<UnitScore> units, String chosen, Pen pen) {
        return units.stream()
                .map(unit -> new Option(
                        unit.unit(),
                        pen.units().name(unit.unit(), unit.name()),
                        unit.unit().equals(chosen)))
                .sorted(Comparator.comparing(Option::name))
                .toList();
    }

    private static String width(double score) {
        return Numbers.across(WHOLE * score);
    }

    /** Writes the parts of one page in its language. */
    private record Pen(ComparisonShown shown, Tongue tongue, Figures figures, Units units) {

        String left() {
            return units.name(shown.left(), shown.leftName());
        }

        String right() {
            return units.name(shown.right(), shown.rightName());
        }

        String finding() {
            var leads = new ArrayList<String>();
            var trails = new ArrayList<String>();
            var unknown = new ArrayList<String>();
            for (var pair : shown.enablers().subList(0, shown.enablers().size() - STRENGTHS)) {
                var gap = pair.gap();
                if (gap == null) {
                    unknown.add(units.score(pair.enabler()));
                } else if (gap != 0) {
                    (gap > 0 ? leads : trails)
                            .add(tongue.say(
                                    "countries.ahead-by", units.score(pair.enabler()), figures.score(Math.abs(gap))));
                }
            }
            var said = tongue.say("countries.compare-finding", left(), listed(leads), right(), listed(trails));
            return unknown.isEmpty()
                    ? said
                    : said + " " + tongue.say("countries.compare-unknown", tongue.list(unknown));
        }

        private String listed(List<String> words) {
            return words.isEmpty() ? tongue.say("countries.none") : tongue.list(words);
        }

        Pair pair(ScorePair pair, int top) {
            var gap = pair.gap();
            return new Pair(
                    units.score(pair.enabler()),
                    side(pair.left()),
                    side(pair.right()),
                    gap == null ? tongue.say("countries.unknown") : figures.gap(gap),
                    Figures.bare(gap),
                    ranks(pair.leftRank(), pair.rightRank()),
                    coverage(pair.coverage()),
                    tongue.say(
                            "countries.pair",
                            units.score(pair.enabler()),
                            left(),
                            figures.score(pair.left()),
                            right(),
                            figures.score(pair.right())),
                    top);
        }

        /** {@return the indicators known of how many on both sides, which answers write "4 of 4, 3 of 4"} */
        private String coverage(String both) {
            return Arrays.stream(both.split(", ", 2)).map(units::known).collect(Collectors.joining(", "));
        }

        private String ranks(@Nullable Integer left, @Nullable Integer right) {
            return left == null && right == null ? "" : tongue.say("countries.ranks-of-two", rank(left), rank(right));
        }

        private String rank(@Nullable Integer rank) {
            return rank == null ? tongue.say("countries.none") : "#" + rank;
        }

        private Side side(@Nullable Double score) {
            return new Side(figures.score(score), Figures.bare(score), width(score == null ? 0 : score));
        }

        ThemeView theme(ComparisonShown.ThemeShown theme) {
            long left = ahead(theme, shown.left());
            long right = ahead(theme, shown.right());
            int of = theme.figures().size();
            return new ThemeView(
                    theme.id(),
                    tongue.code("countries.theme", theme.id()).equals(theme.id())
                            ? theme.title()
                            : tongue.code("countries.theme", theme.id()),
                    tongue.say("countries.theme-finding", left(), left, right(), right, of - left - right, of),
                    theme.figures().stream().map(this::line).toList());
        }

        private static long ahead(ComparisonShown.ThemeShown theme, String unit) {
            return theme.figures().stream()
                    .filter(each -> each.ahead().equals(unit))
                    .count();
        }

        private Line line(FigurePair pair) {
            var ratio = pair.ratio();
            return new Line(
                    pair.name(),
                    units.direction(pair.direction()),
                    pair.unit(),
                    List.of(found(pair.left(), pair.leftFigure()), found(pair.right(), pair.rightFigure())),
                    ratio == null ? "" : figures.times(ratio),
                    Figures.bare(ratio),
                    whoIsAhead(pair));
        }

        private Found found(@Nullable Double value, @Nullable FigureShown figure) {
            if (value == null || figure == null) {
                return new Found(tongue.say("countries.unknown"), "", List.of(), "");
            }
            var year = figure.year();
            return new Found(
                    figures.figure(value),
                    (year == null ? tongue.say("countries.no-year") : year.toString())
                            + ", "
                            + units.quality(figure.quality()),
                    figure.source() == null ? List.of() : List.of(LinkView.of(figure.source())),
                    figure.note());
        }

        private String whoIsAhead(FigurePair pair) {
            return switch (pair.ahead()) {
                case "" -> tongue.say("countries.cannot-be-said");
                case "level" -> tongue.say("countries.level");
                default -> tongue.say("countries.is-ahead", pair.ahead().equals(shown.left()) ? left() : right());
            };
        }
    }
}
