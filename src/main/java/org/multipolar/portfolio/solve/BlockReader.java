package org.multipolar.portfolio.solve;

import static org.multipolar.portfolio.solve.StructureReader.factor;
import static org.multipolar.portfolio.solve.StructureReader.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;

/** Reads one demand of a problem that {@link StructureReader} takes apart. */
final class BlockReader {

    private final StructureReader reader;
    private final Problem problem;
    private final String name;
    private final int[] variables;
    private final List<Integer> switches;
    private final List<Row> shared;
    private final int shift;
    private final CoarseTies coarse;
    /** By variable of the whole its place here, or -1. */
    private final int[] places;

    private final Map<Members, Block.Group> groups = new LinkedHashMap<>();
    /** Sets that turn on more than one switch, once more for each of the others. */
    private final List<Block.Group> twice = new ArrayList<>();

    private final List<Block.Count> counts = new ArrayList<>();
    private final List<Block.Weighed> weighed = new ArrayList<>();
    private int total = -1;

    BlockReader(
            StructureReader reader,
            String name,
            List<Integer> variables,
            List<Integer> switches,
            List<Row> shared,
            int shift,
            CoarseTies coarse) {
        this.reader = reader;
        this.problem = reader.problem();
        this.name = name;
        this.variables = StructureReader.indexes(variables);
        this.switches = switches;
        this.shared = shared;
        this.shift = shift;
        this.coarse = coarse;
        this.places = new int[problem.variables().size()];
        Arrays.fill(places, -1);
        for (int j = 0; j < this.variables.length; j++) {
            places[this.variables[j]] = j;
        }
    }

    /** Candidates of a set, in order. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    private record Members(int[] each) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Members of && Arrays.equals(each, of.each);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(each);
        }
    }

    Block read() {
        var local = localRows();
        findTotal(local);
        local.forEach(this::stepsOrWeights);
        var lot = new int[variables.length];
        var high = new int[variables.length];
        for (int j = 0; j < variables.length; j++) {
            var variable = problem.variables().get(variables[j]);
            lot[j] = 1;
            high[j] = (int) Math.min(total, variable.upper());
            atLeast(new Members(new int[] {j}), variable.lower());
        }
        var squareOf = new int[variables.length];
        Arrays.fill(squareOf, -1);
        var squares = squares(squareOf);
        reader.toggles().forEach((z, toggle) -> {
            if (reader.block(z).equals(name)) {
                toggle(z, toggle);
            } else if (reader.block(z).isEmpty()) {
                joint(z, toggle);
            }
        });
        counts();
        var prices = prices();
        singles(lot, high);
        var all = new ArrayList<>(groups.values());
        all.addAll(twice);
        var kept = Lean.groups(all, high, total);
        var seenBy = IntStream.range(0, shared.size())
                .filter(r -> shared.get(r).terms().stream().anyMatch(term -> places[term.variable()] >= 0))
                .toArray();
        return new Block(
                name,
                variables,
                total,
                prices,
                lot,
                high,
                kept,
                counts,
                weighed,
                squareOf,
                squares,
                seenBy,
                Arrays.stream(seenBy)
                        .mapToObj(r -> factors(shared.get(r).terms()))
                        .toArray(long[][]::new),
                reader.ties().minimise().stream().map(this::factors).toArray(long[][]::new),
                scores(),
                shift);
    }

    private List<Row> localRows() {
        var local = new ArrayList<Row>();
        for (var row : reader.rowsWithin(name)) {
            if (own(row)) {
                reader.saw(row);
                local.add(row);
            }
        }
        return local;
    }

    private boolean own(Row row) {
        for (var term : row.terms()) {
            if (places[term.variable()] < 0) {
                return false;
            }
        }
        return true;
    }

    private void findTotal(List<Row> local) {
        for (var row : local) {
            if (row.lower() == row.upper()
                    && row.terms().size() == variables.length
                    && row.terms().stream().allMatch(term -> term.factor() == 1)
                    && members(row.terms(), -1).each().length == variables.length) {
                require(row.lower() >= 0 && row.lower() <= StructureReader.MOST_STEPS, "too many steps");
                total = (int) row.lower();
            }
        }
        require(total >= 0, "shares that do not sum to a whole");
    }

    /** {@return the candidates of these terms, leaving one variable out} */
    private Members members(List<Term> terms, int without) {
        var marks = new BitSet(variables.length);
        for (var term : terms) {
            if (term.variable() != without) {
                require(places[term.variable()] >= 0, "a term of another demand");
                marks.set(places[term.variable()]);
            }
        }
        return new Members(marks.stream().toArray());
    }

