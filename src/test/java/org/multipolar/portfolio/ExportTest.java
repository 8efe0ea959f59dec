package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/** A problem written for others, letter by letter. */
class ExportTest {

    private static Problem problem() {
        return new Problem(
                List.of(
                        new Variable("x", "the first", -1, 5, "d"),
                        new Variable("y", "the second", 0, 7, ""),
                        new Variable("z", "no factor", 2, 2, "")),
                List.of(
                        new Row("most", "a", Long.MIN_VALUE, 12, List.of(new Term(0, 2), new Term(1, 3))),
                        new Row("least", "b", 4, Long.MAX_VALUE, List.of(new Term(1, 1))),
                        new Row("same", "c", 0, 0, List.of(new Term(0, 1), new Term(1, -1), new Term(0, 1))),
                        new Row("both", "d", -3, 9, List.of(new Term(1, 5)))),
                8,
                List.of(3L, 0L, 0L));
    }

    /** By the columns of the oldest description of the form: names from 5 and 15, numbers to 36. */
    @Test
    void every_kind_of_row_has_its_letter_side_and_range() {
        assertThat(Export.mps(problem()))
                .isEqualTo(
                        """
                        * minimise the negated score; its constant is left out: 8
                        NAME          MULTIPOL
                        ROWS
                         N  COST
                         L  most
                         G  least
                         E  same
                         L  both
                        COLUMNS
                            MARKER                 'MARKER'                 'INTORG'
                            x         COST                -3
                            x         most                 2
                            x         same                 2
                            y         most                 3
                            y         least                1
                            y         same                -1
                            y         both                 5
                            z         COST                 0
                            MARKER                 'MARKER'                 'INTEND'
                        RHS
                            RHS       most                12
                            RHS       least                4
                            RHS       both                 9
                        RANGES
                            RNG       both                12
                        BOUNDS
                         LO BND       x                   -1
                         UP BND       x                    5
                         LO BND       y                    0
                         UP BND       y                    7
                         LO BND       z                    2
                         UP BND       z                    2
                        ENDATA
                        """);
    }

    @Test
    void without_a_row_between_two_sides_there_are_no_ranges() {
        var plain = new Problem(
                List.of(new Variable("x", "", 0, 5)),
                List.of(new Row("most", "a", Long.MIN_VALUE, 3, List.of(new Term(0, 1)))),
                0,
                List.of(1L));

        assertThat(Export.mps(plain)).doesNotContain("RANGES");
    }

    @Test
    void the_tree_says_what_each_variable_and_each_row_is() {
        var stated = new PortfolioProblem(
                problem(),
                List.of(),
                Map.of(),
                Map.of(),
                new Ties(List.of(List.of(new Term(0, 2), new Term(1, 3), new Term(0, 5))), List.of(1, 0)),
                List.of(),
                Grouping.of(Map.of(), List.of()));

        assertThat(Export.tree(stated))
                .isEqualTo(Map.of(
                        "format",
                        "multipolar-problem/1",
                        "sense",
                        "max",
                        "variables",
                        List.of(
                                Map.of("name", "x", "lower", -1L, "upper", 5L, "meaning", "the first"),
                                Map.of("name", "y", "lower", 0L, "upper", 7L, "meaning", "the second"),
                                Map.of("name", "z", "lower", 2L, "upper", 2L, "meaning", "no factor")),
                        "rows",
                        List.of(
                                Map.of("name", "most", "limit", "a", "upper", 12L, "terms", Map.of("x", 2L, "y", 3L)),
                                Map.of("name", "least", "limit", "b", "lower", 4L, "terms", Map.of("y", 1L)),
                                Map.of(
                                        "name",
                                        "same",
                                        "limit",
                                        "c",
                                        "lower",
                                        0L,
                                        "upper",
                                        0L,
                                        "terms",
                                        Map.of("x", 2L, "y", -1L)),
                                Map.of(
                                        "name",
                                        "both",
                                        "limit",
                                        "d",
                                        "lower",
                                        -3L,
                                        "upper",
                                        9L,
                                        "terms",
                                        Map.of("y", 5L))),
                        "objective",
                        Map.of("constant", 8L, "terms", Map.of("x", 3L)),
                        "portfolio",
                        Map.of(
                                "demands",
                                List.of(),
                                "blocks",
                                Map.of("x", "d", "y", "", "z", ""),
                                "ties",
                                Map.of("minimise", List.of(Map.of("x", 7L, "y", 3L)), "larger", List.of("y", "x")))));
    }

    @Test
    void a_candidate_says_who_made_who_runs_and_where_it_is_served() {
        var question = new SmallQuestion()
                .demand("d", 300, "de", "fr")
                .with(SmallBid.of("a", "maker", "FR")
                        .parent("US")
                        .score(7_000)
                        .price(3)
                        .open()
                        .speaks("fr")
                        .model("m", "root", "other")
                        .at("op", "DE", "IE", "SE"));
        question.blocs = List.of("EU");

        // 300 Mtok at 3 USD are 900 USD a month, a twentieth of which is 45.
        assertThat(Export.tree(question.problem()).get("portfolio"))
                .isInstanceOfSatisfying(Map.class, portfolio -> assertThat(portfolio.get("demands"))
                        .isEqualTo(List.of(Map.of(
                                "demand",
                                "d",
                                "weight",
                                1_000,
                                "steps",
                                20,
                                "candidates",
                                List.of(Map.ofEntries(
                                        Map.entry("variable", "n0"),
                                        Map.entry("offer", "a"),
                                        Map.entry("score", 7_000L),
                                        Map.entry("stepCostMicroUsd", 45_000_000L),
                                        Map.entry("supplier", "maker"),
                                        Map.entry("origin", "EU"),
                                        Map.entry("operator", "op"),
                                        Map.entry("hostOrigin", "DE"),
                                        Map.entry("places", List.of("IE", "SE")),
                                        Map.entry("lineage", List.of("root", "other")),
                                        Map.entry("openness", "open-weights"),
                                        Map.entry("languages", List.of("fr"))))))));
    }
}
