package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Evidence;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Reach;

/** Which facts are made of a buyer and an offer, written out by hand. */
class CandidateFactsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @Test
    void every_fact_of_buyer_and_offer_is_in_its_field() {
        var facts = only(SmallMarket.offering());

        assertThat(facts.values())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Field.OPERATING_COUNTRY, List.of("DE")),
                        Map.entry(Field.BUYER_SEAT, List.of("AT")),
                        Map.entry(Field.BUYER_OWNERSHIP, List.of("CH")),
                        Map.entry(Field.BUYER_TYPE, List.of("public")),
                        Map.entry(Field.DATA_SENSITIVITY, List.of("personal")),
                        Map.entry(Field.SECTOR, List.of("finance")),
                        Map.entry(Field.AUDIENCE, List.of("internal")),
                        Map.entry(Field.SUPPLIER, List.of("maker")),
                        Map.entry(Field.SUPPLIER_ORIGIN, List.of("US")),
                        Map.entry(Field.PARENT_ORIGIN, List.of("IE")),
                        Map.entry(Field.HOST, List.of("operator")),
                        Map.entry(Field.HOST_ORIGIN, List.of("NL")),
                        Map.entry(Field.SERVING_COUNTRY, List.of("FR")),
                        Map.entry(Field.ACCESS_MODE, List.of("managed-cloud")),
                        Map.entry(Field.OPENNESS, List.of("open-weights")),
                        Map.entry(Field.LICENCE, List.of("mit")),
                        Map.entry(Field.MODALITY, List.of("text")),
                        Map.entry(Field.SERVED_AT_HOME, List.of("no")),
                        Map.entry(Field.MODEL_RELEASE_DATE, List.of("2026-01-31")),
                        Map.entry(Field.BASE_LINEAGE, List.of("llama")),
                        Map.entry(Field.MODEL_FAMILY, List.of("model")),
                        Map.entry(Field.CRITICALITY, List.of("ordinary")),
                        Map.entry(Field.PLACE_STATED, List.of("yes")),
                        Map.entry(Field.REACH, List.of("sells")),
                        Map.entry(Field.USE_CASE, List.of("coding")),
                        Map.entry(Field.FLAGS, List.of("of-the-buyer", "of-the-demand")),
                        Map.entry(Field.LANGUAGE_REQUIRED, List.of("de", "fr"))));
    }

    @Test
    void each_country_is_paired_with_each_place_that_may_serve_it() {
        var market = SmallMarket.offering()
                .with(SmallMarket.demand(true, "DE", "FR"))
                .from("FR", "US");

        assertThat(of(market, List.of()))
                .extracting(facts -> facts.one(Field.OPERATING_COUNTRY)
                        + facts.one(Field.SERVING_COUNTRY)
                        + " " + facts.one(Field.SERVED_AT_HOME)
                        + " " + facts.one(Field.CRITICALITY))
                .containsExactly("DEFR no critical", "DEUS no critical", "FRFR yes critical", "FRUS no critical");
    }

    @Test
    void where_nobody_states_a_place_none_is_made_up() {
        var facts = only(SmallMarket.offering().from());

        assertThat(facts.values()).doesNotContainKeys(Field.SERVING_COUNTRY, Field.SERVED_AT_HOME);
        assertThat(facts.one(Field.PLACE_STATED)).isEqualTo("no");
    }

    @Test
    void what_nobody_states_of_a_model_is_no_fact() {
        var silent = SmallMarket.model(Openness.UNKNOWN, "unknown", null, List.of(), "", "");

        assertThat(only(SmallMarket.offering().with(silent)).values())
                .doesNotContainKeys(
                        Field.OPENNESS, Field.LICENCE, Field.MODEL_RELEASE_DATE, Field.BASE_LINEAGE, Field.MODALITY);
    }

    @Test
    void a_hall_of_the_buyers_own_hosts_by_that_name() {
        var facts = only(SmallMarket.offering().inTheHall());

        assertThat(facts.one(Field.HOST)).isEqualTo("own-site");
        assertThat(facts.one(Field.REACH)).isEqualTo("not-asked");
        assertThat(facts.one(Field.ACCESS_MODE)).isEqualTo("self-hosted");
    }

    @ParameterizedTest
    @CsvSource({"OPEN_SOURCE, open-weights", "OPEN_WEIGHTS, open-weights", "CLOSED, closed"})
    void rules_ask_only_whether_the_weights_are_open(Openness openness, String word) {
        var model = SmallMarket.model(openness, "mit", null, List.of(), "text", "text");

        assertThat(only(SmallMarket.offering().with(model)).one(Field.OPENNESS)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "text, text, text",
        "text;image, text, multimodal",
        "image, text, multimodal",
        "text, image, image",
        "text, video, video",
        "text, image;video, video",
        "text, text;image, multimodal-generation",
        "text, text;video, multimodal-generation",
        "'', image, image",
        "text, '', ''",
        "'', text, ''"
    })
    void the_kind_of_model_follows_from_what_goes_in_and_comes_out(String inputs, String outputs, String modality) {
        var model = SmallMarket.model(Openness.CLOSED, "mit", null, List.of(), inputs, outputs);

        assertThat(only(SmallMarket.offering().with(model)).one(Field.MODALITY)).isEqualTo(modality);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, , operator, true",
        "2026-11-23, , operator, false",
        "2026-01-01, 2026-11-22, operator, true",
        "2026-01-01, 2026-11-21, operator, false",
        "2026-01-01, , maker, false"
    })
    void a_paper_counts_for_whom_it_speaks_of_while_it_is_good(
            LocalDate dated, @Nullable LocalDate until, String operator, boolean counts) {
        var paper = new Evidence("shown", List.of(operator), List.of(), List.of(), "somebody", dated, until, "");

        assertThat(of(SmallMarket.offering(), List.of(paper)).get(0).values().get(Field.FLAGS))
                .isEqualTo(
                        counts
                                ? List.of("of-the-buyer", "of-the-demand", "shown")
                                : List.of("of-the-buyer", "of-the-demand"));
    }

    private static Facts only(SmallMarket market) {
        var all = of(market, List.of());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<Facts> of(SmallMarket market, List<Evidence> papers) {
        Candidate candidate = market.candidate();
        var asking = new AskingBuyer(SmallRules.facts(
                Field.BUYER_SEAT,
                "AT",
                Field.BUYER_OWNERSHIP,
                "CH",
                Field.BUYER_TYPE,
                "public",
                Field.FLAGS,
                "of-the-buyer"));
        Buyer buyer = asking.buyer().holding(papers);
        var world = SmallMarket.world(List.of(new Reach("operator", "ZZ", "sells", "", "a test", "")), List.of());
        return new CandidateFacts(buyer, new ReachTable(world, Set.of(), DAY)).of(candidate);
    }
}
