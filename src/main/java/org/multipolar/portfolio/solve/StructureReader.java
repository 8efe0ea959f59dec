package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Ties;
import org.multipolar.portfolio.solve.Structure.Derived;
import org.multipolar.portfolio.solve.Structure.Derived.Kind;

/**
 * Recognises a portfolio from the rows alone, so that nothing said beside a problem has to be believed.
 *
 * <p>Every row must have one of the forms below, or the problem is not taken: then a general solver answers. A variable is
 * derived where the rows fix it, or where some value of it is best whatever else is chosen.
 */
final class StructureReader {

    /** Switches are kept as bits of one number. */
    private static final int MOST_SWITCHES = 62;
    /** Steps are kept as bytes. */
    static final int MOST_STEPS = 120;
    /** Scaled objectives stay this far below the largest whole number, so that sums of them do, too. */
    private static final int ROOM_BITS = 57;

    private final Problem problem;
    private final Ties ties;
    private final List<List<Row>> rowsOf = new ArrayList<>();
    /** Numbers of blocks, 0 being what joins them; by row the block it lies in, or 0. */
    private final Map<String, Integer> blockNumbers = new TreeMap<>();

    private final int[] blockOf;
    private final boolean[] ordinary;
    private final Map<String, List<Row>> rowsWithin = new TreeMap<>();
    private final List<Row> across = new ArrayList<>();
    private final Set<Row> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private final Map<Integer, List<Term>> sums = new TreeMap<>();
    private final Map<Integer, Integer> squares = new TreeMap<>();
    private final Map<Integer, Toggle> toggles = new TreeMap<>();

    /** A yes-no variable tied to sums of steps. */
    static final class Toggle {
        /** Capacity rows: the steps they bound, and the capacity. */
        final List<Row> above = new ArrayList<>();
        /** Rows that ask for steps where it is on. */
        final List<Row> below = new ArrayList<>();

        /** {@return whether this very row ties it} */
        boolean states(Row row) {
            return above.contains(row) || below.contains(row);
        }
    }

    /** A row or variable of a form that is not known. */
    static final class Strange extends RuntimeException {
        private static final long serialVersionUID = 1;

        Strange(String what) {
            super(what, null, false, false);
        }
    }

    private StructureReader(Problem problem, Ties ties) {
        this.problem = problem;
        this.ties = ties;
        this.blockOf = new int[problem.variables().size()];
        blockNumbers.put("", 0);
        for (int j = 0; j < blockOf.length; j++) {
            var name = problem.variables().get(j).block();
            blockOf[j] = blockNumbers.computeIfAbsent(name, any -> blockNumbers.size());
            rowsOf.add(new ArrayList<>());
        }
        this.ordinary = ordinary();
        problem.rows().forEach(this::place);
    }

    private void place(Row row) {
        var terms = row.terms();
        int first = terms.isEmpty() ? 0 : blockOf[terms.get(0).variable()];
        boolean one = first != 0;
        for (int t = 0; t < terms.size() && one; t++) {
            one = blockOf[terms.get(t).variable()] == first;
        }
        if (one) {
            rowsWithin
                    .computeIfAbsent(block(terms.get(0).variable()), any -> new ArrayList<>())
                    .add(row);
        } else if (!terms.isEmpty()) {
            across.add(row);
        }
        terms.stream()
                .mapToInt(Term::variable)
                .filter(variable -> !ordinary[variable])
                .distinct()
                .forEach(variable -> rowsOf.get(variable).add(row));
    }

    /** Candidates never stand with a negative factor in a row that ends at zero; what does may follow from them. */
    private boolean[] ordinary() {
        var ordinary = new boolean[problem.variables().size()];
        java.util.Arrays.fill(ordinary, true);
        for (var row : problem.rows()) {
            boolean ends = row.upper() == 0 || row.lower() == 0;
            boolean few = row.terms().size() <= 2;
            if (ends || few) {
                for (var term : row.terms()) {
                    if (few || term.factor() < 0) {
                        ordinary[term.variable()] = false;
                    }
                }
            }
        }
        return ordinary;
    }

    /** {@return the rows over variables of this demand alone} */
    List<Row> rowsWithin(String block) {
        return rowsWithin.getOrDefault(block, List.of());
    }

    /** {@return the structure, or null where the problem is not of this form} */
    static @Nullable Structure of(Problem problem, Ties ties) {
        try {
            return new StructureReader(problem, ties).read();
        } catch (Strange | ArithmeticException other) {
            return null;
        }
    }

