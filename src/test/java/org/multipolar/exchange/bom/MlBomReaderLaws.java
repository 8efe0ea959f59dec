package org.multipolar.exchange.bom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.Parsed;

/** Whatever a file holds, the reader reads it or says what is wrong, never anything else; it asks nobody outside. */
class MlBomReaderLaws {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A bill with every part that is looked at, and some that are not. */
    private static final String RICH =
            """
            {
              "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
              "bomFormat": "CycloneDX",
              "specVersion": "1.6",
              "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
              "version": 1,
              "metadata": {
                "timestamp": "2026-10-01T08:00:00Z",
                "tools": {"components": [{"type": "application", "name": "writer"}]},
                "component": {"type": "application", "bom-ref": "app", "name": "app"},
                "properties": [{"name": "p", "value": "v"}]
              },
              "components": [
                {
                  "type": "machine-learning-model", "bom-ref": "m", "name": "m", "version": "1", "group": "mistralai",
                  "supplier": {"name": "Mistral AI", "url": ["https://example.com"],
                               "contact": [{"name": "c", "email": "a@example.com"}]},
                  "manufacturer": {"name": "Mistral AI", "address": {"country": "FR"}},
                  "authors": [{"name": "a"}], "publisher": "p", "description": "d",
                  "purl": "pkg:huggingface/mistralai/m@1",
                  "hashes": [{"alg": "SHA-1", "content": "cd5ef92a9fb2f889e972770a36d4ed042daf221e"}],
                  "licenses": [{"license": {"id": "MIT", "url": "https://example.com/mit"}}],
                  "tags": ["base_model:x"],
                  "externalReferences": [{"type": "website", "url": "https://example.com"}],
                  "pedigree": {"ancestors": [{"type": "machine-learning-model", "name": "Mistral-7B",
                      "licenses": [{"expression": "MIT OR Apache-2.0"}],
                      "pedigree": {"ancestors": [{"type": "data", "name": "d"}], "notes": "n"}}],
                    "variants": [{"type": "machine-learning-model", "name": "v"}]},
                  "modelCard": {"modelParameters": {"approach": {"type": "supervised"}, "task": "t",
                      "datasets": [{"type": "dataset", "name": "d", "contents": {"url": "https://example.com"}}],
                      "inputs": [{"format": "text"}]},
                    "quantitativeAnalysis": {"performanceMetrics": [{"type": "t", "value": "0.9"}]},
                    "considerations": {"users": ["u"], "fairnessAssessments": [{"groupAtRisk": "g"}]},
                    "properties": [{"name": "base_model", "value": "x"}]},
                  "properties": [{"name": "multipolar:share", "value": "40"}],
                  "components": [{"type": "library", "name": "inner", "modified": false}]
                }
              ],
              "services": [{"bom-ref": "s", "name": "Amazon Bedrock", "provider": {"name": "AWS"},
                            "endpoints": ["https://example.com"], "authenticated": true, "x-trust-boundary": true,
                            "data": [{"flow": "outbound", "classification": "personal"}],
                            "services": [{"name": "inner"}]}],
              "dependencies": [{"ref": "s", "dependsOn": ["m"]}]
            }
            """;

    private static final List<String> OTHERS = List.of(
            "null", "true", "7", "-1.5e3", "\"\"", "\"text\"", "[]", "{}", "[null]", "[[]]", "{\"name\": null}", "[7]");

    @Test
    void the_bill_that_is_changed_below_is_good() {
        assertThat(Bills.good(RICH).offers().get(0).offer())
                .containsEntry("supplier", "mistral")
                .containsEntry("base_lineage", List.of("mistral"))
                .containsEntry("licence", "mit")
                .containsEntry("host", "bedrock");
    }

