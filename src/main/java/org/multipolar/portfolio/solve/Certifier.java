package org.multipolar.portfolio.solve;

import com.google.ortools.Loader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Certificate;
import org.multipolar.portfolio.Certificate.Apart;
import org.multipolar.portfolio.Certificate.Block;
import org.multipolar.portfolio.Certificate.Proof;
import org.multipolar.portfolio.Certificate.Split;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;

/**
 * Makes the proof that a known optimum is one, in a form that another program can check.
 *
 * <p>A part of the problem is proved by the relaxation's duals where they suffice; else, where there are blocks, by pricing
 * the rows that join them and proving each block apart; else it is split in two. Duals come in doubles, which only decides
 * how long the proof becomes: every bound is computed from whole multipliers.
 */
public final class Certifier implements AutoCloseable {

    /** Linear programs that suffice for small questions; large ones may go without a certificate. */
    public static final int USUAL_WORK = 4_000;

    private static final String JOINING = "joining";
    private static final int DEEPEST = 300;

    /** Blocks' bounds are multiples of 2^-GRID, so that rounding a thousand of them costs no whole point. */
    private static final int GRID = 20;

    private final Problem problem;
    private final long[] known;
    private final BigInteger target;
    private final BigInteger[] objective;
    private final Bounding whole;
    private final Map<Integer, Double> joining;
    private final List<List<Integer>> parts = new ArrayList<>();
    private final List<Bounding> blocks = new ArrayList<>();

    private Certifier(Problem problem, Outcome.Solution solution, int work) {
        this.problem = problem;
        this.known = solution.array();
        this.target = BigInteger.valueOf(solution.score() - problem.constant());
        this.objective = problem.objective().stream().map(BigInteger::valueOf).toArray(BigInteger[]::new);
        var budget = new Budget(work);
        var all = IntStream.range(0, objective.length).boxed().toList();
        var rows = IntStream.range(0, problem.rows().size()).boxed().toList();
        this.whole = new Bounding(problem, all, rows, budget);
        var rowsOf = rows.stream().collect(Collectors.groupingBy(this::blockOf, TreeMap::new, Collectors.toList()));
        this.joining = rowsOf.getOrDefault(JOINING, List.of()).stream().collect(Collectors.toMap(i -> i, i -> 0.0));
        var numbersOf = all.stream()
                .collect(Collectors.groupingBy(
                        j -> problem.variables().get(j).block(), TreeMap::new, Collectors.toList()));
        if (numbersOf.size() > 1 && problem.variables().stream().allMatch(variable -> variable.lower() >= 0)) {
            numbersOf.forEach((name, numbers) -> {
                parts.add(numbers);
                blocks.add(new Bounding(problem, numbers, rowsOf.getOrDefault("in " + name, List.of()), budget));
            });
        }
    }

    /** {@return the certificate of an optimum, or nothing where the linear programs allowed do not suffice} */
    public static Optional<Certificate> certify(Problem problem, Outcome.Solution optimum, int work) {
        Loader.loadNativeLibraries();
        try (var certifier = new Certifier(problem, optimum, work)) {
            var proof = certifier.proof(Box.of(problem), 0);
            return Optional.ofNullable(proof)
                    .map(found -> new Certificate(optimum.values(), optimum.score(), optimum.score(), found));
        } catch (Budget.Spent none) {
            return Optional.empty();
        }
    }

    private String blockOf(int row) {
        var names = problem.rows().get(row).terms().stream()
                .map(term -> problem.variables().get(term.variable()).block())
                .distinct()
                .toList();
        return names.size() == 1 ? "in " + names.get(0) : JOINING;
    }

    /** {@return the proof that nothing in the box is above the target, or null where there is none} */
    private @Nullable Proof proof(Box box, int depth) {
        var bounded = whole.in(box, objective, target);
        if (bounded.bound().compareTo(target) <= 0) {
            return bounded.weighing().weights();
        }
        if (bounded.point() != null && !blocks.isEmpty()) {
            var apart = apart(box, bounded.point());
            if (apart != null) {
                return apart;
            }
        }
        var cut = whole.cut(box, bounded.point());
        if (cut == null || depth == DEEPEST) {
            return null;
        }
        var below = proof(box.atMost(cut.variable(), cut.at()), depth + 1);
        var above = below == null ? null : proof(box.from(cut.variable(), cut.at() + 1), depth + 1);
        return below == null || above == null ? null : new Split(cut.variable(), cut.at(), below, above);
    }

    /** {@return the proof by blocks, or null as soon as it is clear that the prices leave too much} */
    private @Nullable Proof apart(Box box, Relaxation.Point point) {
        var duals = joining.keySet().stream()
                .collect(Collectors.toMap(i -> i, i -> point.duals().getOrDefault(i, 0.0)));
        var priced = Weighing.of(problem, objective, duals);
        var left = priced.left().stream().map(Certifier::roundedUp).toArray(BigInteger[]::new);
        boolean reached = box.holds(known);
        var room = target.add(BigInteger.ONE)
                .shiftLeft(Weighing.SHIFT)
                .subtract(BigInteger.ONE)
                .subtract(priced.sides())
                .shiftRight(Weighing.SHIFT - GRID);
        var least = parts.stream().map(part -> least(part, left, box, reached)).toList();
        for (var each : least) {
            room = room.subtract(each);
        }
        var proofs = new ArrayList<Block>();
        for (int b = 0; b < blocks.size() && room.signum() >= 0; b++) {
            var slack = room.divide(BigInteger.valueOf(2L * (blocks.size() - b)));
            var only = only(parts.get(b), left);
            proofs.add(BlockTree.of(parts.get(b), blocks.get(b), only, slack, least.get(b), box));
            room = room.add(least.get(b)).subtract(proofs.get(b).bound());
        }
        return room.signum() < 0 ? null : new Apart(priced.weights(), GRID, proofs);
    }

    private static BigInteger roundedUp(BigInteger fine) {
        return fine.negate().shiftRight(Weighing.SHIFT - GRID).negate();
    }

    /** {@return what the part reaches with the known values, or at least whatever its values within the box} */
    private BigInteger least(List<Integer> part, BigInteger[] left, Box box, boolean reached) {
        var least = BigInteger.ZERO;
        for (int j : part) {
            long worst = left[j].signum() > 0 ? box.lower(j) : box.upper(j);
            least = least.add(left[j].multiply(BigInteger.valueOf(reached ? known[j] : worst)));
        }
        return least;
    }

    private static BigInteger[] only(List<Integer> part, BigInteger[] left) {
        var only = new BigInteger[left.length];
        Arrays.fill(only, BigInteger.ZERO);
        part.forEach(j -> only[j] = left[j]);
        return only;
    }

    @Override
    public void close() {
        whole.close();
        blocks.forEach(Bounding::close);
    }
}
