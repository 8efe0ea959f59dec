package org.multipolar.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedDayTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-11", "2026-11-22", "2024-02-29"})
    void a_day_a_month_or_a_year_is_one(String text) {
        assertThat(StatedDay.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-02-30",
                "2026-00-01",
                "22-11-2026",
                "2026-1-1",
                "+2026",
                "2026-11-22T00:00"
            })
    void what_no_calendar_has_is_none(String text) {
        assertThat(StatedDay.is(text)).isFalse();
    }
}
