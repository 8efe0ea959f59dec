package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.portfolio.solve.OrTools;

/** Problems that others published have the optima that others published; the README beside them says where and how scaled. */
class PublishedProblemsTest {

    private static final Path FOLDER = Path.of("src/test/resources/problems");
    private static final OrTools SOLVER = new OrTools(OrTools.USUAL_WORK);

    @ParameterizedTest
    @CsvSource({"p0033, 3089", "plants, 210500", "cap41, 10404443750", "cap71, 9326157500"})
    void the_optimum_is_the_published_one(String name, long optimum) throws IOException {
        var stated = ProblemReader.read(name, Files.readAllBytes(FOLDER.resolve(name + ".json")));

        assertThat(SOLVER.solve(stated.problem(), stated.ties()))
                .isInstanceOfSatisfying(Outcome.Optimal.class, optimal -> {
                    assertThat(stated.stated(optimal.solution().score())).isEqualTo(optimum);
                    assertThat(Checker.faults(stated.problem(), optimal)).isEmpty();
                });
    }
}
