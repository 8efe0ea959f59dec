package org.multipolar.catalog.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.ReviewPlan.Row;

/** What is to be read again, and when. */
class ReviewPlanTest {

    private static final String PLAN =
            """
            tables:
              - table: shop/prices.csv
                dated_by: seen
                months: 6
                why: They move.
              - table: places/
                dated_by: as_of
                months: 12
                why: They stay.
            """;

    private static final Map<String, String> FILES = Map.of(
            "review.yaml", PLAN,
            "shop/sources.csv", "source_id,date\nS_OLD,2024\nS_NEW,2026-03\nS_NONE,\n",
            "shop/prices.csv",
                    """
                    what,where,seen,source_id
                    tea,here,2026-01-31,S_NEW
                    tea,there,2026-02,S_NEW
                    milk,here,,S_OLD;S_NEW
                    milk,there,,S_NONE;S_OLD
                    salt,here,,S_NONE
                    """,
            "places/north.yaml", "as_of: 2025-06-30\n",
            "places/notes.txt", "no table");

    private static Map<String, byte[]> files(Map<String, String> texts) {
        var files = new TreeMap<String, byte[]>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
        return files;
    }

    private static List<ReviewPlan.Reviewed> on(String day) {
        return ReviewPlan.of(files(FILES)).on(LocalDate.parse(day));
    }

    @Test
    void a_row_is_dated_by_itself_else_by_its_newest_dated_source_and_counts_from_the_first_day_of_what_is_stated() {
        var prices = on("2030-01-01").get(0);

        assertThat(prices.rows()).isEqualTo(5);
        assertThat(prices.due())
                .containsExactly(
                        new Row("shop/prices.csv", 5, "milk there", "2024", "2024-07-01"),
                        new Row("shop/prices.csv", 2, "tea here", "2026-01-31", "2026-07-31"),
                        new Row("shop/prices.csv", 3, "tea there", "2026-02", "2026-08-01"),
                        new Row("shop/prices.csv", 4, "milk here", "2026-03", "2026-09-01"));
        assertThat(prices.undated()).containsExactly(new Row("shop/prices.csv", 6, "salt here", "", ""));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, 0", "2026-07-01, 1"})
    void a_row_is_due_on_the_day_after_its_last(String day, int due) {
        assertThat(on(day).get(1).due()).hasSize(due);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop/prices.csv | shop/price.csv | 2 | there is no table (shop/price.csv).",
                "places/ | shop/prices.csv | 6 | the table (shop/prices.csv) stands twice.",
                "months: 6 | months: 0 | 4 | 0",
                "why: They move. | whyever: no | 5 | nobody knows this key.",
            })
    void a_plan_that_is_wrong_is_refused_with_its_line(String was, String is, int line, String what) {
        var texts = new TreeMap<>(FILES);
        texts.put("review.yaml", PLAN.replaceFirst(was, is));

        assertThatThrownBy(() -> ReviewPlan.of(files(texts))).isInstanceOfSatisfying(BadInput.class, bad -> {
            assertThat(bad.fault().file()).isEqualTo("review.yaml");
            assertThat(bad.fault().line()).as(bad.getMessage()).isEqualTo(line);
            assertThat(bad.getMessage()).contains(what);
        });
    }
}
