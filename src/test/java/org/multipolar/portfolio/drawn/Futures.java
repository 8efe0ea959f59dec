package org.multipolar.portfolio.drawn;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.multipolar.catalog.Candidate;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Statement;
import org.multipolar.suitability.Contribution;
import org.multipolar.suitability.Criterion;

/**
 * Futures of one drawn buyer, as a sweep meets them: criteria weigh otherwise, operators ask other prices, and now and then a
 * maker's country, a maker or an operator is gone. A future depends on the instance and its number alone.
 *
 * @param country likelihood that a country is lost, of each country
 * @param party likelihood that a maker or an operator is lost, of each of them
 */
public record Futures(Statement today, double country, double party) {

    private static final double WEIGHTS_MOVE = 0.25;
    private static final double PRICES_MOVE = 0.2;
    private static final long SEED = 7_919;

    /** {@return futures in which each country, maker and operator is lost in one of twenty} */
    public static Futures of(Instance instance) {
        return new Futures(instance.statement(), 0.05, 0.05);
    }

    /** {@return futures in which weights and prices move, and nothing is lost} */
    public static Futures calm(Instance instance) {
        return new Futures(instance.statement(), 0, 0);
    }

    public PortfolioProblem at(int number) {
        var random = new Random(SEED * (number + 1));
        var weights = new EnumMap<Criterion, Double>(Criterion.class);
        for (var criterion : Criterion.values()) {
            weights.put(criterion, moved(random, WEIGHTS_MOVE));
        }
        var countries = new TreeSet<String>();
        var makers = new TreeSet<String>();
        var operators = new TreeSet<String>();
        today.assessments()
                .values()
                .forEach(all -> all.forEach(each -> {
                    countries.add(each.candidate().supplier().origin());
                    makers.add(each.candidate().supplier().id());
                    operators.add(each.candidate().operator());
                }));
        countries.removeIf(each -> random.nextDouble() >= country);
        makers.removeIf(each -> random.nextDouble() >= party);
        var prices = new HashMap<String, Double>();
        operators.forEach(each -> prices.put(each, moved(random, PRICES_MOVE)));
        operators.removeIf(each -> random.nextDouble() >= party);
        return today.among(
                        each -> !countries.contains(each.candidate().supplier().origin())
                                && !makers.contains(each.candidate().supplier().id())
                                && !operators.contains(each.candidate().operator()))
                .changed(each -> changed(
                        each, weights, prices.getOrDefault(each.candidate().operator(), 1.0)))
                .problem(Statement.Over.BUYABLE);
    }

    private static double moved(Random random, double part) {
        return 1 + part * (2 * random.nextDouble() - 1);
    }

    private static Assessment changed(Assessment of, Map<Criterion, Double> weights, double price) {
        var before = of.candidate();
        var candidate = before.priced() ? dearer(before, price) : before;
        var points = new EnumMap<Criterion, Long>(Criterion.class);
        for (Contribution each : of.suitability().contributions()) {
            points.put(
                    each.criterion(),
                    Math.round(each.contribution10000() * weights.getOrDefault(each.criterion(), 1.0)));
        }
        return new Assessment(
                candidate, of.verdict(), of.findings(), of.unfit(), of.languagesCovered(), Bids.suitability(points));
    }

    private static Candidate dearer(Candidate candidate, double by) {
        return candidate.at(
                Math.round(java.util.Objects.requireNonNull(candidate.inputPrice()) * by),
                Math.round(java.util.Objects.requireNonNull(candidate.outputPrice()) * by));
    }
}
