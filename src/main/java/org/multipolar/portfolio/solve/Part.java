package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.Checker;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Outcome.Solution;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Ties;
import org.multipolar.portfolio.solve.Finish.Portfolio;

/** A portfolio problem, or a part of one in which some switches are decided: bounds it, and finds its best where it can. */
final class Part {

    private static final int ROUNDS = 80;
    private static final int MOST_MIXES = 60_000;
    /** The first gap looked into is the bound over 2 to this. */
    private static final int FIRST_GAP = 18;

    private static final int WIDER = 4;
    private static final long LISTING_WORK = 300_000;
    private static final int NARROWINGS = 4;
    private static final long STARTING_WORK = 20_000;
    private static final long SHORT_LISTING_WORK = 40_000;
    /** Beyond the bound over this, a gap is not worth listing. */
    private static final int FAR_PARTS = 400;
    /** A first portfolio is looked for within the bound over this. */
    private static final int FIRST_PARTS = 8;

    private static final long FAR = Long.MAX_VALUE;
    /** About the size of the objective where there is none. */
    private static final double AIMLESS = 1e15;

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
    /** Scaled, without the constant: what is less is of no interest. */
    private final long floor;
    /** Whether only rows count: anything of at least zero will do. */
    private boolean aimless;
    /** Whether it began with mixes and prices that were good elsewhere. */
    private boolean later;
    /** What the relaxation last was most undecided about. */
    private @Nullable Undecided undecided;

    Part(Structure structure, Together together, Work work, Memory memory, Solver general, Ties ties, long floor) {
        this.floor = floor;
        this.together = together;
        this.general = general;
        this.ties = ties;
        this.structure = structure;
        this.work = work;
        this.memory = memory;
        this.recollections = structure.blocks().stream().map(memory::take).toList();
        this.searches = recollections.stream().map(Memory.Recollection::search).toList();
        this.known = recollections.stream().map(Memory.Recollection::known).toList();
        this.ranking = new Ranking(structure);
        this.prices = Prices.none(structure);
    }

    /**
     * What a look at a part found.
     *
     * @param best the best solution of the part, where it is at least as good as the one known before; else null
     * @param split what is to be decided first, or null where the part is settled
     */
    record Looked(@Nullable Solution best, @Nullable Undecided split) {

        static final Looked NOTHING = new Looked(null, null);
    }

    /** {@return what this part holds} Throws {@link Work.Out} where that cannot be said. */
    Looked look() {
        try {
            var first = priced(prices, !later);
            if (first == null) {
                return Looked.NOTHING;
            }
            take(prices, first);
            for (int b = 0; b < first.size(); b++) {
                learn(b, first.get(b).mix());
            }
            if (hopeless()) { // nothing here can be as good as what is known already
                return Looked.NOTHING;
            }
            var portfolio = later ? null : portfolio(structure.coarse().slack());
            return portfolio == null ? coupled() : new Looked(proven(portfolio), null);
        } finally {
            recollections.forEach(memory::give);
        }
    }

    private boolean hopeless() {
        return bound < floor || bound == Long.MIN_VALUE;
    }

    private Looked coupled() {
        boolean kept = generate();
        if (hopeless() || (!kept && barren())) {
            return Looked.NOTHING;
        }
        if (!kept) {
            return split(FAR);
        }
        long most = Math.abs(bound) / FIRST_PARTS;
        var start = new Finish(structure, prices, known, bests, bound, new Work(STARTING_WORK));
        var some = start.atOnce(most);
        long slack = structure.coarse().slack();
        long lost = some == null ? FAR : bound - some.scaled() + slack;
        if (floor != Long.MIN_VALUE) {
            lost = Math.min(lost, bound - floor);
        }
        // INVARIANT: only a solution known shows that the rest is worse; how far lists reach shows nothing.
        boolean all = some != null || lost <= most;
        most = all ? lost : most;
        if (most > Math.abs(bound) / FAR_PARTS && undecided != null) {
            return new Looked(some == null ? null : proven(some), undecided);
        }
        return listed(most, all, some);
    }

    /**
     * Lists the mixes within wider and wider gaps of the bound, as long as they are few.
     *
     * @param all whether nothing that loses more than the most is of interest
     */
    private Looked listed(long most, boolean all, @Nullable Portfolio some) {
        var exact = priced(prices, true);
        if (exact == null) {
            return Looked.NOTHING;
        }
        long before = bound;
        take(prices, exact);
        long reach = most - (before - bound);
        long gap = Math.max((1L << structure.shift()) + structure.coarse().slack(), Math.abs(bound) >> FIRST_GAP);
        var whole = work;
        while (true) {
            gap = Math.min(gap, reach);
            work = new Work(undecided != null ? SHORT_LISTING_WORK : LISTING_WORK);
            try {
                var found = gap < 0 ? null : portfolio(gap);
                if (found != null) {
                    return new Looked(proven(found), null);
                }
            } catch (Work.Out tooMany) {
                work = whole;
                return undecided != null ? new Looked(some == null ? null : proven(some), undecided) : split(gap);
            } finally {
                work = whole;
            }
            if (gap >= reach) {
                return all ? Looked.NOTHING : split(Math.abs(bound) / FIRST_PARTS);
            }
            gap = Math.multiplyExact(gap, WIDER);
        }
    }

