package org.multipolar.portfolio.solve;

import java.math.BigInteger;
import java.util.List;
import org.multipolar.portfolio.Certificate.Block;
import org.multipolar.portfolio.Certificate.Proof;
import org.multipolar.portfolio.Certificate.Split;

/**
 * Bounds one block's part of an objective by branch and bound: to its best, as far as it finds it, and a slack.
 *
 * <p>What is proved is what the leaves show, whether or not the best found was the best.
 */
final class BlockTree {

    private final List<Integer> numbers;
    private final Bounding bounding;
    private final BigInteger[] objective;
    private final BigInteger slack;
    private BigInteger best;
    private BigInteger proved;

    private BlockTree(
            List<Integer> numbers, Bounding bounding, BigInteger[] objective, BigInteger slack, BigInteger known) {
        this.numbers = numbers;
        this.bounding = bounding;
        this.objective = objective;
        this.slack = slack;
        this.best = known;
        this.proved = known;
    }

    /**
     * @param known a value that the block surely reaches, or that nothing need be proved below
     */
    static Block of(
            List<Integer> numbers,
            Bounding bounding,
            BigInteger[] objective,
            BigInteger slack,
            BigInteger known,
            Box box) {
        var tree = new BlockTree(numbers, bounding, objective, slack, known);
        var proof = tree.proof(box);
        return new Block(numbers, tree.proved, proof);
    }

    private Proof proof(Box box) {
        var bounded = bounding.in(box, objective, best);
        if (bounded.point() != null) {
            improve(box, bounded.point());
        }
        var cut = bounding.cut(box, bounded.point());
        if (bounded.bound().compareTo(best.add(slack)) <= 0 || cut == null) {
            proved = proved.max(bounded.bound());
            return bounded.weighing().weights();
        }
        var below = proof(box.atMost(cut.variable(), cut.at()));
        var above = proof(box.from(cut.variable(), cut.at() + 1));
        return new Split(cut.variable(), cut.at(), below, above);
    }

    /** Rounds a point; where that is allowed, its value is reached. */
    private void improve(Box box, Relaxation.Point point) {
        var values = box.lowest();
        var value = BigInteger.ZERO;
        for (int j : numbers) {
            values[j] = Math.max(
                    box.lower(j),
                    Math.min(box.upper(j), Math.round(point.values().getOrDefault(j, 0.0))));
            value = value.add(objective[j].multiply(BigInteger.valueOf(values[j])));
        }
        if (value.compareTo(best) > 0 && bounding.allows(values)) {
            best = value;
        }
    }
}
