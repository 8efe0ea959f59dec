package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Measure.Unit;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;

/**
 * A problem whose limits can be dropped, widened or looked at one by one.
 *
 * <p>The limits must not rely on each other, as {@link Statement.Over#EACH_LIMIT_ALONE} and {@link
 * Statement.Over#EVERY_CANDIDATE} state them.
 */
public record Reworked(Problem problem, Map<String, Limit> limits) {

    public Reworked {
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
    }

    public static Reworked of(PortfolioProblem stated) {
        return new Reworked(stated.problem(), stated.limits());
    }

    /** {@return the limits that may be dropped, in id order; what makes shares a portfolio is none of them} */
    public List<Limit> members() {
        var stated = new TreeSet<String>();
        problem.rows().forEach(row -> stated.add(row.limit()));
        return limits.values().stream()
                .filter(limit -> limit.owner() != Limit.Owner.STRUCTURE && stated.contains(limit.id()))
                .toList();
    }

    /** {@return the limit, which must be one of the problem's} */
    public Limit limit(String id) {
        var limit = limits.get(id);
        if (limit == null) {
            throw new IllegalArgumentException("No limit of the problem is called (%s).".formatted(id));
        }
        return limit;
    }

    /** {@return the part of the problem that is about one demand alone} */
    public Reworked block(String demand) {
        var numbers = new TreeMap<Integer, Integer>();
        var variables = new ArrayList<Problem.Variable>();
        var objective = new ArrayList<Long>();
        for (int i = 0; i < problem.variables().size(); i++) {
            if (problem.variables().get(i).block().equals(demand)) {
                numbers.put(i, variables.size());
                variables.add(problem.variables().get(i));
                objective.add(problem.objective().get(i));
            }
        }
        var rows = problem.rows().stream()
                .filter(row -> row.terms().stream().allMatch(term -> numbers.containsKey(term.variable())))
                .filter(row ->
                        !row.terms().isEmpty() || limit(row.limit()).demand().equals(demand))
                .map(row -> new Row(
                        row.name(),
                        row.limit(),
                        row.lower(),
                        row.upper(),
                        row.terms().stream()
                                .map(term -> new Term(numbers.getOrDefault(term.variable(), 0), term.factor()))
                                .toList()))
                .toList();
        return new Reworked(new Problem(variables, rows, 0, objective), limits);
    }

    public Reworked without(Collection<String> dropped) {
        return dropped.isEmpty() ? this : rows(row -> dropped.contains(row.limit()) ? null : row);
    }

    /** {@return the problem with these limits alone, and what makes shares a portfolio} */
    public Reworked only(Collection<String> kept) {
        return rows(
                row -> kept.contains(row.limit()) || limit(row.limit()).owner() == Limit.Owner.STRUCTURE ? row : null);
    }

    /**
     * {@return the problem with all rows of a limit wider}
     *
     * @param own by how much, in the limit's own unit
     */
    public Reworked wider(String id, long own) {
        var measure = limit(id).measure();
        return rows(row -> row.limit().equals(id) ? wider(row, measure, measure.side(own)) : row);
    }

    private static Row wider(Row row, Measure measure, long side) {
        if (measure.unit() == Unit.LOT) {
            return smallerLot(row, side);
        }
        if (!bounds(row, measure)) {
            return row;
        }
        return new Row(
                row.name(),
                row.limit(),
                row.lower() == Long.MIN_VALUE ? row.lower() : row.lower() - side,
                row.upper() == Long.MAX_VALUE ? row.upper() : row.upper() + side,
                row.terms());
    }

    /** The lot is the factor of what says whether a candidate is bought at all. */
    private static Row smallerLot(Row row, long side) {
        return row.lower() != 0
                ? row
                : new Row(
                        row.name(),
                        row.limit(),
                        row.lower(),
                        row.upper(),
                        row.terms().stream()
                                .map(term -> term.factor() > 0
                                        ? term
                                        : new Term(term.variable(), Math.min(-1, term.factor() + side)))
                                .toList());
    }

    /** {@return whether a row bounds what is bought; the others only tie a yes-no variable to shares} */
    public static boolean bounds(Row row, Measure measure) {
        if (measure.unit() == Unit.NONE || measure.unit() == Unit.LOT) {
            return false;
        }
        boolean positive = row.terms().stream().anyMatch(term -> term.factor() > 0);
        boolean negative = row.terms().stream().anyMatch(term -> term.factor() < 0);
        return measure.unit() == Unit.MICRO_USD || !(positive && negative);
    }

    /** {@return the rows of a limit that bound what is bought} */
    public List<Row> bounds(String id) {
        var measure = limit(id).measure();
        return problem.rows().stream()
                .filter(row -> row.limit().equals(id) && bounds(row, measure))
                .toList();
    }

    /**
     * {@return a problem that seeks the most of some terms, smaller but with the same answer; null where nothing holds}
     *
     * @param terms what is sought; nothing where any solution will do
     */
    public @Nullable Problem seeking(List<Term> terms) {
        var objective = new ArrayList<>(Collections.nCopies(problem.variables().size(), 0L));
        terms.forEach(term -> objective.set(term.variable(), term.factor()));
        var rows = problem.rows().stream().filter(Reworked::isAsked).toList();
        return Presolve.shrink(new Problem(problem.variables(), rows, 0, objective));
    }

    /** {@return whether these values of all variables keep all that {@link #seeking} asks for} */
    public boolean holds(long[] values) {
        return problem.rows().stream().filter(Reworked::isAsked).allMatch(row -> row.holds(values));
    }

    /** {@return values of all variables, from those of a smaller problem of {@link #seeking}; what it left out is zero} */
    public long[] whole(Problem smaller, Outcome.Solution found) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < problem.variables().size(); i++) {
            numbers.put(problem.variables().get(i).name(), i);
        }
        var values = new long[problem.variables().size()];
        for (int i = 0; i < smaller.variables().size(); i++) {
            values[Objects.requireNonNull(numbers.get(smaller.variables().get(i).name()))] =
                    found.values().get(i);
        }
        return values;
    }

    // The price of concentration bounds nothing: its variables follow the shares.
    private static boolean isAsked(Row row) {
        return !row.limit().startsWith("concentration:");
    }

    /** {@return the same with some rows changed, or dropped where the change is null} */
    private Reworked rows(java.util.function.Function<Row, @Nullable Row> change) {
        var rows = new ArrayList<Row>();
        for (var row : problem.rows()) {
            var changed = change.apply(row);
            if (changed != null) {
                rows.add(changed);
            }
        }
        return new Reworked(new Problem(problem.variables(), rows, problem.constant(), problem.objective()), limits);
    }
}
