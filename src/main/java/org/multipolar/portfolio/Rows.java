package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/** Collects variables, rows and limits while a problem is stated. */
final class Rows {

    static final long NONE_BELOW = Long.MIN_VALUE;
    static final long NONE_ABOVE = Long.MAX_VALUE;

    private final List<Variable> variables = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Long> objective = new TreeMap<>();
    private final Map<String, Limit> limits = new TreeMap<>();
    private final Map<String, List<Integer>> rowsOf = new TreeMap<>();
    private long constant;
    private String block = "";

    /** What the variables made from here on belong to. */
    void block(String name) {
        block = name;
    }

    /** Names are short so that the oldest MPS readers take them; what they mean stands beside. */
    int variable(String letter, String meaning, long upper) {
        variables.add(new Variable(letter + variables.size(), meaning, 0, upper, block));
        return variables.size() - 1;
    }

    void row(Limit limit, long lower, long upper, List<Term> terms) {
        limits.putIfAbsent(limit.id(), limit);
        rowsOf.computeIfAbsent(limit.id(), id -> new ArrayList<>()).add(rows.size());
        rows.add(new Row("R" + rows.size(), limit.id(), lower, upper, terms));
    }

    void atMost(Limit limit, long upper, List<Term> terms) {
        row(limit, NONE_BELOW, upper, terms);
    }

    void atLeast(Limit limit, long lower, List<Term> terms) {
        row(limit, lower, NONE_ABOVE, terms);
    }

    void score(int variable, long factor) {
        objective.merge(variable, factor, Math::addExact);
    }

    void score(long points) {
        constant = Math.addExact(constant, points);
    }

    /** {@return the limits by id, each with the numbers of its rows} */
    Map<String, Limit> limits() {
        var stated = new TreeMap<String, Limit>();
        limits.forEach((id, limit) -> stated.put(
                id,
                new Limit(
                        id,
                        limit.owner(),
                        limit.title(),
                        limit.source(),
                        limit.demand(),
                        limit.measure(),
                        rowsOf.getOrDefault(id, List.of()))));
        return stated;
    }

    Problem problem() {
        var factors = new ArrayList<Long>();
        for (int i = 0; i < variables.size(); i++) {
            factors.add(objective.getOrDefault(i, 0L));
        }
        return new Problem(variables, rows, constant, factors);
    }

    /** {@return one term per choice} */
    static List<Term> terms(List<Choice> choices, ToLongFunction<Choice> factor) {
        return choices.stream()
                .map(choice -> new Term(choice.variable(), factor.applyAsLong(choice)))
                .filter(term -> term.factor() != 0)
                .toList();
    }

    /** {@return the quotient rounded up; Java 17 has no such method} */
    static long ceilDiv(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    static List<Term> steps(List<Choice> choices) {
        return terms(choices, choice -> 1);
    }

    static List<Term> with(List<Term> terms, int variable, long factor) {
        var more = new ArrayList<>(terms);
        more.add(new Term(variable, factor));
        return more;
    }
}
