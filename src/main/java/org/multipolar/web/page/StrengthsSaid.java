package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Strengths;
import org.multipolar.explain.UnitDetail;
import org.multipolar.web.language.Tongue;

/** A unit's strengths and weaknesses in sentences of the reader's language, every one of them made from its figures. */
final class StrengthsSaid {

    private final UnitDetail unit;
    private final Strengths strengths;
    private final Tongue tongue;
    private final Figures figures;
    private final Units units;
    private final List<String> sentences = new ArrayList<>();

    private StrengthsSaid(UnitDetail unit, Strengths strengths, Tongue tongue) {
        this.unit = unit;
        this.strengths = strengths;
        this.tongue = tongue;
        this.figures = new Figures(tongue);
        this.units = new Units(tongue);
    }

    /** {@return the sentences, of which the first places the unit} */
    static List<String> of(UnitDetail unit, Strengths strengths, Tongue tongue) {
        var said = new StrengthsSaid(unit, strengths, tongue);
        said.sentences.add(said.standing());
        said.enablers("countries.strong", strengths.strong());
        said.enablers("countries.weak", strengths.weak());
        said.standingOut();
        said.unknown();
        return List.copyOf(said.sentences);
    }

    private String standing() {
        var name = units.first(unit.unit(), unit.name());
        var overall = unit.overall();
        var rank = unit.rank();
        if (overall == null) {
            return tongue.say("countries.standing-unknown", units.the(unit.unit(), unit.name()));
        }
        var score = figures.score(overall);
        if (rank == null) {
            return tongue.say("countries.standing-member", name, score, orNothing(unit.memberOf()));
        }
        var place = tongue.say("countries.standing", name, rank, strengths.ranked(), score);
        var intervals = unit.intervals();
        var interval = intervals == null ? null : intervals.get("rank");
        return interval == null ? place : place + " " + sure(rank, interval);
    }

    private String sure(int rank, List<Double> interval) {
        double low = interval.get(0);
        double high = interval.get(2);
        if (low == high) {
            return tongue.say("countries.standing-stays");
        }
        var sure = new ArrayList<String>();
        sure.add(tongue.say("countries.standing-between", figures.place(low), figures.place(high)));
        if (rank < low || rank > high) {
            sure.add(tongue.say("countries.standing-outside"));
        }
        if (Findings.wide(interval)) {
            sure.add(tongue.say("countries.standing-wide"));
        }
        return String.join(" ", sure);
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void enablers(String key, List<Strengths.Placed> enablers) {
        if (!enablers.isEmpty()) {
            sentences.add(tongue.say(
                    key, tongue.list(enablers.stream().map(this::said).toList())));
        }
    }

    private String said(Strengths.Placed each) {
        var score = figures.score(each.score());
        return each.have() < each.of()
                ? tongue.say(
                        "countries.enabler-in-part",
                        units.score(each.enabler()),
                        each.rank(),
                        score,
                        each.have(),
                        each.of())
                : tongue.say("countries.enabler-placed", units.score(each.enabler()), each.rank(), score);
    }

    private void standingOut() {
        var out = strengths.standingOut();
        if (!out.isEmpty()) {
            sentences.add(tongue.say(
                    "countries.standing-out", out.stream().map(this::said).collect(Collectors.joining("; "))));
        }
    }

    private String said(Strengths.Figure each) {
        var figure = figures.brief(each.value()) + " " + each.unit();
        return tongue.say(
                "countries.figure-placed",
                each.name(),
                each.year() == 0 ? figure : tongue.say("countries.of-year", figure, String.valueOf(each.year())),
                each.place(),
                each.of());
    }

    private void unknown() {
        var unknown = strengths.unknown();
        if (!unknown.isEmpty()) {
            boolean more = unknown.size() > Strengths.MOST;
            sentences.add(tongue.say(
                    more ? "countries.unknown-some" : "countries.unknown-all",
                    unknown.size(),
                    strengths.of(),
                    unknown.stream().limit(Strengths.MOST).collect(Collectors.joining("; "))));
        }
    }
}
