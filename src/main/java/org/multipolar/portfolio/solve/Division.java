package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;

/**
 * Solves a portfolio by dividing it where that is needed: a part in which too much is undecided is split in two, by a
 * variable that is at most so much in one and more in the other. The best of the whole is the best of the best; a part whose bound lies below a
 * solution known is not looked at.
 */
final class Division {

    private static final int MOST_PARTS = 400;

    /** A part not looked at yet, with what the part it was split from knew. */
    private record Open(Problem problem, long bound, int number, List<List<Mix>> mixes, @Nullable Prices prices) {}

    private final Ties ties;
    private final Together together;
    private final Work work;
    private final Memory memory;
    private final Solver general;
    private final PriorityQueue<Open> open = new PriorityQueue<>(
            Comparator.comparingLong((Open each) -> -each.bound()).thenComparingInt(each -> -each.number()));
    private @Nullable Solution best;
    private int made;

    Division(Ties ties, Together together, Work work, Memory memory, Solver general) {
        this.ties = ties;
        this.together = together;
        this.work = work;
        this.memory = memory;
        this.general = general;
    }

    /** {@return the best solution, or null where it is proven that there is none} Throws {@link Work.Out}. */
    @Nullable
    Solution best(Problem problem, Structure read) {
        open.add(new Open(problem, Long.MAX_VALUE, made++, List.of(), null));
        for (var each = open.poll(); each != null; each = open.poll()) {
            var structure = each.prices() == null ? read : StructureReader.of(each.problem(), ties);
            if (structure == null || made > MOST_PARTS) {
                throw new Work.Out();
            }
            look(each, structure);
        }
        return best;
    }

    private void look(Open each, Structure structure) {
        var part = new Part(structure, together, work, memory, general, ties, floor(structure));
        if (each.prices() != null) {
            part.start(each.mixes(), each.prices());
        }
        var looked = part.look();
        if (looked.best() != null && (best == null || ties.bestFirst().compare(looked.best(), best) < 0)) {
            best = looked.best();
        }
        var split = looked.split();
        if (split != null) {
            var variable = each.problem().variables().get(split.variable());
            halve(each, part, split.variable(), variable.within(variable.lower(), split.atMost()));
            halve(each, part, split.variable(), variable.within(split.atMost() + 1, variable.upper()));
        }
    }

    private void halve(Open each, Part part, int number, Problem.Variable within) {
        var whole = each.problem();
        var variables = new ArrayList<>(whole.variables());
        variables.set(number, within);
        open.add(new Open(
                new Problem(variables, whole.rows(), whole.constant(), whole.objective()),
                part.bound(),
                made++,
                part.known(),
                part.prices()));
    }

    /** {@return what solutions as good as the best known have at least, in the structure's scaled unit} */
    private long floor(Structure structure) {
        if (best == null) {
            return Long.MIN_VALUE;
        }
        // What ties take off the scaled score is less than a point.
        long points = best.score() - structure.problem().constant();
        return Math.multiplyExact(points - 1, 1L << structure.shift())
                - structure.coarse().slack();
    }
}
