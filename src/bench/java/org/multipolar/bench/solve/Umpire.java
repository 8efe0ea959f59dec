package org.multipolar.bench.solve;

import java.util.List;
import java.util.OptionalLong;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem;

/** Judges claims about one problem in whole numbers, against the best that anybody found. */
final class Umpire {

    private final Problem problem;
    private OptionalLong best = OptionalLong.empty();

    Umpire(Problem problem) {
        this.problem = problem;
    }

    static long[] array(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    /** Notes what a claim shows to be possible. */
    void note(Claim claim) {
        if (!claim.values().isEmpty() && faults(claim).isEmpty()) {
            long score = score(claim);
            best = OptionalLong.of(Math.max(score, best.orElse(score)));
        }
    }

    private long score(Claim claim) {
        return problem.score(array(claim.values()));
    }

    private List<String> faults(Claim claim) {
        return Checker.faults(problem, new Solution(claim.values(), score(claim)));
    }

    /** {@return what is wrong with a claim of proof, or nothing} */
    String wrong(Claim claim) {
        return switch (claim.said()) {
            case OPEN -> "";
            case INFEASIBLE -> best.isEmpty() ? "" : "says infeasible, but %,d is possible".formatted(best.getAsLong());
            case OPTIMAL -> wrongBest(claim);
        };
    }

    private String wrongBest(Claim claim) {
        var faults = faults(claim);
        if (!faults.isEmpty()) {
            return "breaks %d rows: %s".formatted(faults.size(), faults.get(0));
        }
        long score = score(claim);
        return score == best.orElse(score)
                ? ""
                : "says %,d is best, but %,d is possible".formatted(score, best.orElse(score));
    }

    /** {@return the best score that anybody found} */
    OptionalLong best() {
        return best;
    }
}
