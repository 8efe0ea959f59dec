package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;

/** Recomputes an answer in exact integers, sharing nothing with the solver but the problem. */
public final class Checker {

    private Checker() {}

    /** {@return the solution of a claim that stood the check; one that does not is a fault of the solver} */
    public static Outcome.Solution held(Problem problem, Outcome.Optimal claim) {
        var faults = faults(problem, claim);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The solver's answer does not hold: " + String.join(" ", faults));
        }
        return claim.solution();
    }

    /** {@return what is wrong with a claimed solution; empty when nothing is} */
    public static List<String> faults(Problem problem, Outcome.Solution solution) {
        var faults = new ArrayList<String>();
        if (solution.values().size() != problem.variables().size()) {
            return List.of("%d values for %d variables."
                    .formatted(solution.values().size(), problem.variables().size()));
        }
        var values = solution.array();
        for (int i = 0; i < values.length; i++) {
            var variable = problem.variables().get(i);
            if (values[i] < variable.lower() || values[i] > variable.upper()) {
                faults.add("%s is %d, outside %d to %d."
                        .formatted(variable.name(), values[i], variable.lower(), variable.upper()));
            }
        }
        for (var row : problem.rows()) {
            if (!row.holds(values)) {
                faults.add("%s (%s) is %d, outside %d to %d."
                        .formatted(row.name(), row.limit(), row.at(values), row.lower(), row.upper()));
            }
        }
        if (problem.score(values) != solution.score()) {
            faults.add("The score is %d, not %d.".formatted(problem.score(values), solution.score()));
        }
        return faults;
    }

    /** {@return what is wrong with a claim of optimality: a fault of the solution, or a bound that does not meet it} */
    public static List<String> faults(Problem problem, Outcome.Optimal claim) {
        var faults = new ArrayList<>(faults(problem, claim.solution()));
        if (claim.bound() != claim.solution().score()) {
            faults.add("The proven bound is %d, the score %d."
                    .formatted(claim.bound(), claim.solution().score()));
        }
        return faults;
    }
}
