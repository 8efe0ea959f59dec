package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.Offer.Routing;
import org.multipolar.catalog.Policy.Loss;

/** Where weights were made, who owns the maker, who operates and where it is served are four places. */
class GroupingTest {

    private static final SmallQuestion QUESTION = new SmallQuestion().demand("d", 100);

    private static Grouping grouping(String... blocs) {
        var countries = new TreeMap<String, Country>();
        for (var code : List.of("FR", "DE", "IE")) {
            countries.put(code, new Country(code, code, "EU", List.of(), 1, 1));
        }
        countries.put("US", new Country("US", "US", null, List.of(), 1, 1));
        return Grouping.of(countries, List.of(blocs));
    }

    /** Made in France, owned in China, operated from the United States, served in Ireland or Japan. */
    private static SmallBid bid() {
        return SmallBid.of("a", "maker", "FR")
                .parent("CN")
                .at("op", "US", "IE", "JP")
                .model("m", "root", "other");
    }

    private static Candidate candidate(SmallBid bid) {
        return bid.assessment(org.multipolar.catalog.World.known(QUESTION.demands, "d"))
                .candidate();
    }

    @ParameterizedTest
    @CsvSource({
        "ORIGIN, EU",
        "PARENT, CN",
        "SUPPLIER, maker",
        "OPERATOR, op",
        "HOST_ORIGIN, US",
        "PLACE, IE;JP",
        "LINEAGE, root;other",
        "MODEL, m",
        "OFFER, a",
        "OPENNESS, closed",
        "COST, ''",
        "CONTRACTS, ''"
    })
    void each_limit_looks_at_its_own_place(On on, String values) {
        assertThat(grouping("EU").values(on, candidate(bid())))
                .isEqualTo(values.isEmpty() ? List.of() : List.of(values.split(";", -1)));
    }

    @Test
    void open_weights_are_open_and_of_their_kind() {
        assertThat(grouping().values(On.OPENNESS, candidate(bid().open()))).containsExactly("open", "open-weights");
    }

    @Test
    void an_offer_with_a_choice_of_place_is_known_by_both_names() {
        var chosen = bid().at("op", "US", "IE");
        chosen.routing = Routing.CHOICE;

        assertThat(grouping().values(On.OFFER, candidate(chosen))).containsExactly("a", "a#IE");
    }

    @Test
    void a_place_that_nobody_states_is_what_is_said_instead() {
        assertThat(grouping().values(On.PLACE, candidate(bid().at("op", "US")))).containsExactly("unknown");
    }

    @Test
    void only_members_of_a_bloc_that_counts_as_one_lose_their_name() {
        assertThat(grouping("EU").unit("FR")).isEqualTo("EU");
        assertThat(grouping("EU").unit("US")).isEqualTo("US");
        assertThat(grouping("EU").unit("JP")).isEqualTo("JP");
        assertThat(grouping().unit("FR")).isEqualTo("FR");
        assertThat(grouping("ASEAN").unit("FR")).isEqualTo("FR");
    }

    @Test
    void a_country_takes_closed_models_made_or_owned_there_and_whatever_runs_there() {
        assertThat(grouping().losses(Loss.COUNTRY, candidate(bid()))).containsExactly("CN", "FR", "IE", "JP", "US");
        assertThat(grouping("EU").losses(Loss.COUNTRY, candidate(bid()))).containsExactly("CN", "EU", "JP", "US");
        assertThat(grouping().losses(Loss.COUNTRY, candidate(bid().open()))).containsExactly("IE", "JP", "US");
        assertThat(grouping().losses(Loss.COUNTRY, candidate(bid().open().at("site:s", "", "IE"))))
                .containsExactly("IE");
    }

