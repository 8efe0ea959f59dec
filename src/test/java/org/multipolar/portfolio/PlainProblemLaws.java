package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.portfolio.solve.OrTools;

/** Any problem that is stated is answered with its one best point, or with rows that clash, as trying every point does. */
class PlainProblemLaws {

    private static final int DRAWS = Boolean.getBoolean("slow") ? 10_000 : 300;
    /** As sweeps ask, and as a question that stands alone does, for which ties are settled another way. */
    private static final Map<String, Solver> SOLVERS =
            Map.of("general", new OrTools(OrTools.USUAL_WORK), "usual", Decomposition.usual());

    /** The large scale takes the objective close to 2^53, where doubles still hold whole numbers but no fractions. */
    @ParameterizedTest
    @CsvSource({"general, 1", "general, 10_000_000_000_000", "usual, 1", "usual, 10_000_000_000_000"})
    void the_answer_is_that_of_trying_every_point(String way, String size) {
        var solver = World.known(SOLVERS, way);
        long scale = Long.parseLong(size.replace("_", ""));
        int infeasible = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            var drawn = PlainProblem.drawn(seed, scale);
            var best = drawn.best();
            var stated = ProblemReader.read("seed " + seed, drawn.text());
            var outcome = solver.solve(stated.problem(), stated.ties());
            if (best == null) {
                infeasible++;
                clashes("seed " + seed, drawn, outcome);
            } else {
                var values = Arrays.stream(best).mapToObj(Long::valueOf).toList();
                long score = stated.stated(drawn.score(best));
                assertThat(outcome)
                        .as("seed %d: %s", seed, drawn.text())
                        .isEqualTo(new Outcome.Optimal(new Outcome.Solution(values, score), score));
            }
        }
        assertThat(infeasible).isBetween(DRAWS / 10, DRAWS / 2);
    }

    private static void clashes(String seed, PlainProblem drawn, Outcome outcome) {
        assertThat(outcome).as("%s: %s", seed, drawn.text()).isInstanceOf(Outcome.Infeasible.class);
        var rows = ((Outcome.Infeasible) outcome)
                .clash().stream()
                        .map(name -> Integer.valueOf(name.substring(1)))
                        .toList();
        assertThat(drawn.possible(rows)).as("%s: %s together", seed, rows).isFalse();
        for (var row : rows) {
            var rest = new ArrayList<>(rows);
            rest.remove(row);
            assertThat(drawn.possible(rest))
                    .as("%s: %s without %d", seed, rows, row)
                    .isTrue();
        }
    }
}
