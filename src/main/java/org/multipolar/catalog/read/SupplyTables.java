package org.multipolar.catalog.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.multipolar.catalog.Availability;
import org.multipolar.catalog.Benchmark;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Offer.Routing;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Reach;
import org.multipolar.catalog.Source;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.TestScore;

/** The tables under {@code suppliers/}: who makes, who hosts, what is offered where, at what price, how well tested. */
record SupplyTables(
        Map<String, Supplier> suppliers,
        Map<String, Model> models,
        Map<String, String> licences,
        Map<String, Host> hosts,
        Map<String, Offer> offers,
        List<Reach> reach,
        List<Availability> availability,
        Map<String, Benchmark> benchmarks,
        List<TestScore> testScores,
        Map<String, Source> sources) {

    private static final Map<String, Openness> OPENNESS = Map.of(
            "closed", Openness.CLOSED, "open-weights", Openness.OPEN_WEIGHTS, "open-source", Openness.OPEN_SOURCE);
    private static final Map<String, Routing> ROUTING = Map.of(
            "in-region", Routing.IN_REGION,
            "choice", Routing.CHOICE,
            "any-of", Routing.ANY_OF,
            "anywhere", Routing.ANYWHERE,
            "unknown", Routing.UNKNOWN);
    private static final String HOST = "host:";
    private static final String SUPPLIER = "supplier:";
    private static final Map<String, String> REACH = same("sells", "restricted", "does-not-sell");
    private static final Map<String, String> AVAILABILITY =
            same("unavailable", "restricted", "requires-approval", "blocked-by-government");
    private static final Map<String, String> HOST_TYPES =
            same("first-party-api", "cloud-marketplace", "inference-provider", "self-hosted");

    private static Map<String, String> same(String... words) {
        return java.util.Arrays.stream(words).collect(java.util.stream.Collectors.toMap(word -> word, word -> word));
    }

    static SupplyTables read(Map<String, byte[]> files) {
        var sources = sources(files);
        var licences = Rows.byId(
                table(files, "licences.csv", "licence_id", "names", "class", "in_catalogue"),
                "licence_id",
                row -> row.needed("class"));
        var languages = Rows.byId(table(files, "languages.csv", "code", "name"), "code", row -> row.needed("name"));
        var suppliers = suppliers(files, sources);
        var models = models(files, suppliers, licences, languages, sources);
        var hosts = hosts(files, sources);
        var benchmarks = Rows.byId(
                table(
                        files,
                        "quality.meta.csv",
                        "benchmark",
                        "family",
                        "direction",
                        "language",
                        "scale_note",
                        "vendor"),
                "benchmark",
                row -> new Benchmark(
                        row.needed("benchmark"),
                        row.needed("family"),
                        row.word("direction", Map.of("higher_better", true, "lower_better", false)),
                        generalOr(row, "language", code -> row.id("language", languages, "languages")),
                        row.yes("vendor")));
        var offers = offers(files, models, hosts, sources);
        return new SupplyTables(
                suppliers,
                models,
                licences,
                hosts,
                offers,
                reach(files, hosts, suppliers, sources),
                availability(files, suppliers, offers, sources),
                benchmarks,
                testScores(files, models, benchmarks, sources),
                sources);
    }

    /** {@return nothing where a cell says that the row is general; an empty cell is not read, and so never general} */
    private static String generalOr(CsvRow row, String column, UnaryOperator<String> narrower) {
        var text = row.needed(column);
        return text.equals("general") ? "" : narrower.apply(text);
    }

    private static CsvTable table(Map<String, byte[]> files, String name, String... columns) {
        var path = "suppliers/" + name;
        return CsvTable.read(path, ProfileReader.needed(files, path), Set.of(columns));
    }

    private static Map<String, Source> sources(Map<String, byte[]> files) {
        var table = table(
                files, "sources.csv", "source_id", "title", "publisher", "date", "url_or_repo_path@commit", "licence");
        return Rows.byId(
                table,
                "source_id",
                row -> new Source(
                        row.needed("source_id"),
                        row.needed("title"),
                        row.text("publisher"),
                        row.text("date"),
                        row.text("url_or_repo_path@commit"),
                        row.text("licence")));
    }

    private static Map<String, Supplier> suppliers(Map<String, byte[]> files, Map<String, Source> sources) {
        var table = table(
                files,
                "suppliers.csv",
                "supplier_id",
                "name",
                "origin",
                "parent",
                "parent_origin",
                "ownership_note",
                "supplier_type",
                "source_id");
        return Rows.byId(
                table,
                "supplier_id",
                row -> new Supplier(
                        row.needed("supplier_id"),
                        row.needed("name"),
                        Rows.countryCode(row, "origin"),
                        row.text("parent"),
                        Rows.countryCode(row, "parent_origin"),
                        row.needed("supplier_type"),
                        row.text("ownership_note"),
                        row.sources("source_id", sources)));
    }

    private static Map<String, Model> models(
            Map<String, byte[]> files,
            Map<String, Supplier> suppliers,
            Map<String, String> licences,
            Map<String, String> languages,
            Map<String, Source> sources) {
        var table = table(
                files,
                "models.csv",
                "model_id",
                "supplier_id",
                "name",
                "family",
                "openness",
                "licence",
                "licence_restrictions",
                "base_model_id",
                "released",
                "params_b",
                "context_tokens",
                "input_modalities",
                "output_modalities",
                "capabilities",
                "languages",
                "source_id",
                "licence_id",
                "line",
                "lineage");
        return Rows.byId(
                table,
                "model_id",
                row -> new Model(
                        row.needed("model_id"),
                        row.id("supplier_id", suppliers, "suppliers"),
                        row.needed("name"),
                        row.text("family"),
                        row.word("openness", OPENNESS),
                        row.id("licence_id", licences, "licences"),
                        row.text("licence_restrictions"),
                        lineage(row),
                        row.parts("base_model_id"),
                        row.has("released") ? row.dayOrEmpty("released") : null,
                        row.numberOrNull("params_b"),
                        row.has("context_tokens") ? Long.valueOf((long) row.number("context_tokens")) : null,
                        row.parts("input_modalities"),
                        row.parts("output_modalities"),
                        row.parts("capabilities"),
                        row.ids("languages", languages, "languages"),
                        row.sources("source_id", sources)));
    }

    /** Without a lineage a model would count against no bound on one. */
    private static List<String> lineage(CsvRow row) {
        row.needed("lineage");
        return row.parts("lineage");
    }

    private static Map<String, Host> hosts(Map<String, byte[]> files, Map<String, Source> sources) {
        var table = table(
                files,
                "hosts.csv",
                "host_id",
                "name",
                "origin",
                "host_type",
                "sovereign_options",
                "source_id",
                "operator",
                "sub_processor_origins");
        return Rows.byId(
                table,
                "host_id",
                row -> new Host(
                        row.needed("host_id"),
                        row.needed("name"),
                        row.needed("operator"),
                        hostOrigin(row),
                        row.word("host_type", HOST_TYPES),
                        row.text("sovereign_options"),
                        row.sources("source_id", sources)));
    }

    /** Whoever runs an endpoint sits somewhere; only halls of the buyer's own sit where the buyer says. */
    private static String hostOrigin(CsvRow row) {
        boolean ownSites = row.word("host_type", HOST_TYPES).equals("self-hosted") && !row.has("origin");
        return ownSites ? "" : Rows.countryCode(row, "origin");
    }

    private static Map<String, Offer> offers(
            Map<String, byte[]> files,
            Map<String, Model> models,
            Map<String, Host> hosts,
            Map<String, Source> sources) {
        var table = table(
                files,
                "offers.csv",
                "offer_id",
                "model_id",
                "host_id",
                "serving_regions",
                "routing",
                "input_usd_per_mtok",
                "output_usd_per_mtok",
                "price_as_of",
                "source_id",
                "note");
        return Rows.byId(table, "offer_id", row -> {
            var routing = row.word("routing", ROUTING);
            var places = row.parts("serving_regions");
            places.forEach(place -> Rows.countryCode(row, "serving_regions", place));
            var odd = Offer.placesAtOdds(routing, places);
            if (odd != null) {
                boolean oneNeeded = routing == Routing.IN_REGION;
                throw row.fault(
                        oneNeeded ? "serving_regions" : "routing",
                        odd,
                        oneNeeded ? null : "it is any-of, choice or in-region.");
            }
            return new Offer(
                    row.needed("offer_id"),
                    row.id("model_id", models, "models"),
                    row.id("host_id", hosts, "hosts"),
                    places,
                    routing,
                    row.microUsdOrNull("input_usd_per_mtok"),
                    row.microUsdOrNull("output_usd_per_mtok"),
                    row.dayOrEmpty("price_as_of"),
                    row.sources("source_id", sources),
                    row.text("note"));
        });
    }

    private static List<Reach> reach(
            Map<String, byte[]> files,
            Map<String, Host> hosts,
            Map<String, Supplier> suppliers,
            Map<String, Source> sources) {
        var operators = new java.util.TreeMap<String, Host>();
        hosts.values().forEach(host -> operators.put(host.operator(), host));
        var table = table(
                files, "reach.csv", "operator", "country_or_group", "status", "since", "source_id", "note", "scope");
        return table.rows().stream()
                .map(row -> new Reach(
                        row.id("operator", operators, "operators"),
                        row.text("country_or_group").equals("EU27")
                                ? "EU27"
                                : Rows.countryCode(row, "country_or_group"),
                        row.word("status", REACH),
                        generalOr(row, "scope", scope -> scope(row, scope, hosts, suppliers)),
                        row.sources("source_id", sources).get(0),
                        row.text("note")))
                .toList();
    }

    private static String scope(CsvRow row, String scope, Map<String, Host> hosts, Map<String, Supplier> suppliers) {
        boolean known = scope.startsWith(HOST)
                ? hosts.containsKey(scope.substring(HOST.length()))
                : scope.startsWith(SUPPLIER) && suppliers.containsKey(scope.substring(SUPPLIER.length()));
        if (!known) {
            throw row.fault(
                    "scope",
                    "(%s) is neither general nor a host or supplier that is listed.".formatted(row.shown("scope")),
                    "it is written host:ID or supplier:ID.");
        }
        return scope;
    }

    private static List<Availability> availability(
            Map<String, byte[]> files,
            Map<String, Supplier> suppliers,
            Map<String, Offer> offers,
            Map<String, Source> sources) {
        var table = table(
                files,
                "availability.csv",
                "supplier_id",
                "offer_id",
                "country",
                "status",
                "since",
                "note",
                "source_id",
                "until");
        return table.rows().stream()
                .map(row -> new Availability(
                        ofOneKey(row).has("supplier_id") ? row.id("supplier_id", suppliers, "suppliers") : "",
                        row.has("offer_id") ? row.id("offer_id", offers, "offers") : "",
                        Rows.countryCode(row, "country"),
                        row.word("status", AVAILABILITY),
                        row.dayOrEmpty("since"),
                        row.has("until") ? row.dayOrEmpty("until") : null,
                        row.sources("source_id", sources).get(0),
                        row.text("note")))
                .toList();
    }

    /** A bar that names nobody would bar nobody. */
    private static CsvRow ofOneKey(CsvRow row) {
        if (row.has("supplier_id") == row.has("offer_id")) {
            throw row.fault("supplier_id, offer_id", "exactly one of the two says whom the row is about.", null);
        }
        return row;
    }

    private static List<TestScore> testScores(
            Map<String, byte[]> files,
            Map<String, Model> models,
            Map<String, Benchmark> benchmarks,
            Map<String, Source> sources) {
        var table = table(files, "quality.csv", "model_id", "benchmark", "score", "as_of", "source_id", "note");
        return table.rows().stream()
                .map(row -> new TestScore(
                        row.id("model_id", models, "models"),
                        row.id("benchmark", benchmarks, "benchmarks"),
                        row.number("score"),
                        row.dayOrEmpty("as_of"),
                        row.sources("source_id", sources).get(0),
                        row.text("note")))
                .toList();
    }
}
