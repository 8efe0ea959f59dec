package org.multipolar.exchange.bom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.Shipped;
import org.multipolar.ShippedAnswers;
import org.multipolar.advice.Advice;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.World;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.Json;
import org.multipolar.explain.MixShare;
import org.multipolar.review.InlineOfferReader;

/** Bills written of the shipped buyers' mixes: the official library accepts them, and they say what the answers say. */
class MlBomTest {

    private static final World WORLD = Shipped.snapshot().world();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> buyers() {
        return Shipped.snapshot().buyers().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void the_official_library_finds_no_fault(String buyer) throws IOException, ParseException {
        var bytes = bill(buyer);

        assertThat(new JsonParser().validate(new String(bytes, StandardCharsets.UTF_8), Version.VERSION_16))
                .isEmpty();
        assertThat(new JsonParser().isValid(bytes, Version.VERSION_16)).isTrue();
        assertThat(new JsonParser().parse(bytes).getComponents())
                .isNotEmpty()
                .allMatch(each -> each.getType() == Component.Type.MACHINE_LEARNING_MODEL);
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void each_share_bought_is_said_with_operator_place_and_verdict(String buyer) {
        var expected = new TreeMap<String, String>();
        bought(buyer, (demand, share) -> {
            var key = ":" + demand.id() + ":" + share.offer();
            expected.put(share.model() + " multipolar:share" + key, String.valueOf(share.share()));
            expected.put(share.model() + " multipolar:operator" + key, share.operator());
            expected.put(share.model() + " multipolar:serving-country" + key, share.servingCountry());
            expected.put(share.model() + " multipolar:verdict" + key, share.verdict());
        });

        var said = new TreeMap<String, String>();
        for (var component : tree(buyer).path("components")) {
            var model = component.path("bom-ref").asText().substring("model:".length());
            component.path("properties").forEach(each -> {
                if (each.path("name").asText().matches("multipolar:(share|operator|serving-country|verdict):.*")) {
                    said.put(
                            model + " " + each.path("name").asText(),
                            each.path("value").asText());
                }
            });
        }

        assertThat(said).isEqualTo(expected).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void what_is_written_is_read_back_as_the_same_models_licences_and_lineage(String buyer) throws IOException {
        var models = new TreeMap<String, MixShare>();
        bought(buyer, (demand, share) -> models.put(share.model(), share));

        var reading = MlBomReader.read("own", bill(buyer), WORLD).orThrow();

        assertThat(reading.offers()).extracting(ProposedOffer::known).containsExactlyElementsOf(models.keySet());
        for (var offer : reading.offers()) {
            var share = World.known(models, String.valueOf(offer.known()));
            assertThat(offer.name()).isEqualTo(share.modelName());
            assertThat(offer.offer().getOrDefault("licence", "unknown")).isEqualTo(share.licence());
            assertThat(offer.offer().get("base_lineage"))
                    .isEqualTo(share.lineage().stream().sorted().toList());
            assertThat(offer.offer())
                    .containsEntry("supplier", share.supplier())
                    .containsEntry("supplier_origin", share.supplierOrigin())
                    .containsEntry("parent_origin", share.parentOrigin())
                    .containsEntry("openness", share.openness());
            if (offer.offer().containsKey("operator")) {
                var asked = InlineOfferReader.read("own", JSON.writeValueAsBytes(offer.offer()), WORLD)
                        .orThrow();
                assertThat(asked.model()).isEqualTo(World.known(WORLD.models(), share.model()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("buyers")
    void each_service_serves_the_models_bought_of_its_host(String buyer) {
        var expected = new TreeMap<String, TreeSet<String>>();
        bought(buyer, (demand, share) -> expected.computeIfAbsent(
                        "service:" + (share.host().equals("own-site") ? share.operator() : share.host()),
                        any -> new TreeSet<>())
                .add("model:" + share.model()));

        var bill = tree(buyer);
        var said = new TreeMap<String, Set<String>>();
        bill.path("dependencies").forEach(each -> {
            if (!each.path("ref").asText().equals("portfolio")) {
                said.put(each.path("ref").asText(), texts(each.path("dependsOn")));
            }
        });

        assertThat(said).isEqualTo(expected);
        for (var service : bill.path("services")) {
            boolean own = service.path("bom-ref").asText().startsWith("service:site:");
            assertThat(service.path("x-trust-boundary").asBoolean()).isEqualTo(!own);
        }
        var refs = new TreeSet<String>();
        bill.findValuesAsText("bom-ref")
                .forEach(ref -> assertThat(refs.add(ref)).as(ref).isTrue());
        assertThat(refs).containsAll(texts(bill.path("dependencies").path(0).path("dependsOn")));
    }

    @Test
    void number_and_time_follow_from_decision_and_day() throws IOException {
        var advice = ShippedAnswers.of("consumer-goods").advice();
        // 0x1 is 0001 in binary; with the two bits of the variant, 10, in front it is 1001, which is 9.
        var bill = JSON.readTree(
                MlBom.of(decided(advice, "00112233445566771899aabbccddeeff00112233445566778899aabbccddeeff"), WORLD));

        assertThat(bill.path("serialNumber").asText()).isEqualTo("urn:uuid:00112233-4455-8677-9899-aabbccddeeff");
        assertThat(bill.at("/metadata/timestamp").asText()).isEqualTo("2026-11-22T00:00:00Z");
    }

    @Test
    void the_same_answer_gives_the_same_bytes_also_read_back_and_in_turkey() throws IOException {
        var advice = ShippedAnswers.of("european-bank").advice();
        var first = MlBom.of(advice, WORLD);
        var stored =
                new ObjectMapper().registerModule(new JavaTimeModule()).readValue(Json.pretty(advice), Advice.class);
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(MlBom.of(advice, WORLD)).isEqualTo(first);
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(MlBom.of(stored, WORLD)).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8))
                .doesNotContain("\r")
                .endsWith("}\n");
    }

    @Test
    void licences_are_spdx_ids_where_spdx_has_them_and_names_elsewhere() {
        var licences = new TreeMap<String, String>();
        for (var buyer : buyers().toList()) {
            for (var component : tree(buyer).path("components")) {
                var licence = component.at("/licenses/0/license");
                component.path("properties").forEach(each -> {
                    if (each.path("name").asText().equals("multipolar:licence")) {
                        licences.put(each.path("value").asText(), licence.toString());
                    }
                });
            }
        }

        assertThat(licences)
                .containsEntry("apache-2.0", "{\"id\":\"Apache-2.0\"}")
                .containsEntry("mit", "{\"id\":\"MIT\"}")
                .containsEntry("proprietary", "{\"name\":\"LicenseRef-proprietary\"}");
    }

    @Test
    void every_licence_of_the_profiles_can_be_written_and_found_again() throws IOException {
        var bank = ShippedAnswers.of("european-bank").advice();
        var little = mixed(bank, bank.demands().subList(0, 1));
        for (var licence : new TreeSet<>(WORLD.licences().keySet())) {
            var world = licensed(licence);
            var bytes = MlBom.of(little, world);

            assertThat(new JsonParser().isValid(bytes, Version.VERSION_16))
                    .as(licence)
                    .isTrue();
            assertThat(MlBomReader.read("own", bytes, world).orThrow().offers())
                    .allSatisfy(offer -> assertThat(offer.offer().getOrDefault("licence", "unknown"))
                            .isEqualTo(licence));
        }
    }

    @Test
    void an_answer_without_a_mix_or_on_another_world_is_refused() {
        var advice = ShippedAnswers.of("consumer-goods").advice();

        assertThatThrownBy(() -> MlBom.of(mixed(advice, List.of()), WORLD))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no mix");
        assertThatThrownBy(() -> MlBom.of(rested(advice, Map.of("world", "another")), WORLD))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("(another)");
    }

    private interface Each {
        void take(DemandAnswer demand, MixShare share);
    }

    private static void bought(String buyer, Each each) {
        ShippedAnswers.of(buyer).advice().demands().forEach(demand -> demand.mix()
                .forEach(share -> each.take(demand, share)));
    }

    private static byte[] bill(String buyer) {
        return MlBom.of(ShippedAnswers.of(buyer).advice(), WORLD);
    }

    private static JsonNode tree(String buyer) {
        try {
            return JSON.readTree(bill(buyer));
        } catch (IOException broken) {
            throw new AssertionError("The bill is no JSON.", broken);
        }
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** {@return the same world, but every model is under one licence} */
    private static World licensed(String licence) {
        var models = new TreeMap<>(WORLD.models());
        models.replaceAll((id, model) -> new org.multipolar.catalog.Model(
                id,
                model.supplier(),
                model.name(),
                model.family(),
                model.openness(),
                licence,
                model.licenceRestrictions(),
                model.lineage(),
                model.bases(),
                model.released(),
                model.paramsBillion(),
                model.contextTokens(),
                model.inputs(),
                model.outputs(),
                model.capabilities(),
                model.languages(),
                model.sources()));
        return new World(
                WORLD.countries(),
                WORLD.indicators(),
                WORLD.observations(),
                WORLD.indicatorSources(),
                WORLD.suppliers(),
                models,
                WORLD.licences(),
                WORLD.hosts(),
                WORLD.offers(),
                WORLD.reach(),
                WORLD.availability(),
                WORLD.benchmarks(),
                WORLD.testScores(),
                WORLD.supplySources(),
                WORLD.regions(),
                WORLD.digest());
    }

    private static Advice decided(Advice advice, String decision) {
        return changed(advice, decision, advice.demands(), advice.digests());
    }

    private static Advice mixed(Advice advice, List<DemandAnswer> demands) {
        return changed(advice, advice.decision(), demands, advice.digests());
    }

    private static Advice rested(Advice advice, Map<String, String> digests) {
        return changed(advice, advice.decision(), advice.demands(), digests);
    }

    private static Advice changed(
            Advice advice, String decision, List<DemandAnswer> demands, Map<String, String> digests) {
        return new Advice(
                decision,
                advice.buyer(),
                advice.buyerName(),
                advice.asOf(),
                advice.scenarios(),
                advice.outcome(),
                advice.headline(),
                advice.score(),
                advice.bound(),
                advice.cost(),
                new ArrayList<>(demands),
                advice.limits(),
                advice.ruleCosts(),
                advice.clash(),
                advice.otherClashes(),
                advice.relaxations(),
                advice.setAside(),
                advice.stability(),
                advice.upcoming(),
                advice.openGaps(),
                advice.notCovered(),
                digests,
                advice.solver());
    }
}
