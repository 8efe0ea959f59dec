package org.multipolar.bench.solve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.multipolar.portfolio.Problem;

/** CBC's own program, its gaps set to nothing. */
final class Cbc extends Program {

    @Override
    public String name() {
        return "CBC (program)";
    }

    @Override
    public String version() {
        return said("Version.*", "cbc", "-quit");
    }

    @Override
    List<String> reading(Path mps) {
        return List.of("cbc", mps.toString(), "-quit");
    }

    @Override
    List<String> solving(Path mps, Path answer, Duration limit) {
        return List.of(
                "cbc",
                mps.toString(),
                "-timeMode",
                "elapsed",
                "-ratioGap",
                "0",
                "-allowableGap",
                "0",
                "-sec",
                String.valueOf(limit.toSeconds()),
                "-solve",
                "-solution",
                answer.toString());
    }

    /** The first line says how it ended; the others give a column's number, name and value where it is not nothing. */
    @Override
    Claim claim(Problem problem, List<String> answer, long nanos, long aside) {
        var ending = answer.isEmpty() ? "" : answer.get(0);
        if (ending.startsWith("Infeasible") || ending.startsWith("Integer infeasible")) {
            return new Claim(Claim.Said.INFEASIBLE, List.of(), nanos, aside);
        }
        var values = new ArrayList<>(Collections.nCopies(problem.variables().size(), 0L));
        answer.stream().skip(1).forEach(line -> {
            var words = line.strip().split("\\s+", -1);
            int from = words[0].equals("**") ? 1 : 0;
            values.set(Integer.parseInt(words[from]), Math.round(Double.parseDouble(words[from + 2])));
        });
        return ending.startsWith("Optimal")
                ? new Claim(Claim.Said.OPTIMAL, values, nanos, aside)
                : new Claim(Claim.Said.OPEN, answer.size() > 1 ? values : List.of(), nanos, aside);
    }
}
