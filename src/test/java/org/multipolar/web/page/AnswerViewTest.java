package org.multipolar.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.web.page.Answered.advice;
import static org.multipolar.web.page.Answered.demand;
import static org.multipolar.web.page.Answered.losing;
import static org.multipolar.web.page.Answered.share;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.Shipped;
import org.multipolar.explain.LossShown;
import org.multipolar.web.language.Tongue;

/** What stands first on the page of an answer. */
class AnswerViewTest {

    private static final Words WORDS = new Words(Shipped.snapshot().world(), Tongue.ENGLISH);

    @ParameterizedTest
    @CsvSource({"90, 100, 1000", "100, 100, 0", "999999, 1000000, 1", "-110, -100, 1000", "0, 0, 0"})
    void a_gap_is_rounded_up_so_that_it_never_says_too_little(long score, long bound, long gap) {
        assertThat(Outcomes.gap(score, bound)).isEqualTo(gap);
    }

    @Test
    void origins_are_weighed_by_volume_over_all_demands() {
        // 100 of 100 Mtok and 150 of 300 are American: 250 of 400; squares of 0.625 and 0.375 add up to 0.53125.
        var all = new Matters(
                advice(
                        1L,
                        demand("a", 100, share(100, "gpt-5", "openai", "US", "azure", "SE")),
                        demand(
                                "b",
                                300,
                                share(50, "gpt-5", "openai", "US", "azure", "SE"),
                                share(50, "qwen", "alibaba", "CN", "aws", "DE"))),
                WORDS);

        assertThat(all.origins()).isEqualTo(Map.of("US", 6_250L, "CN", 3_750L));
        assertThat(all.effectiveOrigins()).isEqualTo(188);
        assertThat(all.all())
                .anyMatch(each -> each.contains("62.5% of all volume") && each.contains("the United States"));
    }

    @Test
    void of_losses_that_take_as_much_the_one_of_the_larger_demand_stands_first() {
        var one = losing(
                demand("a", 100, share(100, "gpt-5", "openai", "US", "azure", "SE")),
                new LossShown("country", "US", 50, 50, 0, List.of()));
        var other = losing(
                demand("b", 300, share(100, "gpt-5", "openai", "US", "azure", "SE")),
                new LossShown("supplier", "openai", 50, 50, 0, List.of("claude-sonnet-4.6@bedrock-eu")));

        var figures = KeyFigures.of(advice(1L, one, other), WORDS);

        assertThat(figures.loss()).isEqualTo("50%");
        assertThat(figures.lossOf()).isEqualTo("without the supplier OpenAI, in “Title of b”");
        assertThat(figures.takers()).isEqualTo("Claude Sonnet 4.6 (bedrock-eu) could take over.");
        assertThat(KeyFigures.of(advice(1L, one), WORDS).takers()).isEqualTo("Nobody else could take over.");
    }

    @Test
    void a_bar_says_as_much_as_it_has_room_for() {
        var bar = Segment.bar(
                List.of(
                        share(70, "gpt-5", "openai", "US", "azure", "SE"),
                        share(25, "qwen", "alibaba", "CN", "aws", "DE"),
                        share(5, "jais", "g42", "PL", "aws", "DE")),
                WORDS);

        assertThat(bar).extracting(Segment::label).containsExactly("70% United States", "25% China", "");
        assertThat(bar).extracting(Segment::x).containsExactly(0, 70, 95);
        assertThat(bar).extracting(Segment::colour).containsExactly("from-us", "from-cn", "from-other");
        assertThat(bar.get(2).title())
                .isEqualTo("5% jais, closed, made in Poland, run by Amazon Web Services, served from Germany");
    }

    @Test
    void addresses_carry_the_question_and_forms_carry_its_parts() {
        var links = new Links("buyer=a%26b&asOf=2026-11-21", "");

        assertThat(links.why("x/y & z")).isEqualTo("/why?buyer=a%26b&asOf=2026-11-21&demand=x%2Fy+%26+z#demands");
        assertThat(links.fields())
                .containsExactly(new Links.Field("buyer", "a&b"), new Links.Field("asOf", "2026-11-21"));
        assertThat(links.answer()).isEqualTo("/?buyer=a%26b&asOf=2026-11-21");
        assertThat(new Links("decision=d1", "d1").answer()).isEqualTo("/decisions/d1");
    }

    @Test
    void names_that_run_the_other_way_are_kept_apart_and_codes_are_not() {
        var arabic = new Words(Shipped.snapshot().world(), Tongue.of("ar").orElseThrow());

        assertThat(arabic.say("words.offer", "GPT-5", "bedrock"))
                .contains("\u2068GPT-5\u2069")
                .doesNotContain("\u2068b");
        assertThat(WORDS.say("words.quoted", "plain & simple")).isEqualTo("“plain & simple”");
        assertThat(WORDS.say("words.quoted", "\u202Eeman")).isEqualTo("“\u2068\u202Eeman\u2069”");
    }
}
