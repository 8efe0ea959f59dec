package org.multipolar.suitability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Openness;
import org.multipolar.suitability.LanguageEvidence.Level;

class LanguageEvidenceTest {

    @Test
    void a_test_in_the_language_is_the_best_evidence() {
        var evidence = LanguageEvidence.of(tests().score("plain", "german", 80).world());

        assertThat(evidence.level("plain", "de")).isEqualTo(Level.BENCHMARKED);
        assertThat(evidence.level("plain", "fr")).isEqualTo(Level.NONE);
    }

    @Test
    void a_makers_statement_is_half_way_and_covers() {
        var evidence = LanguageEvidence.of(tests().world());

        assertThat(evidence.level("stating", "de")).isEqualTo(Level.STATED);
        assertThat(evidence.level("stating", "de").covers()).isTrue();
        assertThat(evidence.level("plain", "de").covers()).isFalse();
    }

    @Test
    void a_makers_own_test_counts_as_its_statement() {
        var evidence = LanguageEvidence.of(tests().series("brochure", "brochure", true, "de", true)
                .score("plain", "brochure", 99)
                .world());

        assertThat(evidence.level("plain", "de")).isEqualTo(Level.STATED);
    }

    @Test
    void the_last_tenth_of_a_test_proves_nothing_and_the_one_before_does() {
        var tests = tests();
        for (int at = 10; at < 20; at++) {
            tests.closed("m" + at).score("m" + at, "german", at);
        }
        var evidence = LanguageEvidence.of(tests.world());

        assertThat(evidence.level("m10", "de")).isEqualTo(Level.NONE);
        assertThat(evidence.level("m11", "de")).isEqualTo(Level.BENCHMARKED);
    }

    @Test
    void where_lower_is_better_the_last_tenth_is_the_highest() {
        var tests = tests().series("rank", "rank", false, "fr", false);
        for (int at = 10; at < 20; at++) {
            tests.closed("m" + at).score("m" + at, "rank", at);
        }
        var evidence = LanguageEvidence.of(tests.world());

        assertThat(evidence.level("m10", "fr")).isEqualTo(Level.BENCHMARKED);
        assertThat(evidence.level("m19", "fr")).isEqualTo(Level.NONE);
    }

    @Test
    void english_is_taken_as_stated_for_a_model_without_a_list_that_sat_a_general_test() {
        var evidence = LanguageEvidence.of(tests().score("plain", "general", 80)
                .score("stating", "general", 80)
                .world());

        assertThat(evidence.level("plain", "en")).isEqualTo(Level.STATED);
        assertThat(evidence.level("stating", "en")).isEqualTo(Level.NONE);
        assertThat(evidence.level("plain", "de")).isEqualTo(Level.NONE);
    }

    @Test
    void codes_are_compared_by_their_first_part_and_norwegian_has_two_forms() {
        var evidence = LanguageEvidence.of(tests().series("portuguese", "p", true, "pt", false)
                .series("norwegian", "n", true, "no", false)
                .score("plain", "portuguese", 80)
                .score("plain", "norwegian", 80)
                .model("chinese", Openness.CLOSED, null, "zh-Hans")
                .world());

        assertThat(evidence.level("plain", "pt-BR")).isEqualTo(Level.BENCHMARKED);
        assertThat(evidence.level("plain", "nb")).isEqualTo(Level.BENCHMARKED);
        assertThat(evidence.level("plain", "nn")).isEqualTo(Level.BENCHMARKED);
        assertThat(evidence.level("chinese", "zh")).isEqualTo(Level.STATED);
    }

    private static TestedModels tests() {
        return new TestedModels()
                .closed("plain")
                .model("stating", Openness.CLOSED, null, "de", "fr")
                .series("german", "german", true, "de", false)
                .series("general", "general");
    }
}
