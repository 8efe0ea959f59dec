package org.multipolar.portfolio.solve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/**
 * A problem taken apart: one small problem per block, with the rows that join blocks priced into their objectives.
 *
 * <p>For any multipliers of the joining rows, the blocks' best scores plus the multipliers times the rows' sides bound the
 * score of the whole (Lagrange). The multipliers are the relaxation's duals as whole multiples of 2^-FINE, the blocks'
 * factors are rounded up to multiples of 2^-SHIFT (no variable is negative, so this only raises the bound), and every block is
 * solved exactly: the bound holds without tolerance. It is far closer than the relaxation, because all that is hard
 * inside a demand (lots, counts, squares) is solved and not relaxed.
 *
 * <p>A solution within a gap of the bound must be, in each block, within that gap of the block's best; what no such block
 * solution can use is narrowed away.
 */
final class Blocks {

    private static final int FINE = 44;
    private static final int SHIFT = 6;

    private final Problem problem;
    private final List<Block> blocks = new ArrayList<>();
    private BigInteger joined;

    /** One block: its variables' numbers in the whole, its problem, its best score, both scaled by 2^SHIFT. */
    private static final class Block {
        final List<Integer> numbers;
        final Problem scaled;
        long best;

        Block(List<Integer> numbers, Problem scaled) {
            this.numbers = numbers;
            this.scaled = scaled;
        }
    }

    private Blocks(Problem problem, double[] duals) {
        this.problem = problem;
        this.joined = BigInteger.valueOf(problem.constant()).shiftLeft(FINE);
        var objective = new BigInteger[problem.variables().size()];
        for (int j = 0; j < objective.length; j++) {
            objective[j] = BigInteger.valueOf(problem.objective().get(j)).shiftLeft(FINE);
        }
        var rowsOf = new TreeMap<String, List<Row>>();
        for (int i = 0; i < duals.length; i++) {
            var row = problem.rows().get(i);
            var block = blockOf(row);
            if (block != null) {
                rowsOf.computeIfAbsent(block, any -> new ArrayList<>()).add(row);
            } else {
                price(row, duals[i], objective);
            }
        }
        numbersOf()
                .forEach(
                        (name, numbers) -> blocks.add(block(numbers, rowsOf.getOrDefault(name, List.of()), objective)));
    }

    /** {@return the problem taken apart and each block solved, or null where that does not work out} */
    static @Nullable Blocks of(Problem problem, double workLimit) {
        var duals = LinearSolvers.duals(problem);
        if (duals == null) {
            return null;
        }
        if (problem.variables().stream().anyMatch(variable -> variable.lower() < 0)) {
            return null; // rounding factors up would not be safe
        }
        try {
            var blocks = new Blocks(problem, duals);
            return blocks.solve(workLimit) ? blocks : null;
        } catch (IllegalArgumentException | ArithmeticException tooLarge) {
            return null; // scaled coefficients leave the exact range: the whole is solved at once instead
        }
    }

    private @Nullable String blockOf(Row row) {
        String block = null;
        for (var term : row.terms()) {
            var of = problem.variables().get(term.variable()).block();
            if (block != null && !block.equals(of)) {
                return null;
            }
            block = of;
        }
        return block;
    }

    private void price(Row row, double dual, BigInteger[] objective) {
        boolean leansOnNothing =
                (dual > 0 && row.upper() == Long.MAX_VALUE) || (dual < 0 && row.lower() == Long.MIN_VALUE);
        if (leansOnNothing || !Double.isFinite(dual)) {
            return;
        }
        var multiplier =
                new BigDecimal(dual).multiply(BigDecimal.valueOf(1L << FINE)).toBigInteger();
        if (multiplier.signum() != 0) {
            joined = joined.add(
                    multiplier.multiply(BigInteger.valueOf(multiplier.signum() > 0 ? row.upper() : row.lower())));
            for (var term : row.terms()) {
                objective[term.variable()] =
                        objective[term.variable()].subtract(multiplier.multiply(BigInteger.valueOf(term.factor())));
            }
        }
    }

    private Map<String, List<Integer>> numbersOf() {
        var numbers = new TreeMap<String, List<Integer>>();
        for (int j = 0; j < problem.variables().size(); j++) {
            numbers.computeIfAbsent(problem.variables().get(j).block(), any -> new ArrayList<>())
                    .add(j);
        }
        return numbers;
    }

    private Block block(List<Integer> numbers, List<Row> rows, BigInteger[] objective) {
        var local = new TreeMap<Integer, Integer>();
        var variables = new ArrayList<Variable>();
        var scaled = new ArrayList<Long>();
        for (int number : numbers) {
            local.put(number, variables.size());
            variables.add(problem.variables().get(number));
            scaled.add(roundedUp(objective[number]));
        }
        var localRows = rows.stream()
                .map(row -> new Row(
                        row.name(),
                        row.limit(),
                        row.lower(),
                        row.upper(),
                        row.terms().stream()
                                .map(term -> new Term(local.getOrDefault(term.variable(), -1), term.factor()))
                                .toList()))
                .toList();
        return new Block(numbers, new Problem(variables, localRows, 0, scaled));
    }

    private static long roundedUp(BigInteger fine) {
        return fine.negate().shiftRight(FINE - SHIFT).negate().longValueExact();
    }

    private boolean solve(double workLimit) {
        // Two at a time: each answer is proven, so which finishes first cannot matter.
        return blocks.parallelStream().allMatch(block -> {
            var answer = new WholeNumberSearch(block.scaled, workLimit).best();
            block.best = answer.bound();
            return answer.status() == WholeNumberSearch.Status.OPTIMAL;
        });
    }

    /** {@return what no solution of the whole can score above, rounded down} */
    long bound() {
        var sum = joined;
        for (var block : blocks) {
            sum = sum.add(BigInteger.valueOf(block.best).shiftLeft(FINE - SHIFT));
        }
        return sum.shiftRight(FINE).longValueExact();
    }

    /** {@return the whole, narrowed to solutions whose score is within the gap of the bound: by bounds, and by a row a block} */
    Problem narrowed(long gap) {
        var variables = new ArrayList<>(problem.variables());
        var rows = new ArrayList<>(problem.rows());
        for (var block : blocks) {
            // One more than the gap, for what rounding the bound down gave away.
            long least = Math.subtractExact(block.best, Math.multiplyExact(gap + 1, 1L << SHIFT));
            var narrowed = Reduction.tighten(block.scaled, least).variables();
            var terms = new ArrayList<Term>();
            for (int j = 0; j < block.numbers.size(); j++) {
                variables.set(block.numbers.get(j), narrowed.get(j));
                if (block.scaled.objective().get(j) != 0) {
                    terms.add(new Term(
                            block.numbers.get(j), block.scaled.objective().get(j)));
                }
            }
            if (!terms.isEmpty()) {
                rows.add(new Row("near" + rows.size(), "near the bound", least, Long.MAX_VALUE, terms));
            }
        }
        return new Problem(variables, rows, problem.constant(), problem.objective());
    }
}