    private void stepsOrWeights(Row row) {
        long unit = row.terms().get(0).factor();
        var members = members(row.terms(), -1);
        boolean steps = unit > 0 && members.each().length == row.terms().size();
        for (var term : row.terms()) {
            steps &= term.factor() == unit;
        }
        if (!steps) {
            weighed.add(new Block.Weighed(factors(row.terms()), row.lower(), row.upper()));
            return;
        }
        if (row.upper() != Long.MAX_VALUE) {
            atMost(members, Math.floorDiv(row.upper(), unit));
        }
        if (row.lower() != Long.MIN_VALUE) {
            atLeast(members, -Math.floorDiv(-row.lower(), unit));
        }
    }

    private long[] factors(List<Term> terms) {
        var factors = new long[variables.length];
        for (var term : terms) {
            int place = places[term.variable()];
            if (place >= 0) {
                factors[place] += term.factor();
            }
        }
        return factors;
    }

    private Block.Group group(Members members) {
        return groups.computeIfAbsent(members, key -> new Block.Group(key.each(), total));
    }

    private void atMost(Members members, long steps) {
        if (steps < total) {
            var group = group(members);
            group.high = (int) Math.max(-1, Math.min(group.high, steps));
        }
    }

    /** A floor on some is a cap on all others. */
    private void atLeast(Members members, long steps) {
        if (steps > 0) {
            var others = new BitSet(variables.length);
            others.set(0, variables.length);
            for (int member : members.each()) {
                others.clear(member);
            }
            atMost(new Members(others.stream().toArray()), total - steps);
        }
    }

    private void toggle(int z, StructureReader.Toggle toggle) {
        var variable = problem.variables().get(z);
        require(problem.objective().get(z) == 0, "a toggle that pays");
        var rows = new ArrayList<>(toggle.above);
        rows.addAll(toggle.below);
        var members = members(rows.get(0).terms(), z);
        for (var row : rows) {
            require(members(row.terms(), z).equals(members), "a toggle over two sets");
            require(row.terms().size() == members.each().length + 1, "a toggle that names a candidate twice");
            reader.saw(row);
        }
        boolean exact = !toggle.above.isEmpty() && !toggle.below.isEmpty();
        require(exact || (variable.lower() == 0 && variable.upper() == 1), "a fixed toggle that is not exact");
        for (var row : reader.rows(z)) {
            if (!toggle.states(row)) {
                require(
                        exact
                                || (toggle.below.isEmpty() && row.lower() <= 0)
                                || (toggle.above.isEmpty() && row.upper() == Long.MAX_VALUE),
                        "a toggle that is free");
            }
        }
        toggle.above.forEach(row -> atMost(members, -factor(row.terms(), z)));
        var group = group(members);
        if (variable.upper() == 0) {
            group.high = Math.min(group.high, 0);
        }
        long least = toggle.below.stream()
                .mapToLong(row -> -factor(row.terms(), z))
                .max()
                .orElse(1);
        require(exact || least == 1, "a toggle that asks for a lot and is not exact");
        group.least = (int) Math.max(group.least, Math.min(least, total + 1L));
        if (variable.lower() == 1) {
            atLeast(members, least);
        }
    }

    /** The part of a switch that lies in this demand. */
    private void joint(int z, StructureReader.Toggle toggle) {
        for (var row : toggle.above) {
            int first = row.terms().get(0).variable();
            if (first == z && row.terms().size() > 1) {
                first = row.terms().get(1).variable();
            }
            if (places[first] < 0) {
                continue;
            }
            var members = members(row.terms(), z);
            require(row.terms().size() == members.each().length + 1, "a switch that names a candidate twice");
            reader.saw(row);
            atMost(members, -factor(row.terms(), z));
            var group = group(members);
            if (problem.variables().get(z).upper() == 0) {
                group.high = Math.min(group.high, 0);
            }
            if (group.joint >= 0) {
                group = new Block.Group(members.each(), group.high);
                twice.add(group);
            }
            group.joint = switches.indexOf(z);
        }
    }

