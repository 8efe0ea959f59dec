package org.multipolar.web.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.IndexShown;
import org.multipolar.explain.IndexShown.UnitShown;
import org.multipolar.web.language.Tongue;

/** The sentences that the pages of the index begin with. */
final class Findings {

    static final double WIDE = 10;
    private static final int FIRST = 3;

    private final IndexShown index;
    private final Tongue tongue;
    private final Figures figures;
    private final Units units;

    Findings(IndexShown index, Tongue tongue) {
        this.index = index;
        this.tongue = tongue;
        this.figures = new Figures(tongue);
        this.units = new Units(tongue);
    }

    /** {@return who leads and who follows} */
    String leads() {
        var ranked = ranked(index);
        if (ranked.isEmpty()) {
            return tongue.say("countries.leads-none");
        }
        var leader = ranked.get(0);
        var name = units.first(leader.unit(), leader.name());
        var score = figures.score(leader.overall());
        var followers =
                ranked.stream().skip(1).limit(FIRST - 1L).map(this::said).toList();
        return followers.isEmpty()
                ? tongue.say("countries.leads-alone", name, score)
                : tongue.say("countries.leads", name, score, tongue.list(followers));
    }

    private String said(UnitShown unit) {
        return tongue.say("countries.with-score", units.the(unit.unit(), unit.name()), figures.score(unit.overall()));
    }

    /** {@return how sure those places are, where the index holds intervals, or "" where it does not} */
    String sure() {
        var placed = ranked(index).stream().filter(unit -> rank(unit) != null).toList();
        if (placed.isEmpty()) {
            return "";
        }
        var first = placed.stream()
                .limit(FIRST)
                .map(unit -> figures.places(rank(unit)))
                .toList();
        var sure = tongue.say(first.size() == 1 ? "countries.sure-one" : "countries.sure", tongue.list(first));
        var others = placed.subList(first.size(), placed.size());
        if (others.isEmpty()) {
            return sure;
        }
        long wide = others.stream()
                .filter(unit -> wide(Objects.requireNonNull(rank(unit))))
                .count();
        return sure + " " + tongue.say("countries.sure-others", others.size(), wide, (long) WIDE);
    }

    static boolean wide(List<Double> interval) {
        return interval.get(2) - interval.get(0) > WIDE;
    }

    static List<UnitShown> ranked(IndexShown index) {
        return index.units().stream().filter(unit -> unit.rank() != null).toList();
    }

    static @Nullable List<Double> rank(UnitShown unit) {
        var intervals = unit.intervals();
        return intervals == null ? null : intervals.get("rank");
    }
}
