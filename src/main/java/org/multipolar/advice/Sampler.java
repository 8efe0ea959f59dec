package org.multipolar.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.World;
import org.multipolar.enabler.Chance;
import org.multipolar.enabler.StrengthDraws;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.Sampled;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.Solver;
import org.multipolar.suitability.Criterion;
import org.multipolar.suitability.FineWeights;

/**
 * Asks for the best mix again under drawn weights and data, and counts who stays.
 *
 * <p>A draw depends on seed and number alone, so who solves which draw makes no difference. How far weights move is this
 * program's setting; how far data move is the index's and the tests' own.
 */
final class Sampler {

    /** Each weight lies within this part of itself, all values as likely, before they are shared out to 100 percent. */
    private static final double WEIGHTS_MOVE = 0.25;

    private final Assessed assessed;
    private final Solver solver;
    private final AtomicInteger solves = new AtomicInteger();

    Sampler(Assessed assessed, Solver solver) {
        this.assessed = assessed;
        this.solver = solver;
    }

    /** {@return what so many draws came to, for a mix that is proven} */
    Sampled of(Outcome proven, int draws) {
        var index = assessed.assessor().index();
        long seed = index.method().variation().seed();
        var rescored = new Rescored(assessed);
        var now = Bought.of(assessed.problem(), Explainer.values(proven));
        var weights = FineWeights.of(assessed.question().buyer().policy().weights());
        var strengths = new StrengthDraws(index, seed);
        var solved = IntStream.range(0, draws)
                .parallel()
                .mapToObj(row -> best(
                        rescored,
                        moved(weights, WEIGHTS_MOVE, seed, row),
                        new Rescored.Draw(strengths.at(row), model -> error(model, seed, row))))
                .filter(Objects::nonNull)
                .toList();
        var flips = new WeightFlips(now.leader(), weights, moved -> best(rescored, moved, null), this::name).all();
        int leads = count(solved, bought -> bought.leads(now.leader()));
        return new Sampled(
                draws,
                solved.size(),
                seed,
                finding(now, solved, leads),
                varied(),
                count(solved, bought -> bought.steps().equals(now.steps())),
                now.leader(),
                name(now.leader()),
                leads,
                suppliers(now, solved),
                demands(now, solved),
                flips,
                solves.get());
    }

    private @Nullable Bought best(Rescored rescored, FineWeights weights, Rescored.@Nullable Draw draw) {
        solves.incrementAndGet();
        return rescored.best(solver, weights, draw);
    }

    private List<String> varied() {
        var varied = new ArrayList<String>();
        varied.add("weights of the criteria, each within 25 percent of itself");
        if (assessed.assessor().index().method().variesAnything()) {
            varied.add("scores of countries, by the draws of their method on its own scale");
        }
        varied.add("abilities of tested models, within one standard error and likeliest in its middle");
        return varied;
    }

    /** {@return weights of which each lies within a part of itself, all values as likely, before they are shared out} */
    static FineWeights moved(FineWeights weights, double within, long seed, int row) {
        var chance = new Chance(seed, "criteria", row);
        return weights.times(Arrays.stream(Criterion.values())
                .map(criterion -> 1 + within * (2 * chance.of(criterion.word()).nextDouble() - 1))
                .toList());
    }

    /** Two even chances make a triangle: 0 is the likeliest, one standard error either way the end. */
    static double error(String model, long seed, int row) {
        var chance = new Chance(seed, "ability", row).of(model);
        return chance.nextDouble() + chance.nextDouble() - 1;
    }

    private static int count(List<Bought> solved, java.util.function.Predicate<Bought> counted) {
        return (int) solved.stream().filter(counted).count();
    }

    private List<Sampled.OfBuyer> suppliers(Bought now, List<Bought> solved) {
        var all = new TreeSet<>(now.volumes().keySet());
        solved.forEach(bought -> all.addAll(bought.volumes().keySet()));
        return all.stream()
                .map(supplier -> {
                    var range = sorted(solved, bought -> bought.share(supplier));
                    return new Sampled.OfBuyer(
                            supplier,
                            name(supplier),
                            now.share(supplier),
                            count(solved, bought -> bought.volumes().containsKey(supplier)),
                            count(solved, bought -> bought.leads(supplier)),
                            least(range),
                            median(range),
                            most(range));
                })
                .sorted(Comparator.comparingLong(Sampled.OfBuyer::now)
                        .thenComparingInt(Sampled.OfBuyer::stays)
                        .reversed())
                .toList();
    }

    private List<Sampled.OfDemand> demands(Bought now, List<Bought> solved) {
        var rows = new ArrayList<Sampled.OfDemand>();
        for (var part : assessed.problem().parts()) {
            var demand = part.demand().id();
            var all = new TreeSet<>(World.known(now.steps(), demand).keySet());
            solved.forEach(
                    bought -> all.addAll(World.known(bought.steps(), demand).keySet()));
            for (var supplier : all) {
                var range = sorted(solved, bought -> bought.percent(demand, supplier));
                rows.add(new Sampled.OfDemand(
                        demand,
                        supplier,
                        name(supplier),
                        now.percent(demand, supplier),
                        count(solved, bought -> bought.percent(demand, supplier) > 0),
                        least(range),
                        median(range),
                        most(range)));
            }
        }
        return rows;
    }

    private static List<Long> sorted(List<Bought> solved, ToLongFunction<Bought> share) {
        return solved.stream().map(share::applyAsLong).sorted().toList();
    }

    private static long least(List<Long> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(0);
    }

    private static long median(List<Long> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
    }

    private static long most(List<Long> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
    }

    private String name(String supplier) {
        var known = assessed.snapshot().world().suppliers().get(supplier);
        return known == null ? supplier : known.name();
    }

    private String finding(Bought now, List<Bought> solved, int leads) {
        int steady = count(
                solved, bought -> bought.volumes().keySet().equals(now.volumes().keySet()));
        return "%s leads in %d of %d draws of weights and data; the same suppliers are bought from in %d."
                .formatted(name(now.leader()), leads, solved.size(), steady);
    }
}
