package org.multipolar.advice;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Candidate;
import org.multipolar.enabler.Chance;
import org.multipolar.enabler.StrengthDraws;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Statement;
import org.multipolar.suitability.Criterion;
import org.multipolar.suitability.FineWeights;
import org.multipolar.suitability.Measured;
import org.multipolar.suitability.Suitability;
import org.multipolar.suitability.SuitabilityContext;

/**
 * A question's buyable candidates rated and priced anew under drawn weights, prices and data; verdicts and limits stay.
 *
 * <p>A draw depends on seed, row and what is drawn alone. For one thread at a time.
 */
public final class Redraw {

    /**
     * What is drawn.
     *
     * @param weights part of itself within which each criterion's weight lies; 0 for none
     * @param prices part of itself within which all prices of an operator lie; 0 for none
     * @param indicators whether the scores of countries are drawn, by their method
     * @param abilities whether the abilities of tested models are drawn, within a standard error
     */
    public record Noise(double weights, double prices, boolean indicators, boolean abilities) {

        public static final Noise NONE = new Noise(0, 0, false, false);

        public boolean none() {
            return equals(NONE);
        }
    }

    /**
     * A draw.
     *
     * @param assessments what may be bought, as it is rated and priced in this draw, by demand and candidate
     */
    public record Drawn(PortfolioProblem problem, Map<String, Assessment> assessments) {}

    private final Assessed assessed;
    private final long seed;
    /** By the assessment itself, which is compared as the object it is: comparing its content would take longer than measuring. */
    private final IdentityHashMap<Assessment, Measured> measured = new IdentityHashMap<>();

    private @Nullable StrengthDraws strengths;

    Redraw(Assessed assessed, long seed) {
        this.assessed = assessed;
        this.seed = seed;
    }

    /** {@return how a demand's candidate is named among assessments} */
    public static String key(Candidate candidate) {
        return candidate.demand().id() + " | " + candidate.id();
    }

    /** {@return the question as it stands, nothing drawn} */
    public Drawn undrawn() {
        return drawn(assessed.statement(), assessed.problem());
    }

    /** {@return one draw, counted from 0} */
    public Drawn at(int row, Noise noise) {
        if (noise.none()) {
            return undrawn();
        }
        var weights = FineWeights.of(assessed.question().buyer().policy().weights());
        var moved = noise.weights() == 0 ? weights : Sampler.moved(weights, noise.weights(), seed, row);
        var context = noise.indicators()
                ? assessed.assessor().contextUnder(strengths().at(row))
                : assessed.assessor().context();
        var supply = new HashMap<String, Double>();
        var prices = new TreeMap<String, Double>();
        var statement = assessed.statement().changed(each -> {
            var candidate = priced(each.candidate(), noise, row, prices);
            var as = measured(each);
            if (!candidate.equals(each.candidate())) {
                as = as.with(Criterion.PRICE, Measured.of(Criterion.PRICE, candidate, context));
            }
            if (noise.indicators()) {
                as = as.with(
                        Criterion.SUPPLY,
                        supply.computeIfAbsent(places(candidate), any -> Measured.supply(candidate, context)));
            }
            if (noise.abilities()) {
                as = as.with(Criterion.QUALITY, quality(candidate, context, row));
            }
            return new Assessment(
                    candidate,
                    each.verdict(),
                    each.findings(),
                    each.unfit(),
                    each.languagesCovered(),
                    Suitability.weighed(as.weighed(moved), each.suitability().points10000()));
        });
        return drawn(statement, statement.problem(Statement.Over.BUYABLE));
    }

    private static Drawn drawn(Statement statement, PortfolioProblem problem) {
        var byKey = new HashMap<String, Assessment>();
        statement.assessments().values().forEach(all -> all.forEach(each -> byKey.put(key(each.candidate()), each)));
        return new Drawn(problem, byKey);
    }

    private Measured measured(Assessment assessment) {
        return measured.computeIfAbsent(
                assessment,
                any -> Measured.of(assessment.candidate(), assessed.assessor().context()));
    }

    /** Own halls are no offer of anybody's; what nobody priced stays so. */
    private Candidate priced(Candidate candidate, Noise noise, int row, Map<String, Double> factors) {
        var input = candidate.inputPrice();
        var output = candidate.outputPrice();
        if (noise.prices() == 0 || candidate.site() != null || input == null || output == null) {
            return candidate;
        }
        double factor = factors.computeIfAbsent(
                candidate.operator(),
                operator -> 1
                        + noise.prices()
                                * (2
                                                * new Chance(seed, "prices", row)
                                                        .of(operator)
                                                        .nextDouble()
                                        - 1));
        return candidate.at((long) Math.rint(input * factor), (long) Math.rint(output * factor));
    }

    private double quality(Candidate candidate, SuitabilityContext context, int row) {
        var model = candidate.model().id();
        return context.abilities().quality(model, Sampler.error(model, seed, row));
    }

    private static String places(Candidate candidate) {
        return "%s|%s|%s".formatted(candidate.supplier().origin(), candidate.placeStated(), candidate.places());
    }

    private StrengthDraws strengths() {
        if (strengths == null) {
            strengths = new StrengthDraws(assessed.assessor().index(), seed);
        }
        return strengths;
    }
}
