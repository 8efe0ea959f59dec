package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.catalog.Availability;
import org.multipolar.catalog.Candidate.AccessMode;
import org.multipolar.catalog.Reach;

/** Which of several statements about one operator, offer or maker counts, and on which days. */
class ReachTableTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource({
        "'', not-stated",
        "DE sells, sells",
        "FR sells, not-stated",
        "ZZ restricted, restricted",
        "EU27 sells, sells",
        "EU does-not-sell, does-not-sell",
        // The strictest counts, in whichever order they stand.
        "DE sells + ZZ restricted, restricted",
        "ZZ restricted + DE sells, restricted",
        "DE does-not-sell + ZZ restricted, does-not-sell",
        // A statement of the host or the maker takes the place of those in general, also where it is looser.
        "DE does-not-sell + DE sells host:host, sells",
        "DE does-not-sell + DE sells supplier:maker, sells",
        "DE sells + DE does-not-sell host:other, sells",
        "DE sells + DE does-not-sell supplier:other, sells",
        "DE sells host:host + DE restricted supplier:maker, restricted"
    })
    void the_strictest_of_the_narrowest_statements_counts(String rows, String status) {
        assertThat(status(reach(rows), List.of(), SmallMarket.offering(), "DE")).isEqualTo(status);
    }

    @Test
    void a_group_speaks_of_its_members_alone() {
        assertThat(status(reach("EU27 sells"), List.of(), SmallMarket.offering(), "US"))
                .isEqualTo("not-stated");
        assertThat(status(reach("ZZ sells"), List.of(), SmallMarket.offering(), "US"))
                .isEqualTo("sells");
    }

    @Test
    void another_operators_statements_say_nothing() {
        var other = List.of(new Reach("other", "DE", "sells", "", "a test", ""));

        assertThat(status(other, List.of(), SmallMarket.offering(), "DE")).isEqualTo("not-stated");
    }

    @Test
    void nobody_asks_whether_a_hall_of_the_buyers_own_sells() {
        assertThat(status(
                        reach("ZZ does-not-sell"),
                        List.of(),
                        SmallMarket.offering().inTheHall(),
                        "DE"))
                .isEqualTo("not-asked");
    }

    @ParameterizedTest
    @CsvSource({
        "unavailable, does-not-sell",
        "blocked-by-government, does-not-sell",
        "restricted, restricted",
        "requires-approval, restricted"
    })
    void a_statement_about_the_offer_narrows_what_the_operator_says(String said, String status) {
        var sells = reach("ZZ sells");

        assertThat(status(sells, List.of(ofOffer("offer", "DE", said)), SmallMarket.offering(), "DE"))
                .isEqualTo(status);
        assertThat(status(sells, List.of(ofOffer("offer", "FR", said)), SmallMarket.offering(), "DE"))
                .isEqualTo("sells");
        assertThat(status(sells, List.of(ofOffer("other", "DE", said)), SmallMarket.offering(), "DE"))
                .isEqualTo("sells");
        assertThat(status(
                        reach("DE does-not-sell"), List.of(ofOffer("offer", "DE", said)), SmallMarket.offering(), "DE"))
                .isEqualTo("does-not-sell");
    }

    @ParameterizedTest
    @CsvSource({
        "unavailable, SUPPLIER_API, maker, does-not-sell",
        // Others may sell what the maker itself does not.
        "unavailable, MANAGED_CLOUD, maker, sells",
        "restricted, SUPPLIER_API, maker, sells",
        "unavailable, SUPPLIER_API, other, sells"
    })
    void a_statement_about_the_maker_speaks_of_its_own_service(
            String said, AccessMode access, String supplier, String status) {
        var rows = List.of(new Availability(supplier, "", "DE", said, "", null, "a test", ""));

        assertThat(status(reach("ZZ sells"), rows, SmallMarket.offering().by(access), "DE"))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'', , does-not-sell",
        "2026-11-22, , does-not-sell",
        "2026-11-23, , sells",
        "2026-11, , does-not-sell",
        "2026-12, , sells",
        "'', 2026-11-22, does-not-sell",
        "'', 2026-11-21, sells",
        "'', 2026-11, does-not-sell",
        "'', 2026-10, sells",
        "2026-01-01, 2026-11-21, sells"
    })
    void a_statement_holds_from_its_first_to_its_last_day(String since, @Nullable String until, String status) {
        var rows = List.of(new Availability("", "offer", "DE", "unavailable", since, until, "a test", ""));

        assertThat(status(reach("ZZ sells"), rows, SmallMarket.offering(), "DE"))
                .isEqualTo(status);
    }

    @Test
    void it_changes_on_first_days_and_the_day_after_last_days() {
        var rows = List.of(
                new Availability("", "a", "DE", "unavailable", "2026-02", "2026-03-31", "a test", ""),
                new Availability("", "b", "DE", "unavailable", "", null, "a test", ""),
                new Availability("", "c", "DE", "unavailable", "2026-01-15", "2026", "a test", ""));

        assertThat(ReachTable.changes(SmallMarket.world(List.of(), rows)))
                .extracting(LocalDate::toString)
                .containsExactly("2026-01-15", "2026-02-01", "2026-04-01", "2027-01-01");
    }

    @Test
    void one_table_answers_for_each_country_and_each_way_to_buy_by_itself() {
        var rows = List.of(new Availability("maker", "", "DE", "unavailable", "", null, "a test", ""));
        var table = new ReachTable(SmallMarket.world(reach("ZZ sells"), rows), Set.of(), DAY);
        var cloud = SmallMarket.offering().candidate();
        var own = SmallMarket.offering().by(AccessMode.SUPPLIER_API).candidate();

        assertThat(List.of(table.status(cloud, "DE"), table.status(own, "DE"), table.status(own, "FR")))
                .containsExactly("sells", "does-not-sell", "sells");
    }

    private static String status(
            List<Reach> reach, List<Availability> availability, SmallMarket market, String country) {
        return new ReachTable(SmallMarket.world(reach, availability), Set.of("DE", "FR"), DAY)
                .status(market.candidate(), country);
    }

    /** {@return statements of the operator, each a place, a status and a scope where it has one} */
    private static List<Reach> reach(String rows) {
        return Stream.of(rows.split(" \\+ ", -1))
                .filter(row -> !row.isEmpty())
                .map(row -> (row + " ").split(" ", -1))
                .map(words -> new Reach("operator", words[0], words[1], words[2], "a test", ""))
                .toList();
    }

    private static Availability ofOffer(String offer, String place, String status) {
        return new Availability("", offer, place, status, "", null, "a test", "");
    }
}
