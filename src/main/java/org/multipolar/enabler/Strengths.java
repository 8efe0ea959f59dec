package org.multipolar.enabler;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Policy.Reading;

/** How strong countries are in making and in serving models, read at one place of their intervals. */
public final class Strengths {

    /** A place of an interval. */
    private enum Place {
        POINT,
        LOW,
        MEDIAN,
        HIGH,
        DRAWN
    }

    private final Index index;
    private final Place place;
    private final Set<String> lowMaking;
    private final Set<String> lowServing;
    private final Map<String, Map<String, Double>> drawn;

    private Strengths(Index index, Place place, Collection<String> lowMaking, Collection<String> lowServing) {
        this(index, place, lowMaking, lowServing, Map.of());
    }

    private Strengths(
            Index index,
            Place place,
            Collection<String> lowMaking,
            Collection<String> lowServing,
            Map<String, Map<String, Double>> drawn) {
        this.index = index;
        this.place = place;
        this.lowMaking = new TreeSet<>(lowMaking);
        this.lowServing = new TreeSet<>(lowServing);
        this.drawn = drawn;
    }

    /** {@return the strengths as a buyer reads them} */
    public static Strengths read(Index index, Reading reading) {
        return switch (reading) {
            case POINT -> point(index);
            case MEDIAN -> new Strengths(index, Place.MEDIAN, Set.of(), Set.of());
            case PRUDENT -> new Strengths(index, Place.LOW, Set.of(), Set.of());
        };
    }

    /** {@return the scores themselves} */
    public static Strengths point(Index index) {
        return new Strengths(index, Place.POINT, Set.of(), Set.of());
    }

    /**
     * {@return the worst for some units: they at the low end of their intervals, all others at the high end}
     *
     * @param makers units that are weak in making
     * @param places units that are weak in serving
     */
    public static Strengths against(Index index, Collection<String> makers, Collection<String> places) {
        return new Strengths(index, Place.HIGH, makers, places);
    }

    /** {@return the strengths of one draw, by unit; what is not a number is unknown} */
    static Strengths drawn(Index index, Map<String, Double> making, Map<String, Double> serving) {
        return new Strengths(
                index,
                Place.DRAWN,
                Set.of(),
                Set.of(),
                Map.of(Uncertainty.MAKING, making, Uncertainty.SERVING, serving));
    }

    /** {@return how strong a country, or the bloc it is scored with, is in making models; null where unknown} */
    public @Nullable Double making(String country, boolean memberScoredWithBloc) {
        var code = index.scoredAs(country, memberScoredWithBloc);
        var unit = index.unit(code);
        return unit == null
                ? null
                : read(code, Uncertainty.MAKING, unit.making().score(), lowMaking);
    }

    /** {@return how strong a country is in serving models; null where unknown} */
    public @Nullable Double serving(String country) {
        var unit = index.unit(country);
        return unit == null
                ? null
                : read(country, Uncertainty.SERVING, unit.serving().score(), lowServing);
    }

    /** {@return the unit whose making a country's suppliers are scored with} */
    public String scoredAs(String country, boolean memberScoredWithBloc) {
        return index.scoredAs(country, memberScoredWithBloc);
    }

    /** What the score itself does not know, no draw may make up: a draw from another series is no figure. */
    private @Nullable Double read(String code, String strength, @Nullable Double point, Set<String> low) {
        if (point == null || place == Place.POINT) {
            return point;
        }
        if (place == Place.DRAWN) {
            var value = drawn.getOrDefault(strength, Map.of()).getOrDefault(code, Double.NaN);
            return value.isNaN() ? null : value;
        }
        var spread = index.intervals().unit(code);
        var interval = spread == null ? null : spread.scores().get(strength);
        if (interval == null) {
            return null;
        }
        return switch (low.contains(code) ? Place.LOW : place) {
            case LOW -> Math.min(point, interval.low());
            case MEDIAN -> interval.median();
            case HIGH, POINT, DRAWN -> Math.max(point, interval.high());
        };
    }

    /** {@return how the strengths are read, in a word for notes; empty for the scores themselves} */
    public String word() {
        return switch (place) {
            case POINT -> "";
            case MEDIAN -> " (median)";
            case LOW -> " (prudent, 5 %)";
            case HIGH -> " (end of interval)";
            case DRAWN -> " (one draw)";
        };
    }
}
