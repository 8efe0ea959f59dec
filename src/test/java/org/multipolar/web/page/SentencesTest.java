package org.multipolar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.web.language.Tongue;

class SentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    its price of the demand moves from 1234567890 to 999999 micro-USD a month | The price of the demand moves from 1,234 to 0 USD a month
                    suitability 7200 -> 6150 (points that rules give or take) | Suitability from 7,200 to 6,150: points that rules give or take
                    it makes room: limits or better candidates | It makes room: limits or better candidates
                    1 draws of it alone | 1 draw of it alone
                    prices, all of an operator within 0.2 of themselves | Prices, all of an operator within 0.2 of themselves
                    No effect, because of 1 candidates that this buyer may buy it touches none. | No effect, because of 1 candidate that this buyer may buy it touches none.
                    Nobody may serve a, b within its own limits; advice under the scenario names what clashes. | Nobody may serve a, b within its own limits. Advice under the scenario names what clashes.
                    the least regret | The least regret
                    """)
    void a_sentence_of_ours_is_said_with_its_figures(String sentence, String said) {
        assertThat(Sentences.of(sentence, Tongue.ENGLISH)).isEqualTo(new Text(said, ""));
    }

    @Test
    void the_criterion_that_moved_most_is_named() {
        var said = Sentences.of("suitability 7200 -> 6150 (most in price: 900 -> -150)", Tongue.ENGLISH);

        assertThat(said.english()).isEmpty();
        assertThat(said.words())
                .startsWith("Suitability from 7,200 to 6,150, most in “")
                .endsWith("”: from 900 to -150");
    }

    @Test
    void what_follows_a_sentence_of_ours_stays_as_it_is_written() {
        assertThat(Sentences.of("the best mix under: <b>as things are</b>", Tongue.ENGLISH))
                .isEqualTo(new Text("The best mix under:", "<b>as things are</b>"));
        assertThat(Sentences.of("it may be bought now; before: GDPR, Art. 46 (EU-1)\nand more", Tongue.ENGLISH))
                .isEqualTo(new Text("It may be bought now. Before:", "GDPR, Art. 46 (EU-1)\nand more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GDPR, Art. 46 (EU-1)",
                "",
                "suitability 99999999999999999999 -> 1 (points that rules give or take)",
                "xit is offered now",
                "it is offered now; or not"
            })
    void any_other_sentence_stays_english(String sentence) {
        assertThat(Sentences.of(sentence, Tongue.ENGLISH)).isEqualTo(new Text("", sentence));
    }
}
