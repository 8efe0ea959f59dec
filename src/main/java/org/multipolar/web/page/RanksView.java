package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.enabler.Index;
import org.multipolar.explain.IndexShown;
import org.multipolar.explain.UncertaintyShown;
import org.multipolar.web.language.Tongue;

/**
 * How sure the ranks are.
 *
 * @param run the run that the page waits for or offers
 * @param runSaid how far it is, in a sentence
 * @param result null until a run is done
 */
public record RanksView(
        Chosen chosen, List<Chosen.Tab> tabs, String title, RunView run, String runSaid, @Nullable Result result) {

    /**
     * A finished run.
     *
     * @param outside the units whose place by the method few draws confirm, in a sentence, or empty
     * @param drivers what drives the ranks, in a sentence
     * @param height of the chart of places, without its axes; sharesHeight: of the other one
     */
    public record Result(
            String finding,
            String drivers,
            int units,
            long wide,
            String outside,
            List<Place> places,
            List<Tick> ticks,
            int height,
            List<Factor> factors,
            List<Tick> shares,
            int sharesHeight,
            List<Thing> varied,
            List<Thing> notVaried,
            List<Without> leaveOneOut,
            int draws,
            long seed,
            String command,
            String json,
            String csv,
            String digest) {}

    /**
     * One ranked unit: its rank by the method, and where the draws put it.
     *
     * @param top upper edge of its row in the chart; the four positions are percentages of its width
     * @param title all of it in words
     */
    public record Place(
            String href,
            String name,
            String rank,
            String median,
            String low,
            String high,
            boolean wide,
            boolean outside,
            String title,
            int top,
            int middle,
            String rankAt,
            String medianAt,
            String lowAt,
            String highAt) {}

    /** A number on an axis. */
    public record Tick(String at, String words) {}

    /** What was varied over what, or was not, and why. */
    public record Thing(String words, String more) {}

    /** One factor's shares. */
    public record Factor(String words, Share first, Share total, int top) {}

    /** A share of variance as a bar with a whisker; the whisker is empty where there is none. */
    public record Share(
            String said, String bare, String interval, String width, String lowAt, String highAt, String after) {}

    /** The ranking without one thing. */
    public record Without(String words, String kind, String meanShift, String bare, String largest) {}

    private static final String RANKS = "/countries/ranks";
    private static final int ROW = 26;
    private static final int SHARE_ROW = 66;
    private static final int EVERY = 5;
    // Names stand in the left part of the chart; the axis lies right of them.
    private static final double AXIS_FROM = 42;
    private static final double AXIS_TO = 97;
    private static final double SHARES_TO = 80;

    /** {@return the page before a run is done} */
    public static RanksView waiting(Index index, Chosen chosen, RunView run, Tongue tongue) {
        return new RanksView(chosen, chosen.tabs(tongue, RANKS), index.method().title(), run, run.said(tongue), null);
    }

    /** {@return the page of a finished run} */
    public static RanksView done(Index index, IndexShown shown, UncertaintyShown how, Chosen chosen, Tongue tongue) {
        var findings = new Findings(shown, tongue);
        var places = places(shown, chosen, tongue);
        var again = new String[] {"uncertainty", String.valueOf(how.draws()), "seed", String.valueOf(how.seed())};
        var result = new Result(
                findings.leads() + " " + findings.sure(),
                new DriversSaid(tongue).finding(how),
                places.size(),
                places.stream().filter(Place::wide).count(),
                outside(places, tongue),
                places,
                ticks(places.size()),
                places.size() * ROW,
                factors(how, tongue),
                IntStream.of(0, 25, 50, 75, 100)
                        .mapToObj(percent -> new Tick(share(percent / 100.0), tongue.percent(percent)))
                        .toList(),
                how.sensitivity().size() * SHARE_ROW,
                how.varied().stream()
                        .map(each -> new Thing(DriversSaid.factor(each.factor(), tongue), each.over()))
                        .toList(),
                how.notVaried().stream()
                        .map(each -> new Thing(DriversSaid.factor(each.factor(), tongue), each.why()))
                        .toList(),
                without(index, how, tongue),
                how.draws(),
                how.seed(),
                "index%s%s --uncertainty %d --seed %d"
                        .formatted(
                                chosen.method().equals(chosen.usual()) ? "" : " --method " + chosen.method(),
                                chosen.perHead() ? " --per-head" : "",
                                how.draws(),
                                how.seed()),
                chosen.address("/api/v1/index", again),
                chosen.address("/api/v1/index/scores.csv", again),
                shown.digest());
        var run = RunView.none(how.draws(), how.seed());
        return new RanksView(chosen, chosen.tabs(tongue, RANKS), index.method().title(), run, run.said(tongue), result);
    }

    private static List<Place> places(IndexShown shown, Chosen chosen, Tongue tongue) {
        var figures = new Figures(tongue);
        var names = new Units(tongue);
        var ranked = Findings.ranked(shown);
        var places = new ArrayList<Place>();
        for (var unit : ranked) {
            var interval = Findings.rank(unit);
            var rank = unit.rank();
            if (interval == null || rank == null) {
                continue;
            }
            boolean wide = Findings.wide(interval);
            var low = figures.place(interval.get(0));
            var median = figures.place(interval.get(1));
            var high = figures.place(interval.get(2));
            int top = places.size() * ROW;
            var name = names.name(unit.unit(), unit.name());
            places.add(new Place(
                    chosen.page(unit.unit()),
                    name,
                    rank.toString(),
                    median,
                    low,
                    high,
                    wide,
                    rank < interval.get(0) || rank > interval.get(2),
                    tongue.say(wide ? "countries.place-wide" : "countries.place-said", name, rank, median, low, high),
                    top,
                    top + ROW / 2,
                    at(rank, ranked.size()),
                    at(interval.get(1), ranked.size()),
                    at(interval.get(0), ranked.size()),
                    at(interval.get(2), ranked.size())));
        }
        return places;
    }

    private static String outside(List<Place> places, Tongue tongue) {
        var names = places.stream().filter(Place::outside).map(Place::name).toList();
        return names.isEmpty() ? "" : tongue.say("countries.outside", tongue.list(names));
    }

    private static List<Tick> ticks(int units) {
        return IntStream.rangeClosed(1, units)
                .filter(place -> place == 1 || place % EVERY == 0)
                .mapToObj(place -> new Tick(at(place, units), String.valueOf(place)))
                .toList();
    }

    private static String at(double place, int units) {
        return Numbers.across(AXIS_FROM + (AXIS_TO - AXIS_FROM) * (place - 1) / Math.max(1, units - 1));
    }

    private static List<Factor> factors(UncertaintyShown how, Tongue tongue) {
        var figures = new Figures(tongue);
        var factors = new ArrayList<Factor>();
        for (var share : how.sensitivity()) {
            factors.add(new Factor(
                    DriversSaid.factor(share.factor(), tongue),
                    share(share.first(), share.firstInterval(), figures),
                    share(share.total(), share.totalInterval(), figures),
                    factors.size() * SHARE_ROW));
        }
        return factors;
    }

    private static Share share(double value, @Nullable List<Double> interval, Figures figures) {
        return new Share(
                figures.percent(value),
                Figures.bare(value),
                interval == null
                        ? ""
                        : figures.between(figures.percent(interval.get(0)), figures.percent(interval.get(2))),
                share(value),
                interval == null ? "" : share(interval.get(0)),
                interval == null ? "" : share(interval.get(2)),
                share(Math.max(value, interval == null ? value : interval.get(2))));
    }

    /** A share that the design puts below 0 or above 1 by chance ends at the edge of the picture; the table has it all. */
    private static String share(double value) {
        return Numbers.across(SHARES_TO * Math.min(1.05, Math.max(0, value)));
    }

    private static List<Without> without(Index index, UncertaintyShown how, Tongue tongue) {
        var names = new Units(tongue);
        var figures = new Figures(tongue);
        return how.leaveOneOut().stream()
                .map(one -> {
                    var indicator = index.set().indicators().get(one.without());
                    var moved = index.unit(one.largest().unit());
                    return new Without(
                            indicator == null ? names.score(one.without()) : indicator.name(),
                            tongue.code("countries.left-out", one.kind()),
                            figures.tenth(one.meanShift()),
                            Figures.bare(one.meanShift()),
                            moved == null
                                    ? tongue.say("countries.none")
                                    : one.largest().to() == 0
                                            ? tongue.say(
                                                    "countries.move-out",
                                                    names.name(moved.unit(), moved.name()),
                                                    one.largest().from())
                                            : tongue.say(
                                                    "countries.move",
                                                    names.name(moved.unit(), moved.name()),
                                                    one.largest().from(),
                                                    one.largest().to()));
                })
                .toList();
    }
}
