package org.multipolar.enabler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.Indicator;
import org.multipolar.catalog.Indicator.BlocAggregation;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.World;

/** A world of a few countries, written by hand in a test. */
final class SmallWorld {

    private final Map<String, Country> countries = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();

    SmallWorld country(String code) {
        return country(code, null, 1, 1);
    }

    SmallWorld country(String code, @Nullable String bloc, double population, double gdp) {
        countries.put(code, new Country(code, code, bloc, List.of(), population, gdp));
        return this;
    }

    SmallWorld indicator(String id, String enabler) {
        return indicator(id, enabler, true, BlocAggregation.SUM, false, false);
    }

    SmallWorld indicator(
            String id,
            String enabler,
            boolean higherIsBetter,
            BlocAggregation bloc,
            boolean absentMeansZero,
            boolean ownRow) {
        indicators.put(
                id,
                new Indicator(
                        id, enabler, id, "pieces", higherIsBetter, true, bloc, "", "", true, absentMeansZero, ownRow));
        return this;
    }

    SmallWorld alternative(String id, String enabler) {
        indicators.put(
                id,
                new Indicator(id, enabler, id, "pieces", true, true, BlocAggregation.SUM, "", "", false, false, false));
        return this;
    }

    SmallWorld value(String indicator, String unit, double value) {
        observations.add(new Observation(indicator, unit, value, "pieces", 2024, "measured", "a-source", ""));
        return this;
    }

    SmallWorld value(String indicator, String unit, double value, int year, String source) {
        observations.add(new Observation(indicator, unit, value, "pieces", year, "measured", source, ""));
        return this;
    }

    SmallWorld estimate(String indicator, String unit, double value) {
        observations.add(new Observation(indicator, unit, value, "pieces", 2024, "estimated", "a-source", ""));
        return this;
    }

    SmallWorld shuffled(long seed) {
        Collections.shuffle(observations, new Random(seed));
        return this;
    }

    World world() {
        return new World(
                countries,
                indicators,
                observations,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                "");
    }
}
