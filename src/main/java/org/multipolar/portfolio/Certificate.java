package org.multipolar.portfolio;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/**
 * A solution with what another program needs to see for itself that none is better.
 *
 * @param values of all variables, in the problem's order
 * @param bound what no point scores above; it equals the score
 */
public record Certificate(List<Long> values, long score, long bound, Proof proof) {

    public Certificate {
        values = List.copyOf(values);
    }

    /** Why no point of the problem inside a box of bounds scores above a bound in an objective of whole numbers. */
    public sealed interface Proof {

        <R> R fold(Function<Weights, R> weights, Function<Split, R> split, Function<Apart, R> apart);
    }

    /**
     * The weighted sum of some rows says so.
     *
     * <p>For any multipliers y: cx = y(Ax) + (c - yA)x is at most the sides of the rows times y, plus per variable the most
     * that its reduced factor yields within the box; rounded down, because cx is whole.
     *
     * @param shift multipliers are whole multiples of 2^-shift
     */
    public record Weights(int shift, List<Multiplier> multipliers) implements Proof {

        public Weights {
            multipliers = List.copyOf(multipliers);
        }

        @Override
        public <R> R fold(Function<Weights, R> weights, Function<Split, R> split, Function<Apart, R> apart) {
            return weights.apply(this);
        }
    }

    /** It holds where the variable is at most {@code at}, and where it is at least one more: these are all points. */
    public record Split(int variable, long at, Proof below, Proof above) implements Proof {

        @Override
        public <R> R fold(Function<Weights, R> weights, Function<Split, R> split, Function<Apart, R> apart) {
            return split.apply(this);
        }
    }

    /**
     * Some rows are priced into the objective, and what is left of it is bounded block by block (Lagrange).
     *
     * @param grid the objective left is rounded up to multiples of 2^-grid, in which the blocks' bounds are stated too; that
     *     raises no bound too little while no variable is negative
     * @param blocks a partition of the variables; the most of a sum is at most the sum of the most of its parts
     */
    public record Apart(Weights priced, int grid, List<Block> blocks) implements Proof {

        public Apart {
            blocks = List.copyOf(blocks);
        }

        @Override
        public <R> R fold(Function<Weights, R> weights, Function<Split, R> split, Function<Apart, R> apart) {
            return apart.apply(this);
        }
    }

    /** Some variables, and the proof that the part of the objective on them stays within a bound. */
    public record Block(List<Integer> variables, BigInteger bound, Proof proof) {

        public Block {
            variables = List.copyOf(variables);
        }
    }

    /** A row's multiplier: above zero it leans on the row's upper side, below zero on its lower. */
    public record Multiplier(int row, BigInteger size) {}
}
