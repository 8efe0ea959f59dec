package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;
import org.multipolar.portfolio.solve.Finish.Portfolio;

/**
 * Solves portfolios demand by demand, exactly; hands every other problem to a general solver.
 *
 * <p>Demands are joined by few rows. Those are priced ({@link Master}), each demand's best mix under the prices is found
 * ({@link MixSearch}), and together they bound the whole. Then every mix within the gap of that bound is listed, and the best
 * portfolio of them is searched ({@link Finish}): nothing outside the lists can be part of a better one.
 */
public final class Decomposition implements Solver {

    /** Nodes that suffice for any shipped question many times over. */
    public static final long USUAL_WORK = 3_000_000;

    private static final int ROUNDS = 80;
    private static final int MOST_MIXES = 60_000;
    /** The first gap looked into is the bound over 2 to this. */
    private static final int FIRST_GAP = 18;

    private static final int WIDER = 4;
    private static final long LISTING_WORK = 300_000;
    private static final int NARROWINGS = 4;

    private final Solver general;
    private final long workLimit;
    private final Together together;
    private final Memory memory = new Memory();

    /** {@return the way every question is solved: demand by demand, and by OR-Tools where that is not the way} */
    public static Solver usual() {
        return new Decomposition(new OrTools(OrTools.USUAL_WORK), USUAL_WORK);
    }

    /**
     * @param general answers what is no portfolio, says why nothing is feasible, and takes over where the work runs out
     * @param workLimit search nodes before an answer is left to the general solver
     */
    public Decomposition(Solver general, long workLimit) {
        this(general, workLimit, Together.SIDE_BY_SIDE);
    }

    private Decomposition(Solver general, long workLimit, Together together) {
        this.general = general;
        this.workLimit = workLimit;
        this.together = together;
    }

    /** {@return the same way on one thread, for callers who solve many problems at once; answers are the same} */
    public Decomposition single() {
        return new Decomposition(general, workLimit, Together.IN_TURN);
    }

    @Override
    public String name() {
        return "Multipolar decomposition, with " + general.name();
    }

    @Override
    public Outcome solve(Problem problem, Ties ties) {
        var structure = StructureReader.of(problem, ties);
        if (structure == null) {
            return general.solve(problem, ties);
        }
        var run = new Run(structure, together, new Work(workLimit), memory, general, ties);
        var outcome = run.outcome();
        return outcome == null ? general.solve(problem, ties) : outcome;
    }

    /** One solving; null anywhere means that the general solver is to answer. */
    static final class Run {
        private final Structure structure;
        private final Together together;
        private final Solver general;
        private final Ties ties;
        private Work work;
        private final Memory memory;
        private final List<Memory.Recollection> recollections;
        private final List<MixSearch> searches;
        /** Mixes met so far, by block. */
        private final List<List<Mix>> known;

        private final Ranking ranking;
        private Prices prices;
        private long[] bests = {};
        private long bound = Long.MAX_VALUE;

        Run(Structure structure, Together together, Work work, Memory memory, Solver general, Ties ties) {
            this.together = together;
            this.general = general;
            this.ties = ties;
            this.structure = structure;
            this.work = work;
            this.memory = memory;
            this.recollections = structure.blocks().stream().map(memory::take).toList();
            this.searches =
                    recollections.stream().map(Memory.Recollection::search).toList();
            this.known = recollections.stream().map(Memory.Recollection::known).toList();
            this.ranking = new Ranking(structure);
            this.prices = Prices.none(structure);
        }

        @Nullable
        Outcome outcome() {
            try {
                var first = priced(prices, true);
                if (first == null) {
                    return null;
                }
                take(prices, first);
                for (int b = 0; b < first.size(); b++) {
                    learn(b, first.get(b).mix());
                }
                var portfolio = portfolio(structure.coarse().slack());
                return portfolio == null ? coupled() : proven(portfolio);
            } catch (Work.Out | ArithmeticException out) {
                return null;
            } finally {
                recollections.forEach(memory::give);
            }
        }

        private @Nullable Outcome coupled() {
            if (!generate()) {
                return null;
            }
            var exact = priced(prices, true);
            if (exact == null) {
                return null;
            }
            take(prices, exact);
            long gap = Math.max((1L << structure.shift()) + structure.coarse().slack(), Math.abs(bound) >> FIRST_GAP);
            long most = Math.abs(bound) / 8;
            var start = new Finish(structure, prices, known, bests, bound, new Work(20_000));
            Portfolio some = null;
            try {
                some = start.best(most);
            } catch (Work.Out enough) {
                some = start.soFar();
            }
            if (some != null) {
                most = bound - some.scaled() + structure.coarse().slack();
            }
            while (true) {
                gap = Math.min(gap, most);
                var whole = work;
                work = new Work(LISTING_WORK);
                try {
                    var found = portfolio(gap);
                    if (found != null) {
                        return proven(found);
                    }
                } catch (Work.Out tooMany) {
                    return narrowed(gap);
                } finally {
                    work = whole;
                }
                if (gap == most) {
                    return null;
                }
                gap = Math.multiplyExact(gap, WIDER);
            }
        }

