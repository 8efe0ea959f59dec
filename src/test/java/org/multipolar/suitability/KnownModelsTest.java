package org.multipolar.suitability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.catalog.Demand;
import org.multipolar.enabler.Profiles;

/** The shipped tests, linked: do the models come out where those who use them would put them? */
class KnownModelsTest {

    private static final AbilityScale SCALE =
            AbilityScale.link(Profiles.world(), AbilityGoalposts.read(Profiles.yaml("suppliers/ability.yaml")));

    @Test
    void the_best_are_the_great_makers_newest_tested_ones() {
        var best = SCALE.models().values().stream()
                .sorted(Comparator.comparingDouble(ModelAbility::prudent).reversed())
                .limit(20)
                .map(ModelAbility::model)
                .toList();

        assertThat(best)
                .contains("gpt-5.5", "claude-fable-5", "claude-opus-4.6", "claude-opus-4.8", "gemini-3.1-pro")
                .allMatch(model -> model.matches(
                        "(gpt|claude|gemini|grok|muse|glm|kimi|deepseek-v4|qwen3.[678]|mimo|minimax-m3).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama-3.1-8b",
                "ministral-3-8b",
                "qwen3-8b",
                "mistral-nemo",
                "olmo-3-7b",
                "salamandra-7b",
                "apertus-8b"
            })
    void a_small_model_is_in_the_lower_third(String model) {
        assertThat(SCALE.quality(model)).isLessThan(1.0 / 3);
        assertThat(SCALE.meets(new Demand.Ability("capable", null), model).met())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gpt-5.5", "claude-opus-4.8", "gemini-3.1-pro", "qwen3.7-max", "glm-5.2", "deepseek-v4-pro"})
    void a_frontier_model_meets_the_frontier(String model) {
        assertThat(SCALE.meets(new Demand.Ability("frontier", null), model).met())
                .isTrue();
    }

    @Test
    void the_larger_of_a_family_is_above_the_smaller() {
        for (var pair : List.of(
                List.of("gpt-5.4", "gpt-5.4-mini"),
                List.of("gpt-5.4-mini", "gpt-5.4-nano"),
                List.of("gemini-2.5-pro", "gemini-2.5-flash"),
                List.of("gemini-2.5-flash", "gemini-2.5-flash-lite"),
                List.of("claude-sonnet-4.5", "claude-haiku-4.5"),
                List.of("qwen3-235b-a22b", "qwen3-32b"),
                List.of("qwen3-32b", "qwen3-8b"),
                List.of("gemma-4-31b", "gemma-4-e4b"),
                List.of("llama-3.3-70b", "llama-3.1-8b"),
                List.of("apertus-70b", "apertus-8b"))) {
            assertThat(SCALE.of(pair.get(0)).ability())
                    .as("%s", pair)
                    .isGreaterThan(SCALE.of(pair.get(1)).ability());
        }
    }

    @Test
    void a_rate_of_hallucination_is_not_ability() {
        assertThat(SCALE.leftOut().get("Vectara hallucination rate % (lower is better)"))
                .contains("measures something else");
    }

    @Test
    void thresholds_lie_within_the_goalposts() {
        var posts = SCALE.goalposts();

        assertThat(posts.thresholds())
                .extracting(AbilityGoalposts.Threshold::name)
                .containsExactly("basic", "capable", "frontier");
        assertThat(posts.thresholds())
                .allSatisfy(threshold -> assertThat(threshold.ability()).isBetween(posts.low(), posts.high()));
    }

    @Test
    void every_model_of_the_catalogue_has_an_ability_and_untested_ones_say_so() {
        assertThat(SCALE.models().keySet())
                .containsAll(Profiles.world().models().keySet());
        assertThat(SCALE.models().values())
                .filteredOn(model -> !model.evaluated())
                .isNotEmpty()
                .allMatch(model -> model.note().startsWith("not independently evaluated"));
    }
}
