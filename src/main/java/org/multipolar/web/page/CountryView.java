package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.IndexShown.EnablerShown;
import org.multipolar.explain.SourceShown;
import org.multipolar.explain.Strengths;
import org.multipolar.explain.UnitDetail;
import org.multipolar.explain.UnitDetail.AlternativeShown;
import org.multipolar.explain.UnitDetail.IndicatorShown;
import org.multipolar.web.language.Tongue;

/**
 * One country or bloc down to its sources.
 *
 * @param words its strengths and weaknesses, the first sentence apart
 * @param others series of the enablers that stand beside no scored figure
 * @param intervals whether ninety of a hundred draws are known
 */
public record CountryView(
        Chosen chosen,
        List<Chosen.Tab> tabs,
        String unit,
        String name,
        String standing,
        String first,
        List<String> words,
        boolean intervals,
        List<Score> scores,
        List<Group> groups,
        List<Other> others,
        List<Link> links) {

    /** One score with its place, coverage and where the draws put both. */
    public record Score(
            String name, String score, String bare, String rank, String coverage, String interval, String ranks) {}

    /** The indicators of one enabler. */
    public record Group(String enabler, String score, List<Line> lines) {}

    /**
     * One figure.
     *
     * @param worked the sum that leads from the figure to the score, or empty
     */
    public record Line(
            String name,
            String direction,
            String weight,
            String value,
            String year,
            String quality,
            String place,
            String score,
            String worked,
            String note,
            List<Cited> sources,
            List<Other> others) {}

    /** A source with what may be done with it. */
    public record Cited(LinkView link, String licence) {}

    /**
     * A figure of another series.
     *
     * @param beside how it compares with the scored figure
     * @param conflict how far the two sources are apart, or empty where they agree
     */
    public record Other(
            String name,
            String value,
            String year,
            String quality,
            String place,
            String beside,
            String conflict,
            String note,
            List<Cited> sources) {}

    /** A way on from here. */
    public record Link(String href, String words) {}

    private static final double APART = 0.2;
    private static final int PLACES_APART = 5;

    /** Says what one page needs in its language. */
    private record Saying(Tongue tongue, Figures figures, Units units) {

        String place(@Nullable Integer rank) {
            return rank == null ? "" : "#" + rank;
        }
    }

    public static CountryView of(UnitDetail detail, Strengths strengths, Chosen chosen, Tongue tongue) {
        var saying = new Saying(tongue, new Figures(tongue), new Units(tongue));
        boolean intervals = detail.intervals() != null;
        var words = StrengthsSaid.of(detail, strengths, tongue);
        return new CountryView(
                chosen,
                chosen.tabs(tongue, ""),
                detail.unit(),
                saying.units().name(detail.unit(), detail.name()),
                standing(detail, saying),
                words.get(0),
                words.subList(1, words.size()),
                intervals,
                scores(detail, saying),
                groups(detail, saying),
                detail.otherSeries().stream()
                        .map(other -> other(other, "", "", saying))
                        .toList(),
                links(detail, chosen, saying));
    }

    private static String standing(UnitDetail detail, Saying saying) {
        var tongue = saying.tongue();
        var bloc = detail.memberOf();
        var rank = detail.rank();
        var parts = new ArrayList<String>();
        parts.add(detail.unit());
        parts.add(tongue.code("countries.kind", detail.kind()));
        parts.add(
                rank != null
                        ? tongue.say("countries.rank-is", rank)
                        : bloc == null
                                ? tongue.say("countries.not-ranked")
                                : tongue.say("countries.ranked-with", bloc));
        if (detail.tier() != null) {
            parts.add(saying.units().tier(detail.tier()));
        }
        return String.join(", ", parts);
    }

    private static List<Score> scores(UnitDetail detail, Saying saying) {
        var scores = new ArrayList<Score>();
        detail.enablers().forEach((id, score) -> scores.add(score(id, score, detail, saying)));
        scores.add(score("making", detail.making(), null, "", detail, saying));
        scores.add(score("serving", detail.serving(), null, "", detail, saying));
        scores.add(score("overall", detail.overall(), detail.rank(), "", detail, saying));
        return scores;
    }

    private static Score score(String id, EnablerShown shown, UnitDetail detail, Saying saying) {
        var coverage = shown.partial() == 0
                ? saying.tongue().say("countries.known-of", shown.have(), shown.of())
                : saying.tongue().say("countries.known-of-partial", shown.have(), shown.of(), shown.partial());
        return score(id, shown.score(), shown.rank(), coverage, detail, saying);
    }

    private static Score score(
            String id,
            @Nullable Double score,
            @Nullable Integer rank,
            String coverage,
            UnitDetail detail,
            Saying saying) {
        var figures = saying.figures();
        return new Score(
                saying.units().score(id),
                figures.score(score),
                Figures.bare(score),
                saying.place(rank),
                coverage,
                figures.scores(at(detail.intervals(), id)),
                figures.places(id.equals("overall") ? at(detail.intervals(), "rank") : at(detail.rankIntervals(), id)));
    }

    private static @Nullable List<Double> at(@Nullable Map<String, List<Double>> intervals, String key) {
        return intervals == null ? null : intervals.get(key);
    }

    private static List<Group> groups(UnitDetail detail, Saying saying) {
        var groups = new ArrayList<Group>();
        detail.enablers()
                .forEach((id, score) -> groups.add(new Group(
                        Numbers.capital(saying.units().score(id)),
                        summary(score, saying),
                        detail.indicators().stream()
                                .filter(indicator -> indicator.enabler().equals(id))
                                .map(indicator -> line(indicator, saying))
                                .toList())));
        return groups;
    }

    private static String summary(EnablerShown score, Saying saying) {
        var said = saying.figures().score(score.score());
        var rank = score.rank();
        return rank == null
                ? saying.tongue().say("countries.group", said, score.have(), score.of())
                : saying.tongue().say("countries.group-ranked", said, rank, score.have(), score.of());
    }

    private static Line line(IndicatorShown shown, Saying saying) {
        var value = shown.value();
        var quality = saying.units().quality(shown.quality());
        return new Line(
                shown.name(),
                saying.units().direction(shown.direction()),
                saying.figures().figure(shown.weight()),
                value == null ? saying.tongue().say("countries.unknown") : figure(value, shown.unit(), saying),
                year(shown.year()),
                shown.partial() ? saying.tongue().say("countries.partial", quality) : quality,
                saying.units().place(shown.place()),
                saying.figures().score(shown.score()),
                shown.worked(),
                shown.note(),
                shown.sources().stream().map(CountryView::cited).toList(),
                shown.alternatives().stream()
                        .map(other ->
                                other(other, beside(other, shown, saying), conflict(other, shown, saying), saying))
                        .toList());
    }

    private static String figure(double value, String unit, Saying saying) {
        return saying.figures().figure(value) + " " + unit;
    }

    private static String year(@Nullable Integer year) {
        return year == null ? "" : year.toString();
    }

    private static Cited cited(SourceShown source) {
        return new Cited(LinkView.of(source), source.licence());
    }

    private static Other other(AlternativeShown other, String beside, String conflict, Saying saying) {
        var source = other.source();
        return new Other(
                other.name(),
                figure(other.value(), other.unit(), saying),
                year(other.year()),
                saying.units().quality(other.quality()),
                saying.units().place(other.place()),
                beside,
                conflict,
                other.note(),
                source == null ? List.of() : List.of(cited(source)));
    }

    private static String beside(AlternativeShown other, IndicatorShown scored, Saying saying) {
        var ratio = other.ratio();
        if (ratio != null) {
            return saying.tongue()
                    .say("countries.times-scored", saying.figures().times(ratio));
        }
        return saying.tongue()
                .say(
                        scored.value() == null || other.unit().equals(scored.unit())
                                ? "countries.nothing-scored"
                                : "countries.other-unit");
    }

    private static String conflict(AlternativeShown other, IndicatorShown scored, Saying saying) {
        var tongue = saying.tongue();
        var apart = new ArrayList<String>();
        var ratio = other.ratio();
        if (ratio != null && Math.abs(ratio - 1) > APART) {
            apart.add(tongue.say("countries.sources-differ", saying.figures().percent(Math.abs(ratio - 1))));
        }
        int places = Math.abs(place(other.place()) - place(scored.place()));
        if (!other.place().isEmpty() && !scored.place().isEmpty() && places > PLACES_APART) {
            apart.add(tongue.say(
                    "countries.places-differ",
                    saying.units().place(other.place()),
                    saying.units().place(scored.place())));
        }
        return String.join(" ", apart);
    }

    /** {@return the number that a place such as "2 of 38" begins with, 0 where there is none} */
    private static int place(String place) {
        var number = place.split(" ", -1)[0];
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }

    private static List<Link> links(UnitDetail detail, Chosen chosen, Saying saying) {
        var tongue = saying.tongue();
        var links = new ArrayList<Link>();
        var bloc = detail.memberOf();
        if (bloc != null) {
            links.add(new Link(
                    chosen.address("/countries/compare", "left", detail.unit(), "right", bloc),
                    tongue.say("countries.compare-bloc", bloc)));
        }
        var other = detail.unit().equals("US") ? "CN" : "US";
        links.add(new Link(
                chosen.address("/countries/compare", "left", detail.unit(), "right", other),
                tongue.say("countries.compare-with", other)));
        links.add(new Link(chosen.address("/api/v1/index/" + detail.unit()), tongue.say("countries.same-json")));
        links.add(new Link(chosen.address("/countries"), tongue.say("countries.all")));
        return links;
    }
}
