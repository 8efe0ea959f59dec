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
    private final long best;
    private final Solver solver;

    /**
     * @param statement what the mix was chosen from
     * @param best the score of the best mix
     */
    Rise(Statement statement, long best, Solver solver) {
        this.statement = statement;
        this.best = best;
        this.solver = solver;
    }

    /** {@return percent of its demand that a candidate gets in the best mix where it stands as given} */
    int shareOf(Assessment candidate) {
        var stated = statement.with(candidate).problem(Statement.Over.BUYABLE);
        return share(stated, values(stated, stated.problem()), candidate);
    }

    /** {@return the smallest rise; null where none up to full suitability is enough} */
    @Nullable
    Found of(Assessment candidate) {
        var stated = statement.with(candidate).problem(Statement.Over.BUYABLE);
        var part = part(stated, candidate);
        var choice = choice(part, candidate);
        if (choice == null || part == null || part.weight() == 0) {
            return null;
        }
        long perStep = (long) part.weight() * PortfolioProblem.STEPS;
        Long rise = least(stated, choice.variable(), perStep);
        if (rise == null) {
            return null;
        }
        // Where it only draws level the ties may go against it; one more is then enough.
        for (long by = rise; by <= rise + 1 && by <= MOST - candidate.score(); by++) {
            int share = share(stated, values(stated, raised(stated.problem(), choice.variable(), by * perStep)), candidate);
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
            long score = stated.problem().score(values.stream().mapToLong(Long::longValue).toArray());
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
        var choice = choice(part(stated, candidate), candidate);
        return choice == null || values.isEmpty()
                ? 0
                : Math.toIntExact(values.get(choice.variable()) * PortfolioProblem.STEP_PERCENT);
    }

    private static @Nullable DemandPart part(PortfolioProblem stated, Assessment candidate) {
        return stated.parts().stream()
                .filter(part -> part.demand().id().equals(candidate.candidate().demand().id()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Choice choice(@Nullable DemandPart part, Assessment candidate) {
        return part == null
                ? null
                : part.choices().stream()
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
        variables.set(variable, variables.get(variable).within(least, variables.get(variable).upper()));
        return new Problem(variables, problem.rows(), problem.constant(), problem.objective());
    }
}
