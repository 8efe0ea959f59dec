package org.multipolar.portfolio.solve;

import com.google.ortools.Loader;
import com.google.ortools.init.OrToolsVersion;
import java.util.List;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;

/** The solver that proves optima in whole numbers with OR-Tools. Safe for use by many threads. */
public final class OrTools implements Solver {

    /** Work that suffices for the largest shipped question many times over. */
    public static final double USUAL_WORK = 120;

    private final double workLimit;

    /**
     * @param workLimit CP-SAT's deterministic units, about seconds on a common machine, before an answer stays unproven
     */
    public OrTools(double workLimit) {
        Loader.loadNativeLibraries();
        this.workLimit = workLimit;
    }

    @Override
    public String name() {
        return "OR-Tools " + OrToolsVersion.getVersionString() + " (CBC start, CP-SAT proof)";
    }

    @Override
    public Outcome solve(Problem problem, Ties ties) {
        var start = LinearSolvers.incumbent(problem);
        var narrowed = start == null ? problem : Reduction.tighten(problem, start.score());
        var search = new WholeNumberSearch(narrowed, workLimit);
        search.hint(start == null ? List.of() : start.values());
        var answer = search.best();
        return switch (answer.status()) {
            case OPTIMAL -> unique(problem, ties, answer);
            case INFEASIBLE -> new Outcome.Infeasible(Clash.smallest(problem, workLimit));
            case OPEN -> new Outcome.Unproven(open(problem, answer, start), answer.bound());
        };
    }

    /** The optimum is known now, so far fewer candidates can be part of any solution as good. */
    private Outcome unique(Problem problem, Ties ties, WholeNumberSearch.Answer answer) {
        var best = solution(problem, answer.values());
        var narrowed = Reduction.tighten(problem, best.score());
        var values = new TieBreak(narrowed, ties, workLimit).among(answer.values());
        return values.isEmpty()
                ? new Outcome.Unproven(List.of(best), answer.bound())
                : new Outcome.Optimal(solution(problem, values), answer.bound());
    }

    private static Solution solution(Problem problem, List<Long> values) {
        return new Solution(
                values, problem.score(values.stream().mapToLong(Long::longValue).toArray()));
    }

    private static List<Solution> open(
            Problem problem, WholeNumberSearch.Answer answer, @org.jspecify.annotations.Nullable Solution start) {
        if (!answer.values().isEmpty()) {
            return List.of(solution(problem, answer.values()));
        }
        return start == null ? List.of() : List.of(start);
    }
}
