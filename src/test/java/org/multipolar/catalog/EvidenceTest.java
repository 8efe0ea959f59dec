package org.multipolar.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    private static final LocalDate DATED = LocalDate.parse("2026-03-01");
    private static final Evidence PAPER = new Evidence(
            "dpf-certified", List.of("aws"), List.of(), List.of(), "Legal", DATED, LocalDate.parse("2026-09-30"), "");

    @ParameterizedTest
    @CsvSource({"2026-02-28, false", "2026-03-01, true", "2026-09-30, true", "2026-10-01, false"})
    void a_paper_holds_from_its_date_to_its_end_both_included(LocalDate day, boolean holds) {
        assertThat(PAPER.covers("d", "aws", "s", day)).isEqualTo(holds);
    }

    @Test
    void a_paper_speaks_only_of_those_it_names_and_without_an_end_for_good() {
        var endless = new Evidence("f", List.of("aws"), List.of(), List.of("d"), "Legal", DATED, null, "");

        assertThat(endless.covers("d", "aws", "s", LocalDate.parse("2040-01-01")))
                .isTrue();
        assertThat(endless.covers("d", "azure", "s", DATED)).isFalse();
        assertThat(endless.covers("other", "aws", "s", DATED)).isFalse();
    }
}
