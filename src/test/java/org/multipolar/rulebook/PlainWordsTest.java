package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainWordsTest {

    private static final Rulebook RULEBOOK = new SmallRules()
            .rule(
                    "PLAIN",
                    "oblige",
                    "",
                    "operatingCountry.named(\"DE\"), servingCountry.outside(\"a-list\") || (flags.has(\"x\") && asOf.earlierThan(\"a-day\")),"
                            + " trainingCompute.atLeast(\"much\"), baseLineage.lacks(\"qwen\")")
            .read();

    @Test
    void conditions_are_said_in_plain_words_in_the_order_written() {
        assertThat(RULEBOOK.conditions("PLAIN"))
                .extracting(Clause::plain)
                .containsExactly(
                        "the operating country is DE",
                        "the serving country is none of: A list that grows, or (among the flags: x is stated and the day asked about is before: A day)",
                        "the training compute flop is at least: Much computing",
                        "among the base lineage tags: qwen is not stated");
    }

    @Test
    void each_says_how_the_file_has_it_and_which_parameters_it_names() {
        var clause = RULEBOOK.conditions("PLAIN").get(1);

        assertThat(clause.written())
                .isEqualTo("(servingCountry.outside(\"a-list\") || (flags.has(\"x\") && asOf.earlierThan(\"a-day\")))");
        assertThat(clause.parameters()).containsExactly("a-list", "a-day");
    }
}
