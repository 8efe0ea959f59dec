package org.multipolar.bench.solve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.multipolar.portfolio.Problem;

/** GLPK's program with its cuts, which its manual advises for whole-number problems. */
final class Glpk extends Program {

    @Override
    public String name() {
        return "GLPK (program)";
    }

    @Override
    public String version() {
        return said(".*GLPK.*", "glpsol", "--version");
    }

    @Override
    List<String> reading(Path mps) {
        return List.of("glpsol", "--freemps", mps.toString(), "--check");
    }

    @Override
    List<String> solving(Path mps, Path answer, Duration limit) {
        return List.of(
                "glpsol",
                "--freemps",
                mps.toString(),
                "--cuts",
                "--tmlim",
                String.valueOf(limit.toSeconds()),
                "--write",
                answer.toString());
    }

    /** Lines are {@code s mip ROWS COLUMNS STATUS OBJECTIVE} and {@code j COLUMN VALUE}. */
    @Override
    Claim claim(Problem problem, List<String> answer, long nanos, long aside) {
        var status = answer.stream()
                .filter(line -> line.startsWith("s mip"))
                .map(line -> line.split(" ", -1)[4])
                .findFirst()
                .orElse("u");
        var said =
                switch (status) {
                    case "o" -> Claim.Said.OPTIMAL;
                    case "n" -> Claim.Said.INFEASIBLE;
                    default -> Claim.Said.OPEN;
                };
        var values = answer.stream()
                .filter(line -> line.startsWith("j "))
                .map(line -> Math.round(Double.parseDouble(line.split(" ", -1)[2])))
                .toList();
        return new Claim(said, said == Claim.Said.INFEASIBLE ? List.of() : values, nanos, aside);
    }
}
