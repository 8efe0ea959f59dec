package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Ties;

/** Finds the one best solution among equals, so that the answer never depends on how the search went. */
final class TieBreak {

    /** More digits at once only make the search longer. */
    private static final int AT_ONCE = 10;

    /** Where more solutions tie than these many looks show, variables are asked about in their order at once. */
    private static final int LOOKS = 4;

    private final Problem problem;
    private final Ties ties;
    private final double workLimit;
    private final boolean unusedFirst;
    /** What all further solutions must keep. */
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(List<Term> terms, long sum) {}

    /**
     * @param unusedFirst whether to ask first which variables are nothing; the answer is the same, the work another
     */
    TieBreak(Problem problem, Ties ties, double workLimit, boolean unusedFirst) {
        this.unusedFirst = unusedFirst;
        this.problem = problem;
        this.ties = ties;
        this.workLimit = workLimit;
    }

    /** {@return the values that win every tie with a best answer, or nothing if the work ran out before that was proven} */
    List<Long> among(List<Long> best) {
        var values = best;
        keep(scoreTerms(), values);
        for (var terms : ties.minimise()) {
            if (!terms.isEmpty()) {
                var least = search(values).best(terms, false);
                if (least.status() != WholeNumberSearch.Status.OPTIMAL) {
                    return List.of();
                }
                values = least.values();
                keep(terms, values);
            }
        }
        return firstInOrder(values, unusedFirst ? unused(values) : Set.of());
    }

    /**
     * {@return variables that are nothing in every solution left; none where that is not soon known}
     *
     * <p>Few solutions tie in score, cost and contracts, and most variables are nothing in all of them: one question stands for
     * many.
     */
    private Set<Integer> unused(List<Long> start) {
        var none = new TreeSet<>(ties.larger().stream().filter(this::open).toList());
        var values = start;
        for (int look = 0; look < LOOKS; look++) {
            var found = values;
            none.removeIf(each -> found.get(each) != lower(each));
            var most = none.isEmpty()
                    ? null
                    : search(values)
                            .best(none.stream().map(each -> new Term(each, 1)).toList(), true);
            if (most == null || most.status() != WholeNumberSearch.Status.OPTIMAL) {
                return Set.of();
            }
            values = most.values();
            if (none.stream().allMatch(each -> most.values().get(each) == lower(each))) {
                return none;
            }
        }
        return Set.of();
    }

    private long lower(int variable) {
        return problem.variables().get(variable).lower();
    }

    /** Makes the earliest variables as large as they can be, a few at a time: their values as digits of one number. */
    private List<Long> firstInOrder(List<Long> start, Set<Integer> unused) {
        var values = start;
        for (int variable : unused) {
            keep(List.of(new Term(variable, 1)), values);
        }
        var open = ties.larger().stream()
                .filter(each -> open(each) && !unused.contains(each))
                .toList();
        for (int from = 0; from < open.size(); ) {
            var few = open.subList(from, from + together(open, from));
            var largest = search(values).best(digits(few), true);
            if (largest.status() != WholeNumberSearch.Status.OPTIMAL) {
                return List.of();
            }
            values = largest.values();
            for (int variable : few) {
                keep(List.of(new Term(variable, 1)), values);
            }
            from += few.size();
        }
        return values;
    }

    /** {@return how many variables from here on make a number that stays exact; one always does} */
    private int together(List<Integer> open, int from) {
        int count = 1;
        long reach = size(open.get(from));
        while (count < AT_ONCE && from + count < open.size()) {
            int next = open.get(from + count);
            if (reach >= (Problem.EXACT - size(next)) / base(next)) {
                break;
            }
            reach = reach * base(next) + size(next);
            count++;
        }
        return count;
    }

    /** The base of each place is one more than its variable is wide, so that no later variable can outweigh an earlier one. */
    private List<Term> digits(List<Integer> few) {
        var terms = new ArrayList<Term>();
        long place = 1;
        for (int i = few.size() - 1; i >= 0; i--) {
            terms.add(new Term(few.get(i), place));
            place *= i == 0 ? 1 : base(few.get(i));
        }
        return terms;
    }

    private long base(int number) {
        var variable = problem.variables().get(number);
        return variable.upper() - variable.lower() + 1;
    }

    /** {@return how far from zero a variable can be} */
    private long size(int number) {
        var variable = problem.variables().get(number);
        return Math.max(Math.abs(variable.lower()), Math.abs(variable.upper()));
    }

    private boolean open(int variable) {
        return problem.variables().get(variable).lower()
                < problem.variables().get(variable).upper();
    }

    private List<Term> scoreTerms() {
        var terms = new ArrayList<Term>();
        for (int i = 0; i < problem.objective().size(); i++) {
            if (problem.objective().get(i) != 0) {
                terms.add(new Term(i, problem.objective().get(i)));
            }
        }
        return terms;
    }

    private void keep(List<Term> terms, List<Long> values) {
        kept.add(new Kept(
                terms,
                terms.stream()
                        .mapToLong(term -> term.factor() * values.get(term.variable()))
                        .sum()));
    }

    private WholeNumberSearch search(List<Long> hint) {
        var search = new WholeNumberSearch(problem, workLimit);
        search.hint(hint);
        kept.forEach(each -> search.fix(each.terms(), each.sum()));
        return search;
    }
}
