package org.multipolar.exchange.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever stands where in a catalogue: no crash; however large it is: seconds. */
class CatalogueLaws {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e400",
            "1e-400",
            "12345678901234567890",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "[null]",
            "{\"a\": [1]}",
            "{\"input\": \"x\"}");

    private static final String DEV =
            """
            {"ada": {"id": "ada", "name": "Ada", "env": ["K"], "models": {"ada-1": {"id": "ada-1", "name": "Ada 1",
              "open_weights": true, "weights": [{"url": "u"}], "license": "MIT", "release_date": "2026-01-01",
              "last_updated": "2026-02-01", "status": "deprecated", "limit": {"context": 5, "output": 5},
              "modalities": {"input": ["text"], "output": ["text"]},
              "cost": {"input": 1, "output": 2, "tiers": [{"input": 3}], "context_over_200k": {"input": 3}}},
              "zoe-1": {"open_weights": true}}}, "bob": {"models": {"bob-7b-instruct": {"cost": {"input": 0.1}}}}}
            """;

    private static final String LITE =
            """
            {"sample_spec": {"mode": "x"}, "ada/ada-1": {"litellm_provider": "ada", "mode": "chat",
              "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06, "max_input_tokens": 5, "max_tokens": 5,
              "deprecation_date": "2026-12-31", "supported_regions": ["x"], "tiered_pricing": [{"range": [0, 1]}],
              "input_cost_per_token_above_200k_tokens": 2e-06}, "zoe": {"litellm_provider": "zoe"}}
            """;

    /** A value after a colon, from its start to the end that balances it. */
    private static List<String> mutants(String json) {
        var mutants = new ArrayList<String>();
        var start = Pattern.compile("\": |\\[(?=[{\"0-9])").matcher(json);
        while (start.find()) {
            int from = start.end();
            int to = end(json, from);
            VALUES.forEach(value -> mutants.add(json.substring(0, from) + value + json.substring(to)));
        }
        return mutants;
    }

    private static int end(String json, int from) {
        int depth = 0;
        boolean text = false;
        for (int i = from; i < json.length(); i++) {
            char c = json.charAt(i);
            text = (c == '"') != text;
            depth += text ? 0 : c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (!text && (depth < 0 || (depth == 0 && (c == ',' || c == '}' || c == ']' || c == '"')))) {
                return depth < 0 || c == ',' ? i : i + 1;
            }
        }
        return json.length();
    }

    @Test
    void no_value_anywhere_crashes_a_reader_or_the_comparison() {
        var dev = mutants(DEV);
        var lite = mutants(LITE);

        // 31 and 17 places, each with every value: the walk over the texts above has found them all.
        assertThat(dev).hasSizeGreaterThan(30 * VALUES.size());
        assertThat(lite).hasSizeGreaterThan(15 * VALUES.size());
        dev.forEach(json -> assertThatCode(() -> ModelsDevReader.read("f", SmallWorld.bytes(json))
                        .fold(good -> SmallWorld.modelsDev(json, "2026-11-22").models(), bad -> 0))
                .as(json)
                .doesNotThrowAnyException());
        lite.forEach(json -> assertThatCode(() -> LiteLlmReader.read("f", SmallWorld.bytes(json))
                        .fold(good -> SmallWorld.liteLlm(json, "2026-11-22").models(), bad -> 0))
                .as(json)
                .doesNotThrowAnyException());
    }

    /** But for a text that no store keeps: where one is read, the file was made to harm and is refused whole. */
    @Test
    void a_mutant_loses_only_its_own_field() {
        for (var json : mutants(DEV)) {
            boolean harmful = json.contains("\\u0000")
                    && ModelsDevReader.read("f", SmallWorld.bytes(json)).fold(good -> false, bad -> true);
            if (!harmful
                    && json.contains("\"bob-7b-instruct\": {\"cost\": {\"input\": 0.1}}")
                    && json.contains("\"bob\": {\"models\": {\"bob-7b")) {
                assertThat(SmallWorld.modelsDev(json, "2026-11-22").changed())
                        .as(json)
                        .anyMatch(each ->
                                each.id().equals("bob-7b@bob-api") && each.to().equals("0.1"));
            }
        }
    }

    @Test
    void twenty_thousand_models_take_seconds_and_the_same_bytes_give_the_same_report() {
        var json = new StringBuilder("{");
        for (int provider = 0; provider < 200; provider++) {
            json.append(provider == 0 ? "" : ",").append("\"p%d\": {\"models\": {".formatted(provider));
            for (int model = 0; model < 100; model++) {
                json.append(model == 0 ? "" : ",")
                        .append(String.format(
                                Locale.ROOT,
                                "\"maker/model-%d-instruct\": {\"name\": \"Model %d\", \"open_weights\": %b, \"release_date\": "
                                        + "\"2026-0%d\", \"limit\": {\"context\": %d}, \"modalities\": {\"input\": [\"text\"], "
                                        + "\"output\": [\"text\"]}, \"cost\": {\"input\": 0.%d, \"output\": %d.5}}",
                                model,
                                model,
                                (provider + model) % 2 == 0,
                                1 + model % 9,
                                1000 + model,
                                model + 1,
                                model));
            }
            json.append("}}");
        }
        var text = json.append("}").toString();

        long from = System.nanoTime();
        var report = SmallWorld.modelsDev(text, "2026-11-22");
        var took = Duration.ofNanos(System.nanoTime() - from);

        assertThat(report.models()).isEqualTo(20_000);
        assertThat(report.fresh()).hasSize(20_000);
        // 100 names, each open at some providers and closed at others; 10,000 open flags without an address.
        assertThat(report.disagreeing()).hasSize(10_100);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(SmallWorld.modelsDev(text, "2026-11-22")).isEqualTo(report);
    }
}