    /** Rows over toggles of this demand. */
    private void counts() {
        for (var row : reader.rowsWithin(name)) {
            boolean own = row.terms().stream()
                    .allMatch(term -> term.factor() == 1 && reader.toggles().containsKey(term.variable()));
            if (own) {
                reader.saw(row);
                for (var term : row.terms()) {
                    var toggle = Objects.requireNonNull(reader.toggles().get(term.variable()));
                    var any = toggle.above.isEmpty() ? toggle.below.get(0) : toggle.above.get(0);
                    var group = group(members(any.terms(), term.variable()));
                    group.counts = Arrays.copyOf(group.counts, group.counts.length + 1);
                    group.counts[group.counts.length - 1] = counts.size();
                }
                counts.add(new Block.Count((int) Math.max(0, Math.min(row.lower(), MOST)), (int)
                        Math.max(-1, Math.min(row.upper(), MOST))));
            }
        }
    }

    private static final long MOST = 1_000_000;

    /** What one step scores, without what ties add; concentration comes on top. */
    private long[] scores() {
        var scores = prices();
        for (int j = 0; j < scores.length; j++) {
            scores[j] = (scores[j] + coarse.of(variables[j])) >> shift;
        }
        return scores;
    }

    private long[] prices() {
        var prices = new long[variables.length];
        for (int j = 0; j < prices.length; j++) {
            prices[j] = problem.objective().get(variables[j]) << shift;
        }
        for (int j = 0; j < prices.length; j++) {
            prices[j] -= coarse.of(variables[j]);
        }
        reader.sums().forEach((sum, terms) -> {
            if (reader.block(sum).equals(name)) {
                long each = problem.objective().get(sum) << shift;
                for (int member : members(terms, -1).each()) {
                    prices[member] += each;
                }
            }
        });
        return prices;
    }

    private long[][] squares(int[] squareOf) {
        var squares = new ArrayList<long[]>();
        var ofSum = reader.squareOfSum();
        reader.sums().forEach((sum, terms) -> {
            if (!reader.block(sum).equals(name)) {
                return;
            }
            var members = members(terms, -1);
            var variable = problem.variables().get(sum);
            atMost(members, variable.upper());
            atLeast(members, variable.lower());
            var square = ofSum.get(sum);
            for (var row : reader.rows(sum)) {
                boolean own = row.lower() == 0 && row.upper() == 0 && factor(row.terms(), sum) == -1;
                boolean line = square != null && factor(row.terms(), square) == 1;
                require(own || line, "a sum in another row");
            }
            if (square != null) {
                require(reader.block(square).equals(name), "a square of another demand");
                for (int member : members.each()) {
                    require(squareOf[member] < 0, "a candidate in two squares");
                    squareOf[member] = squares.size();
                }
                squares.add(costs(square, sum, members));
            }
        });
        return squares.toArray(long[][]::new);
    }

    private long[] costs(int square, int sum, Members members) {
        var variable = problem.variables().get(square);
        var costs = new long[total + 1];
        for (int steps = 0; steps <= total; steps++) {
            long highest = variable.lower();
            for (var row : reader.rows(square)) {
                highest = Math.max(highest, row.lower() - factor(row.terms(), sum) * steps);
            }
            if (highest > variable.upper()) {
                atMost(members, steps - 1L);
            }
            costs[steps] = -(problem.objective().get(square) << shift) * highest;
        }
        return costs;
    }

    /** What bounds one candidate alone is a bound of the candidate. */
    private void singles(int[] lot, int[] high) {
        groups.forEach((members, group) -> {
            if (members.each().length == 1) {
                int j = members.each()[0];
                high[j] = Math.min(high[j], group.high);
                lot[j] = Math.max(lot[j], group.least);
            }
        });
        groups.values().removeIf(group -> group.members.length == 1 && group.counts.length == 0 && group.joint < 0);
    }
}
