package org.multipolar.portfolio;

/**
 * A problem as somebody stated it: to be maximised inside, with what makes its answer unique.
 *
 * @param sense {@code max} or {@code min}, as stated; what was to be minimised is negated in the problem
 */
public record StatedProblem(Problem problem, Ties ties, String sense) {

    /** {@return a score or bound of the problem, in the sense in which it was stated} */
    public long stated(long score) {
        return sense.equals(ProblemReader.MIN) ? -score : score;
    }
}
