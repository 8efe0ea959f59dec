package org.multipolar.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All sourced facts that an answer may rest on; one consistent set, never changed.
 *
 * @param indicatorSources sources of indicators by id
 * @param supplySources sources of suppliers, offers and tests by id
 * @param digest SHA-256 over the profiles it was read from
 */
public record World(
        Map<String, Country> countries,
        Map<String, Indicator> indicators,
        List<Observation> observations,
        Map<String, Source> indicatorSources,
        Map<String, Supplier> suppliers,
        Map<String, Model> models,
        Map<String, String> licences,
        Map<String, Host> hosts,
        Map<String, Offer> offers,
        List<Reach> reach,
        List<Availability> availability,
        Map<String, Benchmark> benchmarks,
        List<TestScore> testScores,
        Map<String, Source> supplySources,
        Map<String, Region> regions,
        String digest) {

    public World {
        countries = sorted(countries);
        indicators = sorted(indicators);
        observations = List.copyOf(observations);
        indicatorSources = sorted(indicatorSources);
        suppliers = sorted(suppliers);
        models = sorted(models);
        licences = sorted(licences);
        hosts = sorted(hosts);
        offers = sorted(offers);
        reach = List.copyOf(reach);
        availability = List.copyOf(availability);
        benchmarks = sorted(benchmarks);
        testScores = List.copyOf(testScores);
        supplySources = sorted(supplySources);
        regions = sorted(regions);
    }

    /** {@return the same world with other suppliers, models, hosts, offers and figures; what names others stays} */
    public World with(
            Map<String, Supplier> others,
            Map<String, Model> otherModels,
            Map<String, Host> otherHosts,
            Map<String, Offer> otherOffers,
            List<Observation> figures) {
        return new World(
                countries,
                indicators,
                figures,
                indicatorSources,
                others,
                otherModels,
                licences,
                otherHosts,
                otherOffers,
                reach,
                availability,
                benchmarks,
                testScores,
                supplySources,
                regions,
                digest);
    }

    /** {@return the entry, which the load has proved to exist} */
    public static <K, T> T known(Map<K, T> entries, K id) {
        T entry = entries.get(id);
        if (entry == null) {
            throw new IllegalStateException(
                    "No entry is called (%s), though the load should have refused it.".formatted(id));
        }
        return entry;
    }

    private static <T> Map<String, T> sorted(Map<String, T> entries) {
        return java.util.Collections.unmodifiableMap(new TreeMap<>(entries));
    }
}
