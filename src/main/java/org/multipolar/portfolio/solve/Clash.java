package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.multipolar.portfolio.Problem;

/** Finds a smallest set of limits that cannot hold together: take any one away and the rest can. */
final class Clash {

    private Clash() {}

    static List<String> smallest(Problem problem, double workLimit) {
        var limits = new TreeSet<String>();
        problem.rows().forEach(row -> limits.add(row.limit()));
        var clash =
                new ArrayList<>(new WholeNumberSearch(problem, workLimit, limits::contains).core(List.copyOf(limits)));
        for (var limit : List.copyOf(clash)) {
            var rest = new ArrayList<>(clash);
            rest.remove(limit);
            var search = new WholeNumberSearch(problem, workLimit, limits::contains);
            if (search.any(rest).status() == WholeNumberSearch.Status.INFEASIBLE) {
                clash.remove(limit);
            }
        }
        return List.copyOf(clash);
    }
}
