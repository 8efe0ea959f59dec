package org.multipolar.bench.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.multipolar.portfolio.drawn.Instance;

/** Runs the race of the optimiser. */
public final class SolveRace {

    private static final int QUICK_OF_EACH_SIZE = 2;
    private static final long WARM_UP = 1_500_000_000;

    private final Patience patience;
    private final List<Racer> racers;
    private final Map<String, Set<Racer>> exhausted = new HashMap<>();

    private SolveRace(Patience patience, List<Racer> racers) {
        this.patience = patience;
        this.racers = racers;
    }

    /** Runs all sixty instances and the shipped buyers. */
    public static void full() {
        run(Patience.FULL, Instance.all());
    }

    /** Runs eleven instances and the shipped buyers, with less patience. */
    public static void quick() {
        var few = new ArrayList<Instance>();
        var all = Instance.all();
        all.stream()
                .map(Instance::size)
                .distinct()
                .forEach(size -> few.addAll(all.stream()
                        .filter(each -> each.size().equals(size))
                        .limit(QUICK_OF_EACH_SIZE)
                        .toList()));
        few.remove(few.size() - 1); // of the largest, which nobody proves so soon, one is enough to show that
        run(Patience.QUICK, few);
    }

    /** Runs the same eleven, then futures of one buyer against plain loops. */
    public static void quickWithFutures() {
        quick();
        var racers = Starters.all();
        try {
            SweepRace.print(racers);
        } finally {
            racers.forEach(Racer::close);
        }
    }

    private static void run(Patience patience, List<Instance> instances) {
        System.out.printf(
                "%nat most %d s a solve, %d laps or as many as begin within %d ms%n",
                patience.limit().toSeconds(), patience.laps(), patience.each().toMillis());
        var racers = Starters.all();
        try {
            var race = new SolveRace(patience, racers);
            race.warmUp(instances.get(0));
            new SolveReport(racers, instances.stream().map(race::round).toList()).print();
            Shipped.print(patience);
        } finally {
            racers.forEach(Racer::close);
        }
    }

    /** Code in Java gets faster as it runs; everybody solves the first instance for a while. */
    private void warmUp(Instance first) {
        var portfolio = first.problem();
        for (var racer : racers) {
            long start = System.nanoTime();
            do {
                racer.solve(portfolio, patience.least());
            } while (System.nanoTime() - start < WARM_UP);
        }
    }

    private Round round(Instance instance) {
        System.err.println(instance.name());
        var out = exhausted.computeIfAbsent(instance.size() + instance.tightness(), kind -> new HashSet<>());
        var running = racers.stream().filter(racer -> !out.contains(racer)).toList();
        var heat = new SolveHeat(instance.problem(), patience);
        var round = new Round(instance, heat.run(running), heat.infeasible());
        out.addAll(SolveHeat.exhausted(round.showings(), patience));
        return round;
    }
}
