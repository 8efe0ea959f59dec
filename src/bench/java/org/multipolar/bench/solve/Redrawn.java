package org.multipolar.bench.solve;

import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.portfolio.Choice;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Ties;
import org.multipolar.suitability.Contribution;
import org.multipolar.suitability.Criterion;

/** Redraws the numbers of a stated problem: other scores, other prices wherever they stand, some candidates gone. */
final class Redrawn {

    private static final long SEED = 104_729;
    private static final double WEIGHTS_MOVE = 0.25;
    private static final double PRICES_MOVE = 0.2;
    private static final double LOST = 0.05;

    private Redrawn() {}

    static PortfolioProblem of(PortfolioProblem stated, int number) {
        var random = new Random(SEED * (number + 1));
        var weights = new TreeMap<Criterion, Double>();
        for (var criterion : Criterion.values()) {
            weights.put(criterion, 1 + WEIGHTS_MOVE * (2 * random.nextDouble() - 1));
        }
        var prices = new TreeMap<String, Double>();
        var lost = new TreeSet<String>();
        stated.parts().forEach(part -> part.choices().forEach(choice -> {
            var operator = choice.candidate().operator();
            var maker = choice.candidate().supplier().id();
            prices.computeIfAbsent(operator, any -> 1 + PRICES_MOVE * (2 * random.nextDouble() - 1));
            for (var party : new String[] {"operator " + operator, "maker " + maker}) {
                if (!prices.containsKey(party)) {
                    prices.put(party, 1.0);
                    if (random.nextDouble() < LOST) {
                        lost.add(party);
                    }
                }
            }
        }));
        var factors = new TreeMap<Integer, Double>();
        var variables = new ArrayList<>(stated.problem().variables());
        var objective = new ArrayList<>(stated.problem().objective());
        stated.parts().forEach(part -> part.choices().forEach(choice -> {
            var candidate = choice.candidate();
            factors.put(choice.variable(), prices.getOrDefault(candidate.operator(), 1.0));
            objective.set(choice.variable(), (long) part.weight() * PortfolioProblem.STEPS * score(choice, weights));
            if (lost.contains("operator " + candidate.operator())
                    || lost.contains("maker " + candidate.supplier().id())) {
                variables.set(
                        choice.variable(), variables.get(choice.variable()).within(0, 0));
            }
        }));
        var cost = stated.ties().minimise().get(0);
        var rows = stated.problem().rows().stream()
                .map(row -> row.limit().startsWith("budget") ? dearer(row, factors) : row)
                .toList();
        var ties = new Ties(
                java.util.List.of(
                        dearer(cost, factors), stated.ties().minimise().get(1)),
                stated.ties().larger());
        return new PortfolioProblem(
                new Problem(variables, rows, stated.problem().constant(), objective),
                stated.parts(),
                stated.limits(),
                stated.contracts(),
                ties,
                stated.setAside(),
                stated.grouping());
    }

    private static Row dearer(Row row, Map<Integer, Double> factors) {
        return new Row(row.name(), row.limit(), row.lower(), row.upper(), dearer(row.terms(), factors));
    }

    private static java.util.List<Term> dearer(java.util.List<Term> terms, Map<Integer, Double> factors) {
        return terms.stream()
                .map(term -> new Term(
                        term.variable(), Math.round(term.factor() * factors.getOrDefault(term.variable(), 1.0))))
                .toList();
    }

    private static long score(Choice choice, Map<Criterion, Double> weights) {
        double sum = 0;
        double all = 0;
        var suitability = choice.assessment().suitability();
        for (Contribution each : suitability.contributions()) {
            double weight = weights.getOrDefault(each.criterion(), 1.0);
            sum += weight * each.contribution10000();
            all += weight * each.weightPercent();
        }
        return Math.min(10_000, Math.max(0, Math.round(100 * sum / all) + suitability.points10000()));
    }
}
