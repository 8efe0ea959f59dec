package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Ties;

/** Finds the one best solution among equals, so that the answer never depends on how the search went. */
final class TieBreak {

    private final Problem problem;
    private final Ties ties;
    private final double workLimit;
    /** What all further solutions must keep. */
    private final List<Kept> kept = new ArrayList<>();

    private record Kept(List<Term> terms, long sum) {}

    TieBreak(Problem problem, Ties ties, double workLimit) {
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
        return firstInOrder(values);
    }

    /** Asks again and again for an equal solution that comes earlier in the order, until there is none. */
    private List<Long> firstInOrder(List<Long> start) {
        var values = start;
        while (true) {
            var search = search(values);
            search.larger(ties.larger(), values);
            var earlier = search.any(List.of());
            if (earlier.status() == WholeNumberSearch.Status.INFEASIBLE) {
                return values;
            }
            if (earlier.values().isEmpty()) {
                return List.of();
            }
            values = earlier.values();
        }
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
