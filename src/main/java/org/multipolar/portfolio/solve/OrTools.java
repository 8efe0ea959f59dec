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

    /** The first gap searched is this part of the bound; with the shipped buyers it usually suffices. */
    private static final long FIRST_GAP = 4_000;

    private static final long WIDER = 8;

    private final double workLimit;
    private final boolean clashes;
    private final boolean unusedFirst;

    /**
     * @param workLimit CP-SAT's deterministic units, about seconds on a common machine, before an answer stays unproven
     */
    public OrTools(double workLimit) {
        this(workLimit, true, false);
    }

    private OrTools(double workLimit, boolean clashes, boolean unusedFirst) {
        Loader.loadNativeLibraries();
        this.workLimit = workLimit;
        this.clashes = clashes;
        this.unusedFirst = unusedFirst;
    }

    /**
     * {@return the same where one question waits and not a thousand futures}
     *
     * <p>Ties are settled with fewer searches. A sweep keeps to the old way, because which of its futures stay unproven for want
     * of work must not change.
     */
    OrTools forOne() {
        return new OrTools(workLimit, clashes, true);
    }

    /** {@return a solver that proves where nothing is feasible and does not say why: its clash is empty} */
    public static OrTools withoutClash(double workLimit) {
        return new OrTools(workLimit, false, false);
    }

    @Override
    public String name() {
        return "OR-Tools " + OrToolsVersion.getVersionString() + " (SCIP start, CP-SAT proof)";
    }

    @Override
    public Outcome solve(Problem problem, Ties ties) {
        var blocks = Blocks.of(problem, workLimit);
        return blocks == null ? whole(problem, ties) : byBlocks(problem, ties, blocks);
    }

    @Override
    public Outcome any(Problem problem) {
        var answer = new WholeNumberSearch(problem, workLimit).any(List.of());
        return switch (answer.status()) {
            case OPTIMAL -> new Outcome.Optimal(solution(problem, answer.values()), Long.MAX_VALUE);
            case INFEASIBLE -> new Outcome.Infeasible(List.of());
            case OPEN -> new Outcome.Unproven(List.of(), Long.MAX_VALUE);
        };
    }

    /**
     * Searches only what can come within a gap of the bound, and widens the gap until the best found lies within it: then
     * nothing left out can be better.
     */
    private Outcome byBlocks(Problem problem, Ties ties, Blocks blocks) {
        long bound = blocks.bound();
        long gap = Math.max(1, Math.abs(bound) / FIRST_GAP);
        while (gap < Math.abs(bound)) {
            var start = LinearSolvers.incumbent(blocks.narrowed(gap));
            if (start != null) {
                // INVARIANT: from here on every solution as good as the start lies within the gap.
                gap = Math.max(1, bound - problem.score(start.array()));
            }
            var search = new WholeNumberSearch(blocks.narrowed(gap), workLimit);
            search.hint(start == null ? List.of() : start.values());
            var answer = search.best();
            if (answer.status() == WholeNumberSearch.Status.OPEN) {
                return new Outcome.Unproven(open(problem, answer, start), bound);
            }
            if (answer.status() == WholeNumberSearch.Status.INFEASIBLE) {
                gap *= WIDER;
                continue;
            }
            long found = solution(problem, answer.values()).score();
            if (bound - found <= gap) {
                return unique(problem, ties, answer, blocks.narrowed(Math.max(0, bound - found)));
            }
            gap = bound - found; // each block is within the gap, but not all of them together: look wider
        }
        return whole(problem, ties);
    }

    private Outcome whole(Problem problem, Ties ties) {
        var answer = new WholeNumberSearch(problem, workLimit).best();
        return switch (answer.status()) {
            case OPTIMAL ->
                unique(
                        problem,
                        ties,
                        answer,
                        Reduction.tighten(
                                problem, solution(problem, answer.values()).score()));
            case INFEASIBLE -> new Outcome.Infeasible(clashes ? Clash.smallest(problem, workLimit) : List.of());
            case OPEN -> new Outcome.Unproven(open(problem, answer, null), answer.bound());
        };
    }

    /**
     * @param narrowed the problem with bounds that keep every solution as good as the best
     */
    private Outcome unique(Problem problem, Ties ties, WholeNumberSearch.Answer answer, Problem narrowed) {
        var values = new TieBreak(narrowed, ties, workLimit, unusedFirst).among(answer.values());
        return values.isEmpty()
                ? new Outcome.Unproven(List.of(solution(problem, answer.values())), answer.bound())
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