    @Test
    void any_value_of_any_other_type_is_read_or_refused_and_refused_wherever_the_schema_does() throws IOException {
        var schema = new JsonParser().getJsonSchema(Version.VERSION_16, new ObjectMapper());
        int refused = 0;
        var changed = mutants(JSON.readTree(RICH));
        for (var mutant : changed) {
            boolean faulty = !schema.validate(mutant).isEmpty();
            var read = read(mutant.toString());
            if (read instanceof Parsed.Bad<BomReading> bad) {
                refused++;
                assertThat(bad.fault().what()).isNotBlank().hasSizeLessThan(700);
            }
            assertThat(faulty && read instanceof Parsed.Good)
                    .as(mutant::toString)
                    .isFalse();
        }
        assertThat(changed).hasSizeGreaterThan(1_000);
        assertThat(refused).isBetween(changed.size() / 2, changed.size() - 100);
    }

    @Test
    void any_cut_is_refused() {
        var whole = RICH.strip();
        for (int end = 0; end < whole.length(); end += 7) {
            assertThat(read(whole.substring(0, end))).as("cut at %d", end).isInstanceOf(Parsed.Bad.class);
        }
    }

    @Test
    void any_character_changed_is_read_or_refused() {
        for (int at = 0; at < RICH.length(); at += 13) {
            for (char other : new char[] {'"', '{', ']', '\\', '\u0000', '9', '\ud800'}) {
                assertThat(read(RICH.substring(0, at) + other + RICH.substring(at + 1)))
                        .isNotNull();
            }
        }
    }

    @Test
    void what_is_too_large_too_deep_or_no_number_is_refused() {
        assertThat(refusal(RICH + " ".repeat(2 << 20)).what()).contains("2097152");
        assertThat(refusal("[".repeat(500_000)).what()).contains("too deep");
        assertThat(refusal("{\"a\":".repeat(300_000)).what()).contains("too deep");
        assertThat(refusal(RICH.replace("\"version\": 1,", "\"version\": 1e400,"))
                        .what())
                .contains("too large");
        assertThat(refusal(RICH.replace("\"version\": 1,", "\"version\": " + "9".repeat(400) + ","))
                        .what())
                .contains("too large");
        assertThat(refusal(RICH.replace("\"version\": 1,", "\"version\": 1, \"version\": 1,"))
                        .what())
                .contains("Duplicate field 'version'");
        assertThat(refusal(listed(5_001)).what()).contains("5000 items");
        assertThat(refusal(models(201)).what()).contains("201 models");
        assertThat(Bills.good(models(200)).offers()).hasSize(200);
    }

    @Test
    void long_and_unseen_texts_are_refused_where_they_would_be_taken_over() {
        var longest = "x".repeat(500);
        assertThat(Bills.good(named(longest)).offers().get(0).name()).isEqualTo(longest);
        assertThat(refusal(named(longest + "x")).what()).contains("501 characters");
        assertThat(refusal(named("x".repeat(1_900_000))).what()).contains("1900000 characters");
        assertThat(refusal(named("m\\u001b[31m")).message())
                .contains("(m?[31m)")
                .doesNotContain("\u001b");
        assertThat(refusal(named("m\\u202e")).field()).isEqualTo("components[0].name");
        assertThat(refusal(named("\\ud800")).what()).contains("which is no text");
        assertThat(refusal(named("  ")).what()).contains("blank");
        assertThat(Bills.good(named("模型")).offers().get(0).name()).isEqualTo("模型");
        assertThat(Bills.bad(Bills.bill(Bills.model("'name': 'm', '\\u001b[31m': 1"), ""))
                        .message())
                .doesNotContain("\u001b");
    }

    @Test
    void a_long_text_that_is_only_checked_harms_nobody() {
        for (var piece : List.of("a/", "%41", "a@")) {
            var text = piece.repeat(1_800_000 / piece.length());
            for (var keys : List.of(
                    "'externalReferences': [{'type': 'website', 'url': '%s'}]",
                    "'supplier': {'name': 'x', 'contact': [{'email': '%s'}]}",
                    "'hashes': [{'alg': 'SHA-1', 'content': '%s'}]",
                    "'mime-type': '%s'",
                    "'description': '%s'",
                    "'purl': '%s'")) {
                assertThat(read(Bills.bill(Bills.model("'name': 'm', " + keys.formatted(text)), "")))
                        .isNotNull();
            }
        }
    }

