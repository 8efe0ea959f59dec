package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Policy.Loss;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;

/** What still runs after the worst single loss of some kinds: a figure of a mix, and rows that ask for so much of it. */
public final class Retention {

    /** Id of the limit that the rows belong to which ask for more than the problem does. */
    static final String LIMIT = "retained-asked";

    /**
     * A single loss and what it takes from one demand.
     *
     * @param kept steps of the demand that still run
     */
    public record Worst(String demand, Loss kind, String lost, int kept) {}

    /** One possible loss in one demand, and what would survive it. */
    private record Blow(String demand, Loss kind, String lost, List<Term> survivors) {}

    private final List<Blow> blows = new ArrayList<>();

    public Retention(PortfolioProblem problem, SortedSet<Loss> kinds) {
        for (var part : problem.parts()) {
            for (var kind : kinds) {
                blows(problem.grouping(), part, kind);
            }
        }
    }

    /** {@return the kinds of loss that a policy asks about; country, supplier and operator where it names none} */
    public static SortedSet<Loss> kinds(Map<Loss, Integer> retained) {
        var kinds = new TreeSet<Loss>();
        retained.forEach((kind, percent) -> {
            if (percent > 0) {
                kinds.add(kind);
            }
        });
        return kinds.isEmpty() ? new TreeSet<>(List.of(Loss.COUNTRY, Loss.SUPPLIER, Loss.OPERATOR)) : kinds;
    }

    private void blows(Grouping grouping, DemandPart part, Loss kind) {
        var struck = new Struck(grouping, kind, part.choices());
        for (var lost : struck.losses()) {
            blows.add(new Blow(part.demand().id(), kind, lost, Rows.steps(struck.survivors(lost))));
        }
    }

    /** {@return the worst single loss of a mix; of equal ones the first by demand, kind and name. Null where nothing can be lost} */
    public @Nullable Worst worst(Solution mix) {
        Worst worst = null;
        for (var blow : blows) {
            int kept = (int) Ties.sum(blow.survivors(), mix);
            if (worst == null || kept < worst.kept()) {
                worst = new Worst(blow.demand(), blow.kind(), blow.lost(), kept);
            }
        }
        return worst;
    }

    /** {@return steps of every demand that still run after the worst single loss} */
    int kept(Solution mix) {
        var worst = worst(mix);
        return worst == null ? PortfolioProblem.STEPS : worst.kept();
    }

    /** {@return the rows of a problem, and in every demand at least so many steps left after any single loss} */
    List<Row> atLeast(int steps, List<Row> rows) {
        var all = new ArrayList<>(rows);
        if (steps == 0) {
            return all;
        }
        // A row that asks the same of the same choices already is raised, so that no row stands twice.
        var standing = new HashMap<List<Term>, Integer>();
        for (int number = 0; number < rows.size(); number++) {
            if (rows.get(number).upper() == Rows.NONE_ABOVE) {
                standing.putIfAbsent(rows.get(number).terms(), number);
            }
        }
        for (var blow : blows) {
            var number = standing.get(blow.survivors());
            if (number == null) {
                standing.put(blow.survivors(), all.size());
                all.add(new Row("R" + all.size(), LIMIT, steps, Rows.NONE_ABOVE, blow.survivors()));
            } else {
                var row = all.get(number);
                all.set(
                        number,
                        new Row(row.name(), row.limit(), Math.max(steps, row.lower()), row.upper(), row.terms()));
            }
        }
        return all;
    }
}
