package org.multipolar.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.StatedProblem;

/**
 * What came of a stated problem, in its own sense and names.
 *
 * @param outcome {@code optimal}, {@code infeasible} or {@code unproven}
 * @param score of the values; null where there are none
 * @param bound what no values can be better than; null where nothing is feasible
 * @param values by variable, in the order stated
 * @param clash a smallest set of limits that cannot hold together; a row that names no limit is one by itself
 * @param checked whether values, score and, for an optimum, bound were recomputed in whole numbers and found right
 * @param certified whether a certificate was written that its checker accepts; null where none was asked for
 */
record Solved(
        String outcome,
        @Nullable Long score,
        @Nullable Long bound,
        Map<String, Long> values,
        List<String> clash,
        boolean checked,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Boolean certified) {

    static Solved of(StatedProblem stated, Outcome outcome) {
        var problem = stated.problem();
        return outcome.fold(
                optimal -> of(
                        "optimal",
                        stated,
                        optimal.solution(),
                        optimal.bound(),
                        Checker.faults(problem, optimal).isEmpty()),
                none -> new Solved("infeasible", null, null, Map.of(), none.clash(), false, null),
                open -> open.best().isEmpty()
                        ? new Solved("unproven", null, stated.stated(open.bound()), Map.of(), List.of(), false, null)
                        : of(
                                "unproven",
                                stated,
                                open.best().get(0),
                                open.bound(),
                                Checker.faults(problem, open.best().get(0)).isEmpty()));
    }

    private static Solved of(
            String outcome, StatedProblem stated, Outcome.Solution solution, long bound, boolean checked) {
        var values = new LinkedHashMap<String, Long>();
        for (int i = 0; i < solution.values().size(); i++) {
            values.put(
                    stated.problem().variables().get(i).name(),
                    solution.values().get(i));
        }
        return new Solved(
                outcome, stated.stated(solution.score()), stated.stated(bound), values, List.of(), checked, null);
    }

    Solved certified(boolean proved) {
        return new Solved(outcome, score, bound, values, clash, checked, proved);
    }

    /** {@return the exit status; an optimum that the checker does not confirm is a fault of the program} */
    int status() {
        if (!outcome.equals("optimal")) {
            return Exit.NEGATIVE;
        }
        return checked ? Exit.DONE : Exit.FAULT;
    }

    /** {@return the answer for people: outcome, score, bound, then the values that are not zero} */
    String text() {
        var text = new StringBuilder("Outcome: %s%n".formatted(outcome));
        if (score != null) {
            text.append("Score: %d%n".formatted(score));
        }
        if (bound != null) {
            text.append("Bound: %d%n".formatted(bound));
        }
        if (!values.isEmpty()) {
            text.append("Checked: %s%n".formatted(checked ? "yes" : "no"));
        }
        if (certified != null) {
            text.append("Certified: %s%n".formatted(certified ? "yes" : "not certified"));
        }
        clash.forEach(limit -> text.append("clash: %s%n".formatted(limit)));
        values.forEach((name, value) -> {
            if (value != 0) {
                text.append("  %s = %d%n".formatted(name, value));
            }
        });
        return text.toString();
    }
}
