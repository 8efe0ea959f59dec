package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is written for other solvers is the problem itself, and another solver finds the same optimum. */
class ExportLaws {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_mps_read_back_has_the_same_variables_rows_and_objective() {
        for (long seed = 0; seed < 60; seed++) {
            var problem = SmallQuestions.drawn(seed).problem().problem();
            var back = Mps.read(Export.mps(problem));

            assertThat(back.variables())
                    .as("seed %d", seed)
                    .extracting(each -> List.of(each.name(), each.lower(), each.upper()))
                    .isEqualTo(problem.variables().stream()
                            .map(each -> List.<Object>of(each.name(), each.lower(), each.upper()))
                            .toList());
            assertThat(back.objective()).as("seed %d", seed).isEqualTo(problem.objective());
            assertThat(back.rows().stream().map(row -> said(back, row)).toList())
                    .as("seed %d", seed)
                    .isEqualTo(problem.rows().stream()
                            .map(row -> said(problem, row))
                            .toList());
        }
    }

    @Test
    void another_engine_finds_the_same_optimum_from_the_mps() {
        for (long seed = 0; seed < 60; seed++) {
            var question = SmallQuestions.drawn(seed);
            var problem = question.problem().problem();
            var score = question.solve()
                    .fold(
                            optimal -> optimal.solution().score() - problem.constant(),
                            none -> null,
                            open -> Long.MIN_VALUE);

            assertThat(SecondEngine.best(Mps.read(Export.mps(problem))))
                    .as("seed %d", seed)
                    .isEqualTo(score);
        }
    }

    @Test
    void the_tree_holds_every_variable_row_and_factor() {
        var stated = SmallQuestions.drawn(3).problem();
        var problem = stated.problem();
        var tree = Export.tree(stated);

        assertThat(tree).containsEntry("format", "multipolar-problem/1").containsEntry("sense", "max");
        assertThat((List<?>) tree.get("variables")).hasSameSizeAs(problem.variables());
        assertThat((List<?>) tree.get("rows")).hasSameSizeAs(problem.rows());
        assertThat(tree.get("objective")).isInstanceOfSatisfying(Map.class, objective -> {
            assertThat(objective.get("constant")).isEqualTo(problem.constant());
            assertThat((Map<?, ?>) objective.get("terms")).hasSize((int)
                    problem.objective().stream().filter(factor -> factor != 0).count());
        });
    }

    @Test
    void the_tree_read_back_is_the_same_problem_with_the_same_ties() throws JsonProcessingException {
        for (long seed = 0; seed < 60; seed++) {
            var stated = SmallQuestions.drawn(seed).problem();

            assertThat(ProblemReader.read("seed " + seed, JSON.writeValueAsString(Export.tree(stated))))
                    .isEqualTo(new StatedProblem(stated.problem(), stated.ties(), "max"));
        }
    }

    private static Map<String, Object> said(Problem problem, Problem.Row row) {
        var terms = new TreeMap<String, Long>();
        row.terms()
                .forEach(term ->
                        terms.merge(problem.variables().get(term.variable()).name(), term.factor(), Long::sum));
        terms.values().removeIf(factor -> factor == 0);
        return Map.of("name", row.name(), "lower", row.lower(), "upper", row.upper(), "terms", terms);
    }
}