    /** A thread of a pool in the packaged program does not know the libraries' jars. */
    @Test
    void a_thread_that_knows_no_jars_finds_the_schemas_that_a_schema_names() throws IOException {
        var schema = new JsonParser().getJsonSchema(Version.VERSION_16, new ObjectMapper());
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            BomSchema.check(Bill.read("bill.json", Bills.bytes(RICH)), Version.VERSION_16, () -> schema);
            assertThat(thread.getContextClassLoader()).isEqualTo(ClassLoader.getPlatformClassLoader());
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @Test
    void many_threads_read_at_once() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var expected = Bills.good(RICH);
            for (var done : pool.invokeAll(Collections.nCopies(32, (Callable<BomReading>) () -> Bills.good(RICH)))) {
                assertThat(done.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void nobody_outside_is_asked() throws IOException {
        var asked = new ArrayList<URI>();
        var usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                throw new IllegalArgumentException("No way out: " + uri);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
        try {
            // Fresh schemas, whose references to other schemas are web addresses.
            for (var version : List.of(Version.VERSION_15, Version.VERSION_16)) {
                Schema schema = new JsonParser().getJsonSchema(version, new ObjectMapper());
                assertThat(schema.validate(JSON.readTree(RICH.replace("1.6", version.getVersionString()))))
                        .isNotNull();
            }
            Bills.good(RICH);
            assertThat(asked).isEmpty();
            assertThat(catching(() -> new URL("http://cyclonedx.org/schema/spdx.schema.json").openStream()))
                    .isTrue();
            assertThat(asked).hasSize(1);
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    private static boolean catching(Callable<?> call) {
        try {
            call.call();
            return false;
        } catch (Exception refused) {
            return true;
        }
    }

    private static Parsed<BomReading> read(String text) {
        return MlBomReader.read("bill.json", Bills.bytes(text), Bills.WORLD);
    }

    private static Fault refusal(String text) {
        return Bills.bad(text);
    }

    private static String named(String name) {
        return Bills.bill("{\"type\": \"machine-learning-model\", \"name\": \"%s\"}".formatted(name), "");
    }

    private static String listed(int count) {
        return "[" + "0,".repeat(count - 1) + "0]";
    }

    private static String models(int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add(Bills.model("'name': 'm%d'".formatted(i)));
        }
        return Bills.bill(String.join(",", all), "");
    }

    /** {@return the bill with each of its values in turn left out, or put in the place of each other kind} */
    private static List<JsonNode> mutants(JsonNode bill) throws IOException {
        var mutants = new ArrayList<JsonNode>();
        var others = new ArrayList<JsonNode>();
        for (var other : OTHERS) {
            others.add(JSON.readTree(other));
        }
        change(bill, bill, others, mutants);
        return mutants;
    }

    private static void change(JsonNode bill, JsonNode node, List<JsonNode> others, List<JsonNode> mutants) {
        if (node instanceof ObjectNode object) {
            for (var key : (Iterable<String>) List.copyOf(names(object))) {
                var value = object.get(key);
                change(bill, value, others, mutants);
                put(bill, others, mutants, other -> object.set(key, other));
                object.remove(key);
                mutants.add(bill.deepCopy());
                object.set(key, value);
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                var value = list.get(i);
                change(bill, value, others, mutants);
                put(bill, others, mutants, other -> list.set(at, other));
                list.set(i, value);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void put(JsonNode bill, List<JsonNode> others, List<JsonNode> mutants, Consumer<JsonNode> place) {
        for (var other : others) {
            place.accept(other);
            mutants.add(bill.deepCopy());
        }
    }
}
