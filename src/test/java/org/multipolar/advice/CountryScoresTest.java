package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Policy.CountryScores;
import org.multipolar.catalog.Policy.Reading;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.suitability.Contribution;
import org.multipolar.suitability.Criterion;

/** How the scores of countries enter the advice: the reading, the weights, and whether a mix holds within the intervals. */
class CountryScoresTest {

    private static final Snapshot SNAPSHOT = OneDemand.snapshot();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final CountryScores POINT = CountryScores.by("published");

    @Test
    void a_prudent_reading_never_rates_supply_above_the_median_and_says_what_it_is() {
        var median = supply(scores(Reading.MEDIAN));
        var prudent = supply(scores(Reading.PRUDENT));

        assertThat(prudent).hasSameSizeAs(median).hasSizeGreaterThan(100);
        prudent.forEach((candidate, low) -> assertThat(low.value10000())
                .isLessThanOrEqualTo(World.known(median, candidate).value10000()));
        assertThat(prudent.values())
                .anyMatch(each -> each.note().endsWith("(prudent, 5 %)"))
                .anySatisfy(low -> assertThat(low.value10000()).isPositive());
        assertThat(prudent).isNotEqualTo(median);
    }

    @Test
    void the_point_reading_is_the_score_itself() {
        var making = SNAPSHOT.index(policy(POINT, 15)).making("US", true);
        var first = supply(POINT).values().stream()
                .filter(each -> each.note().startsWith("making in US"))
                .findFirst()
                .orElseThrow();

        assertThat(making).isNotNull();
        assertThat(first.note()).startsWith("making in US %.2f;".formatted(making));
        assertThat(first.note()).doesNotContain("median", "prudent");
    }

    @Test
    void another_weight_of_an_enabler_changes_suitability() {
        var before = supply(POINT);
        var energyOnly = supply(new CountryScores("published", Reading.POINT, Map.of(), Map.of("energy", 1)));

        long changed = before.entrySet().stream()
                .filter(entry -> World.known(energyOnly, entry.getKey()).value10000()
                        != entry.getValue().value10000())
                .count();
        assertThat(changed).isGreaterThan(before.size() / 2);
    }

    @Test
    void a_method_or_an_enabler_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> SNAPSHOT.index(policy(CountryScores.by("astrology"), 15)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no method is called (astrology)")
                .hasMessageContaining("published");
        assertThatThrownBy(() -> SNAPSHOT.index(
                        policy(new CountryScores("published", Reading.POINT, Map.of("oil", 1), Map.of()), 15)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("(oil) is no enabler")
                .hasMessageContaining("capital");
    }

    @Test
    void a_mix_that_does_not_weigh_countries_holds_whatever_their_scores() {
        var stability = advice(0).stability();

        assertThat(stability.verdict()).isEqualTo("holds");
        assertThat(stability.moves()).isEmpty();
        assertThat(stability.low()).isNotEmpty();
    }

    @Test
    void a_mix_that_weighs_little_else_flips_and_the_answer_says_what_would_move() {
        var stability = advice(90).stability();

        assertThat(stability.verdict()).isIn("makers-may-move", "places-may-move");
        assertThat(stability.moves()).isNotEmpty();
        assertThat(stability.moves().stream()
                        .mapToInt(move -> move.to() - move.from())
                        .sum())
                .as("what leaves a demand is bought elsewhere")
                .isZero();
        assertThat(stability.finding()).contains("at the low end of their scores' intervals", OneDemand.DEMAND);
    }

    private static CountryScores scores(Reading reading) {
        return new CountryScores("published", reading, Map.of(), Map.of());
    }

    private static Map<String, Contribution> supply(CountryScores scores) {
        var supply = new TreeMap<String, Contribution>();
        for (var assessment : assessments(scores)) {
            assessment.suitability().contributions().stream()
                    .filter(each -> each.criterion() == Criterion.SUPPLY)
                    .forEach(each -> supply.put(assessment.candidate().id(), each));
        }
        return supply;
    }

    private static List<Assessment> assessments(CountryScores scores) {
        return World.known(Assessed.of(SNAPSHOT, question(scores, 15)).assessments(), OneDemand.DEMAND);
    }

    private static Advice advice(int supplyPercent) {
        return new Advisor(Decomposition.usual())
                .recommend(SNAPSHOT, question(POINT, supplyPercent))
                .advice();
    }

    private static Question question(CountryScores scores, int supplyPercent) {
        var buyer = SNAPSHOT.buyers().values().iterator().next();
        var other = OneDemand.with(buyer, policy(scores, supplyPercent));
        return new Question(other, DAY, List.of());
    }

    private static Policy policy(CountryScores scores, int supplyPercent) {
        var own = SNAPSHOT.buyers().values().iterator().next().policy();
        return new Policy(
                scores,
                new Policy.Weights(100 - supplyPercent, 0, 0, supplyPercent, 0, 0),
                own.minimumLot(),
                own.minimumSuppliers(),
                own.maximumSuppliers(),
                own.languageSuppliers(),
                own.concentrationPrice(),
                own.costPoints(),
                own.contractCost(),
                own.originBlocs(),
                own.memberScoredWithBloc(),
                own.retained(),
                own.assumedPrice(),
                own.switchedOff(),
                own.refuseUntested());
    }
}
