package org.multipolar.catalog.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.Indicator;
import org.multipolar.catalog.Indicator.BlocAggregation;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.Source;

/** The tables under {@code countries/}: countries, indicators, their values and sources. */
public record CountryTables(
        Map<String, Country> countries,
        Map<String, Indicator> indicators,
        List<Observation> observations,
        Map<String, Source> sources) {

    static final Map<String, BlocAggregation> AGGREGATIONS = Map.of(
            "sum", BlocAggregation.SUM,
            "weighted", BlocAggregation.WEIGHTED,
            "min", BlocAggregation.MIN,
            "max", BlocAggregation.MAX);
    static final Map<String, String> QUALITIES =
            Map.of("measured", "measured", "derived", "derived", "estimated", "estimated");

    static CountryTables read(Map<String, byte[]> files) {
        var sources = sources(files);
        var countries = countries(files, sources);
        var indicators = indicators("countries/indicators.meta.csv", files);
        var observations = observations(files, countries, indicators, sources);
        return new CountryTables(countries, indicators, observations, sources);
    }

    private static Map<String, Source> sources(Map<String, byte[]> files) {
        var path = "countries/sources.csv";
        var columns = Set.of("source_id", "title", "publisher", "year", "url_or_repo_path", "licence", "accessed_as");
        return Rows.byId(
                CsvTable.read(path, ProfileReader.needed(files, path), columns),
                "source_id",
                row -> new Source(
                        row.needed("source_id"),
                        row.needed("title"),
                        row.text("publisher"),
                        row.text("year"),
                        row.text("url_or_repo_path"),
                        row.text("licence")));
    }

    private static Map<String, Country> countries(Map<String, byte[]> files, Map<String, Source> sources) {
        var path = "countries/countries.csv";
        var columns = Set.of(
                "code", "name", "bloc", "languages", "population_millions", "gdp_usd_trillion", "year", "source_id");
        return Rows.byId(CsvTable.read(path, ProfileReader.needed(files, path), columns), "code", row -> {
            row.sources("source_id", sources);
            row.year("year");
            return new Country(
                    Rows.countryCode(row, "code"),
                    row.needed("name"),
                    row.has("bloc") ? row.text("bloc") : null,
                    row.parts("languages"),
                    row.number("population_millions"),
                    row.number("gdp_usd_trillion"));
        });
    }

    /** {@return the indicators of the meta table that ships; {@link IndicatorSetReader} reads those of others, with fewer columns} */
    static Map<String, Indicator> indicators(String path, Map<String, byte[]> files) {
        return Rows.byId(
                CsvTable.readAny(path, ProfileReader.needed(files, path)),
                "indicator_id",
                row -> new Indicator(
                        row.needed("indicator_id"),
                        row.needed("enabler"),
                        row.needed("name"),
                        row.needed("unit"),
                        row.word("direction", Map.of("higher_better", true, "lower_better", false)),
                        row.word("scale", Map.of("extensive", true, "intensive", false)),
                        row.word("aggregation_for_blocs", AGGREGATIONS),
                        row.has("definition") ? row.text("definition") : "",
                        row.has("preferred_source") ? row.text("preferred_source") : "",
                        row.word("role", Map.of("core", true, "aux", false)),
                        row.yes("absent_means_zero"),
                        row.yes("own_row")));
    }

    private static List<Observation> observations(
            Map<String, byte[]> files,
            Map<String, Country> countries,
            Map<String, Indicator> indicators,
            Map<String, Source> sources) {
        var path = "countries/indicators.csv";
        var columns = Set.of("indicator_id", "country", "value", "unit", "year", "quality", "source_id", "note");
        var units = new TreeMap<String, Object>(countries);
        countries.values().forEach(country -> {
            if (country.bloc() != null) {
                units.put(country.bloc(), country);
            }
        });
        var seen = new HashSet<String>();
        var observations = new ArrayList<Observation>();
        for (var row :
                CsvTable.read(path, ProfileReader.needed(files, path), columns).rows()) {
            var indicator = indicators.get(row.id("indicator_id", indicators, "indicators"));
            var unit = row.id("country", units, "countries and blocs");
            if (!seen.add(row.text("indicator_id") + "/" + unit)) {
                throw row.fault(
                        "country",
                        "%s has two values for (%s).".formatted(row.text("indicator_id"), unit),
                        "one of the two rows belongs to another series.");
            }
            if (indicator != null && !indicator.unit().equals(row.text("unit"))) {
                throw row.fault(
                        "unit",
                        "the unit (%s) is not the indicator's (%s).".formatted(row.text("unit"), indicator.unit()),
                        "the figure needs converting.");
            }
            observations.add(new Observation(
                    row.text("indicator_id"),
                    unit,
                    row.number("value"),
                    row.text("unit"),
                    row.year("year"),
                    row.word("quality", QUALITIES),
                    row.sources("source_id", sources).get(0),
                    row.text("note")));
        }
        return observations;
    }
}
