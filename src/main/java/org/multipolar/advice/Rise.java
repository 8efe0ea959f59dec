package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Choice;
import org.multipolar.portfolio.DemandPart;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;

/**
 * The smallest rise of a candidate's suitability at which the best mix buys it.
 *
 * <p>The best score of the mixes that hold the candidate is a convex function of the rise, made of one line per mix. Newton's
 * method on it starts at no rise and then steps down from line to line until the line that reaches the best score of the
 * mixes without it first is found (Dinkelbach 1967). Then the rise is tried with nothing forced.
 */
final class Rise {

    private static final long MOST = 10_000;
    private static final int MOST_LINES = 20;

    /**
     * A rise and the share it brings.
     *
     * @param by ten-thousandths of suitability
     */
    record Found(long by, int share) {}

    private final Statement statement;
    private final PortfolioProblem joint;
    private final List<Integer> asked;
    /** Where the same house caps are set aside with all candidates as with none, so they are with each of them. */
    private final boolean oneForAll;

    private final long best;
    private final Solver solver;

    /**
     * @param answered the problem whose best mix is known
     * @param candidates those asked about, as they would stand if they might be bought
     * @param best the score of the best mix
     */
    Rise(Statement statement, PortfolioProblem answered, List<Assessment> candidates, long best, Solver solver) {
        this.statement = statement.choosing(answered);
        var all = this.statement;
        for (var candidate : candidates) {
            all = all.with(candidate);
        }
        this.joint = all.problem(Statement.Over.BUYABLE);
        this.oneForAll = joint.setAside().equals(answered.setAside());
        this.asked = candidates.stream()
                .map(candidate -> choice(joint, candidate))
                .filter(java.util.Objects::nonNull)
                .map(Choice::variable)
                .toList();
        this.best = best;
        this.solver = solver;
    }

    /** The question with this candidate and no other of those asked about: stated once for all of them where that is the same. */
    private PortfolioProblem stated(Assessment candidate) {
        var choice = choice(joint, candidate);
        if (choice == null || !choice.assessment().equals(candidate) || !oneForAll) {
            return statement.with(candidate).problem(Statement.Over.BUYABLE);
        }
        var problem = joint.problem();
        var variables = new ArrayList<>(problem.variables());
        for (int variable : asked) {
            if (variable != choice.variable()) {
                variables.set(variable, variables.get(variable).within(0, 0));
            }
        }
        return joint.with(new Problem(variables, problem.rows(), problem.constant(), problem.objective()));
    }

    /** {@return percent of its demand that a candidate gets in the best mix where it stands as given} */
    int shareOf(Assessment candidate) {
        var stated = stated(candidate);
        return share(stated, values(stated, stated.problem()), candidate);
    }

    /** {@return the smallest rise; null where none up to full suitability is enough} */
    @Nullable
    Found of(Assessment candidate) {
        var stated = stated(candidate);
        var choice = choice(stated, candidate);
        if (choice == null) {
            return null;
        }
        long perStep = weight(stated, candidate) * PortfolioProblem.STEPS;
        var rise = perStep == 0 ? null : least(stated, choice.variable(), perStep);
        if (rise == null) {
            return null;
        }
        // Where it only draws level the ties may go against it; one more is then enough.
        for (long by = rise; by <= rise + 1 && by <= MOST - candidate.score(); by++) {
            var raised = raised(stated.problem(), choice.variable(), by * perStep);
            int share = share(stated, values(stated, raised), candidate);
            if (share > 0) {
                return new Found(by, share);
            }
        }
        return null;
    }

    private @Nullable Long least(PortfolioProblem stated, int variable, long perStep) {
        int lot = Math.max(1, statement.buyer().policy().minimumLot() / PortfolioProblem.STEP_PERCENT);
        var held = held(stated.problem(), variable, lot);
        long rise = 0;
        for (int line = 0; line < MOST_LINES; line++) {
            var values = values(stated, raised(held, variable, rise * perStep));
            if (values.isEmpty()) {
                return null;
            }
            long score = stated.problem()
                    .score(values.stream().mapToLong(Long::longValue).toArray());
            long slope = values.get(variable) * perStep;
            long next = Math.max(0, -Math.floorDiv(score - best, slope));
            if (line > 0 && next >= rise) {
                return rise;
            }
            rise = next;
        }
        return rise;
    }

    private List<Long> values(PortfolioProblem stated, Problem problem) {
        return solver.solve(problem, stated.ties())
                .fold(optimal -> optimal.solution().values(), none -> List.of(), open -> List.of());
    }

    static int share(PortfolioProblem stated, List<Long> values, Assessment candidate) {
        var choice = choice(stated, candidate);
        return choice == null || values.isEmpty()
                ? 0
                : Math.toIntExact(values.get(choice.variable()) * PortfolioProblem.STEP_PERCENT);
    }

    private static long weight(PortfolioProblem stated, Assessment candidate) {
        return stated.parts().stream()
                .filter(part ->
                        part.demand().id().equals(candidate.candidate().demand().id()))
                .mapToLong(DemandPart::weight)
                .sum();
    }

    private static @Nullable Choice choice(PortfolioProblem stated, Assessment candidate) {
        return stated.parts().stream()
                .filter(part ->
                        part.demand().id().equals(candidate.candidate().demand().id()))
                .flatMap(part -> part.choices().stream())
                .filter(choice ->
                        choice.candidate().id().equals(candidate.candidate().id()))
                .findFirst()
                .orElse(null);
    }

    private static Problem raised(Problem problem, int variable, long points) {
        var objective = new ArrayList<>(problem.objective());
        objective.set(variable, objective.get(variable) + points);
        return new Problem(problem.variables(), problem.rows(), problem.constant(), objective);
    }

    private static Problem held(Problem problem, int variable, long least) {
        var variables = new ArrayList<>(problem.variables());
        variables.set(
                variable,
                variables.get(variable).within(least, variables.get(variable).upper()));
        return new Problem(variables, problem.rows(), problem.constant(), problem.objective());
    }
}
