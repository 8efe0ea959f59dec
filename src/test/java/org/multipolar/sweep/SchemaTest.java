package org.multipolar.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.Shipped;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.ScenarioReader;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas for editors take what the readers take, and refuse what they refuse whatever the profiles hold. */
class SchemaTest {

    private static final Schema SCENARIO = schema("scenario");
    private static final Schema SWEEP = schema("sweep");

    private static Schema schema(String name) {
        try {
            var file = Path.of("src/main/resources/META-INF/resources/schemas", name + ".schema.json");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static List<String> complaints(Schema schema, String yaml) {
        var tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(new ObjectMapper().valueToTree(tree)).stream()
                .map(each -> each.getInstanceLocation() + " " + each.getMessage())
                .toList();
    }

    static List<Path> scenarios() throws IOException {
        return files("profiles/scenarios");
    }

    static List<Path> sweeps() throws IOException {
        return files("profiles/sweeps");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shipped_scenarios_are_taken(Path file) throws IOException {
        assertThat(complaints(SCENARIO, Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void shipped_sweeps_are_taken(Path file) throws IOException {
        assertThat(complaints(SWEEP, Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            - set: {indicator: compute_ai_chips, where: {country: AE}, to: 100}
            - scale: {price: both, where: {origin: [US, CN]}, by: 1.25}
            - set: {weight: price, to: 30}
            - scale: {demand: volume, where: {region: europe-retail}, by: 2}
            - set: {supplier: parent_origin, where: {supplier: mistral}, to: US}
            - remove: {offers: {host: bedrock, place: AE}}
            - limit: {id: half, kind: cap, on: origin, scope: buyer, at: 50, why: x}
            - limit: {drop: [budget]}
            - rule: {from: [EU-CADA-PROPOSAL], date: 2026-12-01}
            - asOf: 2027-08-02
            - event: {lost: country, is: [US, CN]}
            - event: {shock: compute, in: TW, by: 0.5}
            - event: {tariff: 25, where: {host_origin: US}}
            - event: {bar: {origin: CN, sector: banking}, why: x}
            """)
    void patches_are_taken(String patch) {
        assertThat(complaints(SCENARIO, "id: mine\npatches:\n  " + patch)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            - sett: {indicator: compute_ai_chips, to: 100}
            - {asOf: 2027-08-02, event: {lost: country, is: US}}
            - set: {indicator: compute_ai_chips, price: both, to: 100}
            - scale: {price: both, were: {origin: US}, by: 2}
            - remove: {rules: {host: bedrock}}
            - rule: {from: [EU-CADA-PROPOSAL]}
            - event: {lost: planet, is: US}
            - event: {lost: country}
            - event: {tariff: half}
            - event: {shock: luck, by: 0.5}
            - asOf: tomorrow
            """)
    void patches_of_no_form_are_refused_by_schema_and_reader(String patch) {
        var yaml = "id: mine\npatches:\n  " + patch;
        assertThat(complaints(SCENARIO, yaml)).isNotEmpty();
        assertThat(catching(() -> ScenarioReader.one(
                        "mine.yaml",
                        yaml.getBytes(UTF_8),
                        Shipped.snapshot().world(),
                        Shipped.snapshot().rulebook().cards().keySet())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {draws: 10, scenarios: [{scenario: lost-us, likelihood: 1.2}]}
            {draws: 10, scenarios: [{scenario: lost-us, chance: 0.2}]}
            {draws: 0, scenarios: [{scenario: lost-us, likelihood: 0.2}]}
            {draws: 10, noise: {weights: 1}, scenarios: [{scenario: lost-us, likelihood: 0.2}]}
            {draws: 10, robust: [best], scenarios: [{scenario: lost-us, likelihood: 0.2}]}
            {scenarios: [{patch: {scale: {price: both}}, range: {from: 1, to: 2, steps: 1}}]}
            {scenarios: [{patch: {scale: {price: both}}, range: {from: 1}}]}
            """)
    void sweeps_of_no_form_are_refused_by_schema_and_reader(String yaml) {
        assertThat(complaints(SWEEP, yaml)).isNotEmpty();
        assertThat(catching(() -> sweep(yaml))).isTrue();
    }

    @Test
    void a_sweep_without_ids_is_taken() {
        var yaml = "{draws: 10, scenarios: [{patch: {event: {lost: supplier, is: mistral}}, likelihood: 0.2}]}";
        assertThat(complaints(SWEEP, yaml)).isEmpty();

        var plan = sweep(yaml);
        assertThat(plan.id()).isEqualTo("sweep");
        assertThat(plan.variables()).singleElement().satisfies(each -> assertThat(each.id())
                .isEqualTo("change-1"));
    }

    private static SweepPlan sweep(String yaml) {
        var snapshot = Shipped.snapshot();
        return new SweepReader(snapshot.world(), snapshot.rulebook().cards().keySet(), snapshot.scenarios())
                .read("mine.yaml", yaml.getBytes(UTF_8));
    }

    private static boolean catching(Runnable reading) {
        try {
            reading.run();
            return false;
        } catch (BadInput refused) {
            return true;
        }
    }
}
