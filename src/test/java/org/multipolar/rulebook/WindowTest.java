package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Windows with every choice of ends around three days, against their meaning day by day. */
class WindowTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    /** The days around the ends that the windows have. */
    private static final List<LocalDate> DAYS =
            Stream.iterate(FIRST.minusDays(1), day -> day.plusDays(1)).limit(5).toList();

    @Test
    void a_window_includes_the_days_from_its_first_to_its_last() {
        var window = new Window(FIRST, FIRST.plusDays(1));

        assertThat(DAYS).filteredOn(window::includes).containsExactly(FIRST, FIRST.plusDays(1));
        assertThat(DAYS).allMatch(new Window(null, null)::includes);
    }

    @Test
    void days_common_to_two_are_those_that_both_include() {
        for (var one : windows()) {
            for (var other : windows()) {
                assertThat(DAYS)
                        .as("%s and %s", one, other)
                        .filteredOn(one.common(other)::includes)
                        .containsExactlyElementsOf(DAYS.stream()
                                .filter(day -> one.includes(day) && other.includes(day))
                                .toList());
            }
        }
    }

    @Test
    void one_covers_another_that_is_not_empty_where_it_includes_all_of_its_days() {
        for (var one : windows()) {
            for (var other : windows()) {
                if (!other.empty()) {
                    // The days before and after stand for all those further away.
                    assertThat(one.covers(other))
                            .as("%s covers %s", one, other)
                            .isEqualTo(DAYS.stream().filter(other::includes).allMatch(one::includes));
                }
            }
        }
    }

    @Test
    void a_window_is_empty_where_it_includes_no_day() {
        for (var window : windows()) {
            assertThat(window.empty())
                    .as(window.toString())
                    .isEqualTo(DAYS.stream().noneMatch(window::includes));
        }
    }

    private static List<Window> windows() {
        var ends = new ArrayList<@Nullable LocalDate>(List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2)));
        ends.add(null);
        var windows = new ArrayList<Window>();
        for (var from : ends) {
            for (var until : ends) {
                windows.add(new Window(from, until));
            }
        }
        return windows;
    }
}
