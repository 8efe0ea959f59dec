package org.multipolar.enabler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.Indicator;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.World;

/** The figures of every country and bloc; a bloc's own row first, else made of its members'. */
final class Figures {

    private final World world;
    private final Method method;
    private final Map<String, Map<String, Observation>> observed = new TreeMap<>();
    private final Map<String, List<Country>> membersOf = new TreeMap<>();

    Figures(World world, Method method) {
        this.world = world;
        this.method = method;
        for (var country : world.countries().values()) {
            var bloc = country.bloc();
            if (bloc != null && !bloc.equals(country.code())) {
                membersOf.computeIfAbsent(bloc, code -> new ArrayList<>()).add(country);
            }
        }
        for (var observation : world.observations()) {
            observed.computeIfAbsent(observation.indicator(), indicator -> new TreeMap<>())
                    .put(observation.unit(), observation);
        }
    }

    /** {@return the figure, or null where it is unknown} */
    @Nullable
    Figure of(Indicator indicator, Country unit) {
        var own = own(indicator, unit.code());
        if (own != null) {
            return found(own);
        }
        if (isBloc(unit)) {
            return indicator.ownRow() ? null : ofMembers(indicator, membersOf.getOrDefault(unit.code(), List.of()));
        }
        return indicator.absentMeansZero() ? Figure.noneListed() : null;
    }

    /** {@return why a unit has no figure} */
    String absence(Indicator indicator, Country unit) {
        return isBloc(unit) && indicator.ownRow()
                ? "unknown: the members overlap, so only a row of the bloc's own would do, and there is none"
                : "unknown: no figure was found";
    }

    /** {@return the figures of countries, blocs left out: what scores are measured against} */
    List<Double> reference(Indicator indicator) {
        return observed.getOrDefault(indicator.id(), Map.of()).values().stream()
                .filter(observation -> {
                    var country = world.countries().get(observation.unit());
                    return country != null && !isBloc(country);
                })
                .map(Observation::value)
                .toList();
    }

    @Nullable
    Observation own(Indicator indicator, String unit) {
        var rows = observed.get(indicator.id());
        return rows == null ? null : rows.get(unit);
    }

    boolean isBloc(Country unit) {
        return unit.code().equals(unit.bloc()) || membersOf.containsKey(unit.code());
    }

    private @Nullable Figure ofMembers(Indicator indicator, List<Country> members) {
        var known = new ArrayList<Country>();
        var rows = new ArrayList<Observation>();
        for (var member : members) {
            var row = own(indicator, member.code());
            if (row != null) {
                known.add(member);
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return indicator.absentMeansZero() ? Figure.noneListed() : null;
        }
        boolean partial = known.size() < members.size() && !indicator.absentMeansZero();
        return new Figure(
                combine(indicator, known, rows),
                rows.stream().mapToInt(Observation::year).min().orElseThrow(),
                "derived",
                String.join(
                        ";",
                        new TreeSet<>(rows.stream().map(Observation::source).toList())),
                note(indicator, known, members, partial),
                partial);
    }

    private double combine(Indicator indicator, List<Country> members, List<Observation> rows) {
        var values = rows.stream().mapToDouble(Observation::value);
        return switch (indicator.blocAggregation()) {
            case SUM -> values.sum();
            case MIN -> values.min().orElseThrow();
            case MAX -> values.max().orElseThrow();
            case WEIGHTED -> weighted(indicator, members, rows);
        };
    }

    private double weighted(Indicator indicator, List<Country> members, List<Observation> rows) {
        double sum = 0;
        double weights = 0;
        for (int at = 0; at < rows.size(); at++) {
            double weight = weight(indicator, members.get(at));
            sum += weight * rows.get(at).value();
            weights += weight;
        }
        return sum / weights;
    }

    private double weight(Indicator indicator, Country member) {
        return method.blocs().weighedByGdp().contains(indicator.id())
                ? member.gdpUsdTrillion()
                : member.populationMillions();
    }

    private String note(Indicator indicator, List<Country> known, List<Country> members, boolean partial) {
        var how =
                switch (indicator.blocAggregation()) {
                    case SUM -> "sum";
                    case MIN -> "minimum";
                    case MAX -> "maximum";
                    case WEIGHTED ->
                        method.blocs().weighedByGdp().contains(indicator.id())
                                ? "mean by gross domestic product"
                                : "mean by population";
                };
        var of = "%s of %d of %d members".formatted(how, known.size(), members.size());
        if (!partial) {
            return of;
        }
        var codes = String.join(", ", known.stream().map(Country::code).toList());
        return known.size() <= 5 ? "partial: %s (%s)".formatted(of, codes) : "partial: " + of;
    }

    private static Figure found(Observation row) {
        return new Figure(row.value(), row.year(), row.quality(), row.source(), row.note(), false);
    }
}