    private Structure read() {
        findSums();
        findToggles();
        findSquares();
        var blocks = new TreeMap<String, List<Integer>>();
        for (int j = 0; j < problem.variables().size(); j++) {
            if (!derived(j)) {
                blocks.computeIfAbsent(block(j), any -> new ArrayList<>()).add(j);
            }
        }
        require(!blocks.containsKey("") && !blocks.isEmpty(), "a variable that joins demands is not a switch");
        var switches = toggles.keySet().stream().filter(z -> block(z).isEmpty()).toList();
        require(switches.size() <= MOST_SWITCHES, "too many switches");
        var shared = sharedRows();
        problem.rows().stream()
                .filter(row -> row.terms().isEmpty() && row.lower() <= 0 && row.upper() >= 0)
                .forEach(this::saw);
        int shift = shift();
        var coarse = new CoarseTies(
                problem,
                ties.minimise().isEmpty() ? List.of() : ties.minimise().get(0),
                shift,
                switches.size() + (long) MOST_STEPS * blocks.size());
        var made = new ArrayList<Block>();
        for (var entry : blocks.entrySet()) {
            made.add(new BlockReader(this, entry.getKey(), entry.getValue(), switches, shared, shift, coarse).read());
        }
        shared.forEach(this::saw);
        var unread = problem.rows().stream().filter(row -> !seen.contains(row)).findAny();
        require(unread.isEmpty(), "an unknown row");
        var joining = new Joining(this);
        return new Structure(
                problem,
                shift,
                coarse,
                made,
                switches.stream().map(z -> joining.of(z, shift, coarse)).toList(),
                shared.stream().map(row -> joining.shared(row, switches)).toList(),
                derivations(),
                order(made),
                ties.minimise().stream()
                        .map(terms -> switches.stream()
                                .mapToLong(z -> factor(terms, z))
                                .toArray())
                        .toArray(long[][]::new));
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Strange(otherwise);
        }
    }

    String block(int variable) {
        return problem.variables().get(variable).block();
    }

    Problem problem() {
        return problem;
    }

    Ties ties() {
        return ties;
    }

    boolean derived(int variable) {
        return sums.containsKey(variable) || squares.containsKey(variable) || toggles.containsKey(variable);
    }

    Map<Integer, Toggle> toggles() {
        return toggles;
    }

    Map<Integer, List<Term>> sums() {
        return sums;
    }

    /** Squares by the sum they are of. */
    Map<Integer, Integer> squareOfSum() {
        var of = new TreeMap<Integer, Integer>();
        squares.forEach((square, sum) -> of.put(sum, square));
        return of;
    }

    List<Row> rows(int variable) {
        return rowsOf.get(variable);
    }

    void saw(Row row) {
        seen.add(row);
    }

    static long factor(List<Term> terms, int variable) {
        long sum = 0;
        for (var term : terms) {
            if (term.variable() == variable) {
                sum = Math.addExact(sum, term.factor());
            }
        }
        return sum;
    }

    /** Steps less a multiple of a yes-no variable, bounded by nothing: it switches those steps. */
    private void findToggles() {
        for (var row : problem.rows()) {
            boolean above = row.upper() == 0 && row.lower() == Long.MIN_VALUE;
            boolean below = row.lower() == 0 && row.upper() == Long.MAX_VALUE;
            if (!above && !below) {
                continue;
            }
            int z = -1;
            boolean known = true;
            for (var term : row.terms()) {
                if (term.factor() < 0) {
                    known &= z < 0;
                    z = term.variable();
                } else {
                    known &= term.factor() == 1;
                }
            }
            if (!known || z < 0 || sums.containsKey(z)) {
                continue;
            }
            var variable = problem.variables().get(z);
            if (variable.lower() >= 0 && variable.upper() <= 1) {
                var toggle = toggles.computeIfAbsent(z, any -> new Toggle());
                (above ? toggle.above : toggle.below).add(row);
            }
        }
    }

    private void findSums() {
        for (var row : problem.rows()) {
            if (row.lower() != 0 || row.upper() != 0) {
                continue;
            }
            var negative =
                    row.terms().stream().filter(term -> term.factor() == -1).toList();
            if (negative.size() != 1
                    || row.terms().stream().anyMatch(term -> term.factor() != 1 && term.factor() != -1)) {
                continue;
            }
            int sum = negative.get(0).variable();
            require(!sums.containsKey(sum), "a sum stated twice");
            sums.put(
                    sum, row.terms().stream().filter(term -> term.factor() == 1).toList());
            saw(row);
        }
    }

    /** A variable that only costs, and only has lines of one sum below it, lies on the highest line. */
    private void findSquares() {
        for (int q = 0; q < problem.variables().size(); q++) {
            int square = q;
            var rows = rowsOf.get(q);
            boolean lines = !rows.isEmpty()
                    && problem.objective().get(q) <= 0
                    && rows.stream()
                            .allMatch(row -> row.terms().size() == 2
                                    && row.upper() == Long.MAX_VALUE
                                    && row.lower() != Long.MIN_VALUE
                                    && factor(row.terms(), square) == 1
                                    && sums.containsKey(other(row, square)));
            if (lines) {
                int sum = other(rows.get(0), q);
                require(rows.stream().allMatch(row -> other(row, square) == sum), "lines over two sums");
                require(!squares.containsValue(sum), "two squares of one sum");
                squares.put(q, sum);
                rows.forEach(this::saw);
            }
        }
    }

    private static int other(Row row, int variable) {
        var first = row.terms().get(0);
        return first.variable() == variable ? row.terms().get(1).variable() : first.variable();
    }

    /** Rows that no single demand can keep alone. Rows of switches are told apart first. */
    private List<Row> sharedRows() {
        var links = java.util.Collections.<Row>newSetFromMap(new java.util.IdentityHashMap<>());
        toggles.forEach((z, toggle) -> {
            if (block(z).isEmpty()) {
                toggle.above.forEach(links::add);
            }
        });
        var shared = new ArrayList<Row>();
        for (var row : across) {
            if (!links.contains(row)) {
                row.terms()
                        .forEach(term -> require(
                                !derived(term.variable())
                                        || block(term.variable()).isEmpty(),
                                "a shared row over what follows from shares"));
                shared.add(row);
            }
        }
        return shared;
    }

    private int shift() {
        long most = Math.abs(problem.constant());
        for (int j = 0; j < problem.variables().size(); j++) {
            var variable = problem.variables().get(j);
            require(variable.lower() >= 0, "a variable below zero");
            most += Math.abs(problem.objective().get(j)) * variable.upper();
        }
        return Math.max(0, Math.min(16, ROOM_BITS - (64 - Long.numberOfLeadingZeros(most))));
    }

    private List<Derived> derivations() {
        var derived = new ArrayList<Derived>();
        sums.forEach((sum, terms) -> derived.add(new Derived(sum, Kind.SUM, terms, List.of(), true)));
        toggles.forEach((z, toggle) -> {
            var of = new BitSet(blockOf.length);
            (toggle.above.isEmpty() ? toggle.below : toggle.above)
                    .forEach(row -> row.terms().forEach(term -> of.set(term.variable())));
            of.clear(z);
            derived.add(new Derived(
                    z,
                    Kind.USED,
                    of.stream().mapToObj(j -> new Term(j, 1)).toList(),
                    List.of(),
                    !toggle.above.isEmpty() && !toggle.below.isEmpty()));
        });
        squares.forEach((square, sum) -> derived.add(new Derived(
                square,
                Kind.HIGHEST_LINE,
                List.of(new Term(sum, 1)),
                rowsOf.get(square).stream()
                        .map(row -> new long[] {-factor(row.terms(), sum), row.lower()})
                        .toList(),
                false)));
        return derived;
    }

    /** Ties look at candidates only; those nobody ranks come last, in their own order. */
    private int[][] order(List<Block> blocks) {
        var place = new TreeMap<Integer, int[]>();
        for (int b = 0; b < blocks.size(); b++) {
            var variables = blocks.get(b).variables;
            for (int j = 0; j < variables.length; j++) {
                place.put(variables[j], new int[] {b, j});
            }
        }
        for (var terms : ties.minimise()) {
            for (var term : terms) {
                require(
                        place.containsKey(term.variable())
                                || (toggles.containsKey(term.variable())
                                        && block(term.variable()).isEmpty()),
                        "a tie over what follows from shares");
            }
        }
        var ordered = new java.util.LinkedHashSet<Integer>();
        require(place.keySet().containsAll(ties.larger()), "a tie over what follows from shares");
        ordered.addAll(ties.larger());
        ordered.addAll(place.keySet());
        return ordered.stream().map(place::get).toArray(int[][]::new);
    }

    static int[] indexes(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
