package org.multipolar.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.web.page.Answered.advice;
import static org.multipolar.web.page.Answered.demand;
import static org.multipolar.web.page.Answered.rejection;
import static org.multipolar.web.page.Answered.share;
import static org.multipolar.web.page.Answered.stability;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.Shipped;
import org.multipolar.catalog.World;
import org.multipolar.explain.Flip;
import org.multipolar.explain.Rejection;
import org.multipolar.explain.Stability;
import org.multipolar.web.language.Tongue;

/** Why an answer is as it is, in sentences made of its figures. */
class WhyViewTest {

    private static final World WORLD = Shipped.snapshot().world();
    private static final Words WORDS = new Words(WORLD, Tongue.ENGLISH);

    private static LeftOut leftOut(Rejection each) {
        var demand = demand("a", 100, share(100, "gpt-5", "openai", "US", "azure", "SE"));
        return LeftOut.of(each, demand, WORDS, LeftOut.Limits.of(advice(1L, demand)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price | 5186000 | 4100000 | true | its price fell from 5.186 to 4.1 USD for a million tokens",
                "quality | 6500 | 7010 | true | its suitability rose from 65.0% to 70.1%, the most in: Quality",
                "place | SE | DE | true | it is served from Germany, where the mix holds it",
                "limit | '' | '' | false | limits were wider: no suitability brings it in as they stand",
                "rule | R-1, R-2 | '' | true | R-1, R-2 no longer applied",
                "evidence | R-1 | '' | true | somebody settled what R-1 asks:",
                "need | no images | '' | true | it did not have this against it:"
            })
    void what_was_tried_is_said_from_its_figures(String kind, String from, String to, boolean confirmed, String said) {
        var each = rejection("fit", List.of("quality"), "a paper")
                .flipped(new Flip(kind, from, to, confirmed, confirmed ? 15 : 0), "a paper");

        assertThat(leftOut(each).entersIf()).isEqualTo(said);
        assertThat(leftOut(each).tried())
                .isEqualTo(
                        confirmed ? "tried by solving again: it then gets 15%" : "solving again did not bring it in");
    }

    @Test
    void what_nobody_tried_follows_from_the_ground() {
        assertThat(leftOut(rejection("law", List.of("EU-X", "EU-Y"), "")).entersIf())
                .isEqualTo("EU-X no longer applied");
        assertThat(leftOut(rejection("law", List.of("EU-X", "EU-Y"), "")).rules())
                .extracting(LinkView::href)
                .containsExactly("/rules/EU-X", "/rules/EU-Y");
        assertThat(leftOut(rejection("policy", List.of("limits"), "")).entersIf())
                .isEqualTo("a limit on what it shares with candidates already bought were wider");
        // The one that was bought suits to 70 percent.
        assertThat(leftOut(rejection("fit", List.of("language"), "")).entersIf())
                .isEqualTo(
                        "its suitability rose from 65.0% to more than 70.0%, that of the weakest bought; the most in: Language");
        var unmet = leftOut(rejection("fit", List.of("it takes no images"), "it met: it takes no images"));
        assertThat(unmet.entersIf()).isEqualTo("it did not have this against it:");
        assertThat(unmet.detail()).isEqualTo("it takes no images");
        var open = leftOut(rejection("unresolved", List.of("EU-Z"), "Ask for the report."));
        assertThat(open.entersIf() + " " + open.detail())
                .isEqualTo("somebody settled what EU-Z asks: Ask for the report.");
        assertThat(leftOut(rejection("price", List.of("nobody states its price"), ""))
                        .entersIf())
                .isEqualTo("somebody stated its price, or the buyer an assumed one");
    }

    @Test
    void equal_ways_of_the_chain_are_one_flow_with_their_volumes_together() {
        var chain = ChainView.of(
                advice(
                        1L,
                        demand(
                                "a",
                                30,
                                share(50, "gpt-5", "OpenAI", "US", "azure", "SE"),
                                share(50, "qwen", "Alibaba", "CN", "aws", "DE")),
                        demand("b", 70, share(100, "gpt-5", "OpenAI", "US", "azure", "SE"))),
                WORDS);

        assertThat(chain.flows()).hasSize(2);
        var american = chain.flows().get(1);
        assertThat(american.country()).isEqualTo("United States");
        assertThat(american.mtok().bare()).isEqualTo("85");
        assertThat(american.part()).isEqualTo(new Figure("85", "85.0%"));
        assertThat(chain.finding())
                .isEqualTo(
                        "OpenAI makes the models of 85.0% of all volume, the largest part; Microsoft Azure runs 85.0%; Sweden serves 85.0%.");
    }

    @Test
    void what_a_maker_gains_is_added_up_over_its_models_and_members_of_a_bloc_are_not_named_again() {
        var view = StabilityView.of(
                stability(
                        "makers-may-move",
                        List.of("DE", "EU", "FR", "US"),
                        move("b", "claude-sonnet-4.6", 50, 20),
                        move("b", "claude-sonnet-4.5", 0, 10),
                        move("b", "gpt-5", 10, 25),
                        move("b", "gpt-5-mini", 5, 10)),
                WORLD,
                WORDS);

        assertThat(view.low()).isEqualTo("United States and European Union (27) with its members");
        assertThat(view.finding().text())
                .contains("(United States and European Union (27) with its members)")
                .contains("OpenAI takes 20 points of a hundred more in b, the largest change.")
                .endsWith("were not tested.");
    }

    @Test
    void what_was_not_asked_is_told_as_it_was_written() {
        var view = StabilityView.of(stability("not-asked", List.of()), WORLD, WORDS);

        assertThat(view.finding()).isEqualTo(Said.written("As it was found."));
    }

    private static Stability.Move move(String demand, String model, int from, int to) {
        return new Stability.Move(demand, model + "@azure", model, "azure", "SE", from, to);
    }
}
