package org.multipolar.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.advice.Judgements;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Upcoming;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.review.SmallMarket;

/** What lies ahead of the mix of {@link Told}: 60 percent gamma of operator one and 40 percent beta of operator two in France. */
class WatchListTest {

    private static Ahead ahead(SmallMarket market) {
        return new WatchList(Decomposition.usual(), new Judgements())
                .ask(market.snapshot(), new Question(market.buyer(), SmallMarket.DAY, List.of()));
    }

    private static SmallMarket bound() {
        var market = Told.market();
        market.costPoints = 1;
        market.contractCost = 3_000_000;
        return market;
    }

    @Test
    void the_day_after_a_contract_ends_it_holds_nobody_any_more() {
        var market = bound();
        market.ends.put("two", new Buyer.End(1_000_000_000, LocalDate.parse("2027-01-31")));
        var ahead = ahead(market);

        // leaving two before costs 1,000 USD; after, one contract of 3 USD less is worth beta at twice the price
        assertThat(ahead.days()).singleElement().satisfies(day -> {
            assertThat(day.day()).isEqualTo("2027-02-01");
            assertThat(day.contracts()).containsExactly("two");
            assertThat(day.moves()).isTrue();
            assertThat(day.outcome()).isEqualTo("optimal");
            assertThat(day.scoreChange()).isEqualTo(3);
            assertThat(day.costChange()).isEqualTo(40_000_000 - 3_000_000);
            assertThat(day.shares()).containsExactly("d | beta@one: 0 -> 40 %", "d | beta@two: 40 -> 0 %");
        });
        assertThat(ahead.untouched()).isZero();
        assertThat(ahead.asOf()).isEqualTo("2026-11-22");
        assertThat(ahead.until()).isEqualTo("2029-11-22");
        assertThat(ahead.finding())
                .isEqualTo("1 days ahead touch what is bought; another mix becomes the best on 2027-02-01.");
    }

    @Test
    void a_contract_whose_end_moves_nothing_is_shown_all_the_same() {
        var market = Told.market();
        market.ends.put("two", new Buyer.End(0, LocalDate.parse("2027-01-31")));

        assertThat(ahead(market).days()).singleElement().satisfies(day -> {
            assertThat(day.contracts()).containsExactly("two");
            assertThat(day.moves()).isFalse();
            assertThat(day.shares()).isEmpty();
        });
    }

    @Test
    void contracts_that_ended_or_end_too_late_are_not_ahead() {
        var market = bound();
        market.ends.put("two", new Buyer.End(0, LocalDate.parse("2026-11-21")));
        market.ends.put("three", new Buyer.End(0, LocalDate.parse("2029-11-22")));
        assertThat(ahead(market).days()).isEmpty();

        market.ends.put("two", new Buyer.End(0, LocalDate.parse("2026-11-22")));
        market.ends.put("three", new Buyer.End(0, LocalDate.parse("2029-11-21")));
        assertThat(ahead(market).days()).extracting(Ahead.Day::day).containsExactly("2026-11-23", "2029-11-22");
    }

    @Test
    void days_of_law_are_told_apart_by_what_they_touch() {
        var market = Told.market()
                .rule(
                        "DUTY-BETA",
                        "oblige",
                        "@from( \"2027-01-15\" ) @obligation( \"Sign it.\" )",
                        "supplier.named(\"beta\")")
                .rule("LAW-FR", "exclude", "@from( \"2027-03-01\" )", "servingCountry.named(\"FR\")")
                .rule("LAW-ANTARCTIC", "exclude", "@from( \"2027-05-01\" )", "operatingCountry.named(\"AQ\")")
                .rule("LAW-PAST", "exclude", "@from( \"2026-05-01\" )", "operatingCountry.named(\"AQ\")");
        var ahead = ahead(market);

        assertThat(ahead.days()).extracting(Ahead.Day::day).containsExactly("2027-01-15", "2027-03-01");
        assertThat(ahead.days()).extracting(Ahead.Day::moves).containsExactly(false, true);
        assertThat(ahead.days().get(0).changes()).extracting(Upcoming::rule).containsExactly("DUTY-BETA");
        assertThat(ahead.days().get(1).changes()).extracting(Upcoming::rule).containsExactly("LAW-FR");
        assertThat(ahead.days().get(1).scoreChange()).isZero();
        assertThat(ahead.days().get(1).costChange()).isEqualTo(40_000_000);
        assertThat(ahead.untouched()).isEqualTo(1);
        assertThat(ahead.finding())
                .isEqualTo("2 days ahead touch what is bought; another mix becomes the best on 2027-03-01.");
    }
}
