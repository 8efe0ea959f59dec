package org.multipolar.suitability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Demand.DemandLanguage;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.World;

class RatingTest {

    private static final World WORLD = new TestedModels()
            .closed("closed")
            .model("open", Openness.OPEN_WEIGHTS, 70.0, "de")
            .model("free", Openness.OPEN_SOURCE, 70.0, "de", "en")
            .world();
    private static final SuitabilityContext CONTEXT = Bids.context(WORLD);

    @Test
    void served_in_the_country_is_best_then_in_its_bloc_then_where_adequate_then_elsewhere() {
        assertThat(locality("DE")).isEqualTo(10_000);
        assertThat(locality("FR")).isEqualTo(8_000);
        assertThat(locality("JP")).isEqualTo(5_000);
        assertThat(locality("US")).isZero();
        assertThat(locality()).isZero();
    }

    @Test
    void of_several_places_the_worst_counts() {
        assertThat(locality("DE", "FR")).isEqualTo(8_000);
        assertThat(locality("DE", "US")).isZero();
    }

    @Test
    void of_several_operating_countries_the_worst_counts() {
        var both = Bids.demand(3, 1, List.of("DE", "FR"), new DemandLanguage("de", 100));

        assertThat(value(Bids.bid(both, model("open"), "US", "DE"), Criterion.LOCALITY))
                .isEqualTo(8_000);
    }

    @Test
    void supply_is_half_the_makers_strength_and_half_the_places() {
        assertThat(supply("US", "US")).isEqualTo(10_000);
        assertThat(supply("US", "DE")).isEqualTo(7_500);
        assertThat(supply("FR", "DE")).isEqualTo(5_000);
    }

    @Test
    void of_several_places_the_weakest_serves() {
        assertThat(supply("US", "DE", "FR", "US")).isEqualTo(7_000);
    }

    @Test
    void an_unknown_place_and_an_unknown_maker_count_as_nothing_and_say_so() {
        assertThat(supply("US")).isEqualTo(5_000);
        assertThat(note(Bids.bid(Bids.german(), model("open"), "US"), Criterion.SUPPLY))
                .contains("serving unknown: the place is anywhere");
        assertThat(supply("LI", "US")).isEqualTo(5_000);
        assertThat(supply("US", "LI", "US")).isEqualTo(5_000);
        assertThat(note(Bids.bid(Bids.german(), model("open"), "US", "LI", "US"), Criterion.SUPPLY))
                .contains("no figures for LI");
    }

    @Test
    void price_falls_by_a_third_with_each_tenfold() {
        assertThat(price(50_000L)).isEqualTo(10_000);
        assertThat(price(500_000L)).isEqualTo(6_667);
        assertThat(price(5_000_000L)).isEqualTo(3_333);
        assertThat(price(50_000_000L)).isZero();
    }

    @Test
    void prices_beyond_the_goalposts_are_clamped() {
        assertThat(price(0L)).isEqualTo(10_000);
        assertThat(price(90_000_000L)).isZero();
    }

    @Test
    void the_demands_own_mix_of_tokens_is_priced() {
        var talkative = Bids.demand(1, 3, List.of("DE"));
        var reading = Bids.demand(3, 1, List.of("DE"));

        assertThat(value(twoPrices(talkative), Criterion.PRICE)).isLessThan(value(twoPrices(reading), Criterion.PRICE));
        assertThat(note(twoPrices(reading), Criterion.PRICE)).startsWith("3.250 USD");
    }

    @Test
    void an_offer_without_a_price_scores_nothing_for_it_and_says_unknown() {
        var unpriced = Bids.bid(Bids.german(), model("open"), "US", null, List.of("DE"));

        assertThat(value(unpriced, Criterion.PRICE)).isZero();
        assertThat(note(unpriced, Criterion.PRICE)).contains("unknown");
    }

    @Test
    void openness_is_what_survives_the_maker() {
        assertThat(openness("closed")).isZero();
        assertThat(openness("open")).isEqualTo(7_000);
        assertThat(openness("free")).isEqualTo(10_000);
    }

    @Test
    void languages_count_by_business_weight() {
        var mostlyGerman = Bids.demand(3, 1, List.of("DE"), new DemandLanguage("de", 80), new DemandLanguage("en", 20));

        assertThat(value(Bids.bid(mostlyGerman, model("open"), "US", "DE"), Criterion.LANGUAGE))
                .isEqualTo(5_600);
        assertThat(value(Bids.bid(mostlyGerman, model("free"), "US", "DE"), Criterion.LANGUAGE))
                .isEqualTo(7_000);
        assertThat(value(Bids.bid(mostlyGerman, model("closed"), "US", "DE"), Criterion.LANGUAGE))
                .isZero();
    }

    @Test
    void the_contributions_add_up_to_the_base_exactly() {
        var rated = Rating.rate(Bids.bid(Bids.german(), model("open"), "FR", "DE"), CONTEXT);

        assertThat(rated.contributions()).extracting(Contribution::criterion).containsExactly(Criterion.values());
        assertThat(rated.contributions().stream()
                        .mapToLong(Contribution::contribution10000)
                        .sum())
                .isEqualTo(rated.base10000());
        for (var each : rated.contributions()) {
            assertThat((double) each.contribution10000())
                    .isCloseTo(each.value10000() * each.weightPercent() / 100.0, within(1.01));
        }
    }

    @Test
    void points_move_the_total_within_its_bounds_and_leave_the_base() {
        var rated = Rating.rate(Bids.bid(Bids.german(), model("open"), "FR", "DE"), CONTEXT);

        assertThat(rated.withPoints(-200).total10000()).isEqualTo(rated.base10000() - 200);
        assertThat(rated.withPoints(-200).base10000()).isEqualTo(rated.base10000());
        assertThat(rated.withPoints(-99_999).total10000()).isZero();
        assertThat(rated.withPoints(99_999).total10000()).isEqualTo(10_000);
    }

    @Test
    void contributions_that_do_not_add_up_are_refused() {
        assertThatThrownBy(() -> new Suitability(List.of(), 5, 0)).hasMessageContaining("sum to 0, the base is 5");
    }

    private static Candidate twoPrices(Demand demand) {
        var same = Bids.bid(demand, model("open"), "US", "DE");
        return new Candidate(
                demand,
                same.offer(),
                same.model(),
                same.supplier(),
                same.access(),
                same.host(),
                same.operator(),
                same.hostOrigin(),
                same.places(),
                same.routing(),
                null,
                1_000_000L,
                10_000_000L);
    }

    private static long locality(String... places) {
        return value(Bids.bid(Bids.german(), model("open"), "US", places), Criterion.LOCALITY);
    }

    private static long supply(String origin, String... places) {
        return value(Bids.bid(Bids.german(), model("open"), origin, places), Criterion.SUPPLY);
    }

    private static long price(Long microUsd) {
        return value(Bids.bid(Bids.german(), model("open"), "US", microUsd, List.of("DE")), Criterion.PRICE);
    }

    private static long openness(String model) {
        return value(Bids.bid(Bids.german(), model(model), "US", "DE"), Criterion.OPENNESS);
    }

    private static Model model(String id) {
        return World.known(WORLD.models(), id);
    }

    private static long value(Candidate candidate, Criterion criterion) {
        return contribution(candidate, criterion).value10000();
    }

    private static String note(Candidate candidate, Criterion criterion) {
        return contribution(candidate, criterion).note();
    }

    private static Contribution contribution(Candidate candidate, Criterion criterion) {
        return Rating.rate(candidate, CONTEXT).contributions().stream()
                .filter(each -> each.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }
}