    /** Where no switch is left to decide, the general solver answers over what can lie within a gap. */
    private Looked split(long gap) {
        if (undecided != null) {
            return new Looked(null, undecided);
        }
        var outcome = gap == FAR ? null : narrowed(gap);
        if (outcome == null) {
            throw new Work.Out();
        }
        return new Looked(outcome.solution(), null);
    }

    /** {@return whether it is proven that no mixes keep the shared rows} The objective aside, prices alone can show that. */
    private boolean barren() {
        if (aimless) {
            return false;
        }
        var problem = structure.problem();
        var zeros = new ArrayList<>(Collections.nCopies(problem.objective().size(), 0L));
        var nothing = new Problem(problem.variables(), problem.rows(), 0, zeros);
        var read = StructureReader.of(nothing, new Ties(List.of(), List.of()));
        if (read == null) {
            return false;
        }
        var part = new Part(read, together, work, memory, general, ties, 0);
        part.aimless = true;
        part.start(known, Prices.none(read));
        try {
            return part.lacking();
        } finally {
            part.recollections.forEach(memory::give);
        }
    }

    private boolean lacking() {
        if (generate() || hopeless()) {
            return hopeless();
        }
        var exact = priced(prices, true);
        if (exact == null) {
            return true;
        }
        take(prices, exact);
        return hopeless();
    }

    /** Begins with mixes and prices that a like problem ended with; mixes that this one cannot hold are left out. */
    void start(List<List<Mix>> mixes, Prices from) {
        later = true;
        prices = from;
        for (int b = 0; b < mixes.size(); b++) {
            var block = structure.blocks().get(b);
            for (var mix : List.copyOf(mixes.get(b))) {
                if (block.holds(mix.steps())) {
                    learn(b, new Found(mix.steps(), 0));
                }
            }
        }
    }

    List<List<Mix>> known() {
        return known;
    }

    Prices prices() {
        return prices;
    }

    long bound() {
        return bound;
    }

    /**
     * Where the mixes within the gap are too many to list, the general solver is asked over the candidates that any of them
     * can hold. What it proves the best is the best of all if it lies within the gap itself.
     */
    private Outcome.@Nullable Optimal narrowed(long first) {
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
    private record Answer(long bound, @Nullable Found mix) {}

    /** {@return each demand's answer under the prices, or null where one has no mix at all} */
    private @Nullable List<Answer> priced(Prices under, boolean exact) {
        ask(under);
        var answers = together.each(searches.size(), b -> {
            var search = searches.get(b);
            var found = exact ? search.best() : search.some();
            long most = exact && found != null ? found.worth() : search.most();
            return new Answer(most, found);
        });
        boolean none = answers.stream().anyMatch(each -> each.bound() == Filling.NONE || (exact && each.mix() == null));
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
    private boolean learn(int b, @Nullable Found found) {
        if (found == null
                || known.get(b).stream().anyMatch(other -> java.util.Arrays.equals(other.steps(), found.steps()))) {
            return false;
        }
        known.get(b).add(Mix.of(structure.blocks().get(b), found.steps()));
        return true;
    }

    /** Asks under better and better prices; false where no mixes seem to keep all rows. */
    private boolean generate() {
        try (var master = new Master(structure, aimless ? AIMLESS : Math.abs((double) bound))) {
            for (int b = 0; b < searches.size(); b++) {
                for (var mix : known.get(b)) {
                    master.add(b, mix);
                }
            }
            boolean kept = generate(master);
            undecided = kept && hopeless() ? null : master.undecided();
            return kept;
        }
    }

    private boolean generate(Master master) {
        for (int round = 0; round < ROUNDS; round++) {
            var next = master.prices();
            if (next == null) {
                return true; // the bound so far holds; it is only not the closest
            }
            if (aimless && !master.lacks()) {
                return true;
            }
            var found = priced(next, false);
            if (found == null) {
                bound = Long.MIN_VALUE; // a demand has no mix at all
                return true;
            }
            take(next, found);
            if (hopeless()) {
                return true;
            }
            boolean fresh = false;
            double objective = master.objective();
            boolean lacks = master.lacks();
            boolean hindered = (objective > bound * (1 - 1e-4) || bound - objective < bound * 1e-3) && master.link();
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

    private Solution proven(Portfolio portfolio) {
        var solution = structure.solution(portfolio.mixes());
        // INVARIANT: the structure says what the rows say; a doubt about that goes to the general solver.
        if (!Checker.faults(structure.problem(), solution).isEmpty()
                || structure.points(portfolio.scaled()) != solution.score()) {
            throw new Work.Out();
        }
        return solution;
    }
}
