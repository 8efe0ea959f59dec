package org.multipolar.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {

    private static Tongue tongue(String tag) {
        return Tongue.of(tag).orElseThrow();
    }

    /** What CLDR says, looked up there. */
    @ParameterizedTest
    @CsvSource({
        "en, Germany, French",
        "de, Deutschland, Französisch",
        "fr, Allemagne, français",
        "es, Alemania, francés",
        "pt, Alemanha, francês",
        "ar, ألمانيا, الفرنسية",
        "zh, 德国, 法语",
        "ja, ドイツ, フランス語",
        "ko, 독일, 프랑스어",
    })
    void countries_and_languages_have_their_names(String tag, String germany, String french) {
        assertThat(tongue(tag).country("DE")).contains(germany);
        assertThat(tongue(tag).language("fr")).isEqualTo(french);
    }

    @Test
    void what_cldr_does_not_know_has_no_name() {
        assertThat(tongue("de").country("ZZZ")).isEmpty();
        assertThat(tongue("de").country("XQ")).isEmpty();
        assertThat(tongue("de").country("GULF-BLOC")).isEmpty();
    }

    @Test
    void numbers_and_days_are_written_as_readers_write_them_with_western_digits() {
        assertThat(tongue("en").number(1_234_567)).isEqualTo("1,234,567");
        assertThat(tongue("de").number(1_234_567)).isEqualTo("1.234.567");
        assertThat(tongue("de").decimal(0.5, 2)).isEqualTo("0,50");
        assertThat(tongue("ar").number(1_234_567)).matches("[0-9.,]+");
        assertThat(tongue("en").tenThousandths(1_234)).isEqualTo("12.3%");
        assertThat(tongue("en").usd(1_999_999)).isEqualTo("1");
        assertThat(tongue("de").day(LocalDate.parse("2026-08-02"))).isEqualTo("02.08.2026");
        assertThat(tongue("ja").day("2026-08-02")).isEqualTo("2026/08/02");
        assertThat(tongue("en").day("soon")).isEqualTo("soon");
        assertThat(tongue("en").list(List.of("a", "b", "c"))).isEqualTo("a, b, and c");
    }

    @Test
    void arabic_runs_from_right_to_left_and_nothing_else_here_does() {
        assertThat(Tongue.all().stream().filter(Tongue::rightToLeft).map(Tongue::tag))
                .containsExactly("ar");
    }

    @ParameterizedTest
    @CsvSource({
        "'de-AT,de;q=0.9,en;q=0.8', de",
        "'nl,pt-BR;q=0.7,en;q=0.3', pt",
        "'en;q=0.2,ja;q=0.9', ja",
        "'nl', ",
        "'*', ",
        "', ;q=, ;;;q=9', ",
    })
    void a_browser_is_answered_in_the_first_of_its_languages_that_there_is(String header, @Nullable String tag) {
        assertThat(Reading.accepted(header)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "/rules, /rules",
        "/?buyer=x&lang=de&asOf=y, /?buyer=x&asOf=y",
        "/?lang=de, /",
        "//evil.example/, /",
        "'/\\evil.example', /",
        "https://evil.example, /",
        "'/a b', /",
        ", /",
    })
    void a_choice_of_language_goes_back_to_this_server_and_nowhere_else(@Nullable String back, String own) {
        assertThat(LanguageResource.own(back)).isEqualTo(own);
    }
}