        /**
         * Where the mixes within the gap are too many to list, the general solver is asked over the candidates that any of them
         * can hold. What it proves the best is the best of all if it lies within the gap itself.
         */
        private @Nullable Outcome narrowed(long first) {
            long gap = first;
            for (int round = 0; round < NARROWINGS; round++) {
                var problem = structure.problem();
                var variables = new ArrayList<>(problem.variables());
                ask(prices);
                for (int b = 0; b < searches.size(); b++) {
                    var block = structure.blocks().get(b);
                    var impossible = searches.get(b).impossible(bests[b] - gap);
                    for (int j = 0; j < impossible.length; j++) {
                        var variable = variables.get(block.variables[j]);
                        if (impossible[j] && variable.lower() == 0) {
                            variables.set(block.variables[j], variable.within(0, 0));
                        }
                    }
                }
                var over = new Problem(variables, problem.rows(), problem.constant(), problem.objective());
                var outcome = general.solve(over, ties);
                if (!(outcome instanceof Outcome.Optimal optimal)) {
                    gap = Math.multiplyExact(gap, 8);
                    continue;
                }
                // One point more, because what ties add to the scaled score lies below a point.
                long points = Math.subtractExact(optimal.solution().score(), problem.constant());
                long lost = bound - (points << structure.shift()) + (1L << structure.shift());
                if (lost + structure.coarse().slack() <= gap) {
                    return optimal;
                }
                gap = lost + structure.coarse().slack();
            }
            return null;
        }

        /** {@return the best portfolio within the gap of the bound, or null where there is none} */
        private @Nullable Portfolio portfolio(long gap) {
            ask(prices);
            var lists = together.each(searches.size(), b -> {
                var list = new Shortlist(structure.blocks().get(b), ranking.ofBlock(b), MOST_MIXES);
                searches.get(b).search(bests[b] - gap, found -> list.add(found.steps()));
                return list.mixes();
            });
            return new Finish(structure, prices, lists, bests, bound, work).best(gap);
        }

        private void ask(Prices under) {
            for (int b = 0; b < searches.size(); b++) {
                searches.get(b).ask(under.worth(structure.blocks().get(b)), under.links()[b], work);
            }
        }

        /** What a demand can be worth at most under some prices, and a good mix, the best one where it was asked for. */
        private record Answer(long bound, MixSearch.@Nullable Found mix) {}

        /** {@return each demand's answer under the prices, or null where one has no mix at all} */
        private @Nullable List<Answer> priced(Prices under, boolean exact) {
            ask(under);
            var answers = together.each(searches.size(), b -> {
                var search = searches.get(b);
                var found = exact ? search.best() : search.some();
                long most = exact && found != null ? found.worth() : search.most();
                return new Answer(most, found);
            });
            boolean none =
                    answers.stream().anyMatch(each -> each.bound() == Filling.NONE || (exact && each.mix() == null));
            return none ? null : answers;
        }

        /** Keeps the prices whose bound is lowest. */
        private void take(Prices under, List<Answer> answers) {
            long sum = under.base(structure);
            for (var each : answers) {
                sum += each.bound();
            }
            if (sum < bound) {
                bound = sum;
                prices = under;
                bests = answers.stream().mapToLong(Answer::bound).toArray();
            }
        }

        /** {@return whether the mix was not known before} */
        private boolean learn(int b, MixSearch.@Nullable Found found) {
            if (found == null
                    || known.get(b).stream().anyMatch(other -> java.util.Arrays.equals(other.steps(), found.steps()))) {
                return false;
            }
            known.get(b).add(Mix.of(structure.blocks().get(b), found.steps()));
            return true;
        }

        /** Asks under better and better prices; false where no mixes seem to keep all rows. */
        private boolean generate() {
            try (var master = new Master(structure, Math.abs((double) bound))) {
                for (int b = 0; b < searches.size(); b++) {
                    for (var mix : known.get(b)) {
                        master.add(b, mix);
                    }
                }
                for (int round = 0; round < ROUNDS; round++) {
                    var next = master.prices();
                    if (next == null) {
                        return true; // the bound so far holds; it is only not the closest
                    }
                    var found = priced(next, false);
                    if (found == null) {
                        return false;
                    }
                    take(next, found);
                    boolean fresh = false;
                    double objective = master.objective();
                    boolean lacks = master.lacks();
                    boolean hindered =
                            (objective > bound * (1 - 1e-4) || bound - objective < bound * 1e-3) && master.link();
                    for (int b = 0; b < found.size(); b++) {
                        if (learn(b, found.get(b).mix())) {
                            master.add(b, known.get(b).get(known.get(b).size() - 1));
                            fresh = true;
                        }
                    }
                    double left = bound - objective;
                    if (hindered) {
                        continue;
                    }
                    if (!fresh || (!lacks && left < Math.abs((double) bound) * 1e-7)) {
                        return !lacks;
                    }
                }
                return true;
            }
        }

        private @Nullable Outcome proven(Portfolio portfolio) {
            var solution = structure.solution(portfolio.mixes());
            long proved = structure.points(portfolio.scaled());
            // INVARIANT: the structure says what the rows say; a doubt about that goes to the general solver.
            return Checker.faults(structure.problem(), solution).isEmpty() && proved == solution.score()
                    ? new Outcome.Optimal(solution, proved)
                    : null;
        }
    }
}