    @Test
    void a_maker_takes_what_is_closed_or_served_by_itself() {
        var own = bid().open();
        own.access = Candidate.AccessMode.SUPPLIER_API;

        assertThat(grouping().losses(Loss.SUPPLIER, candidate(bid()))).containsExactly("maker");
        assertThat(grouping().losses(Loss.SUPPLIER, candidate(own))).containsExactly("maker");
        assertThat(grouping().losses(Loss.SUPPLIER, candidate(bid().open()))).isEmpty();
    }

    @Test
    void operators_places_and_lineages_take_what_rests_on_them() {
        assertThat(grouping().losses(Loss.OPERATOR, candidate(bid()))).containsExactly("op");
        assertThat(grouping().losses(Loss.PLACE, candidate(bid()))).containsExactly("IE", "JP");
        assertThat(grouping().losses(Loss.LINEAGE, candidate(bid()))).containsExactly("root", "other");
    }

    @Test
    void any_country_may_take_what_is_served_nobody_knows_where() {
        var nowhere = candidate(bid().open().at("op", "US"));
        var anywhere = bid().open().at("op", "US");
        anywhere.routing = Routing.ANYWHERE;

        assertThat(grouping().touched(Loss.COUNTRY, "BR", nowhere)).isTrue();
        assertThat(grouping().touched(Loss.PLACE, "BR", nowhere)).isFalse();
        assertThat(grouping().touched(Loss.COUNTRY, "BR", candidate(anywhere))).isFalse();
        assertThat(grouping().touched(Loss.COUNTRY, "US", candidate(anywhere))).isTrue();
        assertThat(grouping().touched(Loss.COUNTRY, "BR", candidate(bid().open())))
                .isFalse();
    }

    @Test
    void a_loss_strikes_some_and_spares_the_rest() {
        var known =
                new Choice(bid().open().assessment(org.multipolar.catalog.World.known(QUESTION.demands, "d")), 0, 0);
        var nowhere = new Choice(
                bid().open().at("op2", "DE").assessment(org.multipolar.catalog.World.known(QUESTION.demands, "d")),
                1,
                0);
        var struck = new Struck(grouping(), Loss.COUNTRY, List.of(known, nowhere));

        assertThat(struck.losses()).containsExactly("DE", "IE", "JP", "US");
        assertThat(struck.taken("IE")).containsExactly(known, nowhere);
        assertThat(struck.survivors("IE")).isEmpty();
        assertThat(struck.taken("DE")).containsExactly(nowhere);
        assertThat(struck.survivors("DE")).containsExactly(known);
    }

    @Test
    void items_are_grouped_by_every_value_they_have() {
        assertThat(Grouping.by(List.of("ab", "b", "c"), word -> List.of(word.split("", -1)).stream()
                        .filter(each -> !each.isEmpty())
                        .toList()))
                .isEqualTo(Map.of("a", List.of("ab"), "b", List.of("ab", "b"), "c", List.of("c")));
    }

    @Test
    void groups_hold_no_more_than_the_smallest_ceiling_over_all_of_them() {
        var choices = java.util.stream.IntStream.range(0, 4)
                .mapToObj(variable -> new Choice(
                        bid().assessment(org.multipolar.catalog.World.known(QUESTION.demands, "d")), variable, 0))
                .toList();
        var tight = new Ceilings(true);
        tight.note(choices.subList(0, 2), 6);
        tight.note(choices.subList(1, 3), 4);
        tight.note(choices.subList(3, 4), -1);
        var loose = new Ceilings(false);
        loose.note(choices.subList(0, 2), 6);

        assertThat(tight.of(choices.subList(0, 1))).isEqualTo(6);
        assertThat(tight.of(choices.subList(0, 2))).isEqualTo(6);
        assertThat(tight.of(choices.subList(1, 2))).isEqualTo(4);
        assertThat(tight.of(choices.subList(0, 3))).isEqualTo(20);
        assertThat(tight.of(choices.subList(3, 4))).isZero();
        assertThat(loose.of(choices.subList(0, 1))).isEqualTo(20);
    }
}
