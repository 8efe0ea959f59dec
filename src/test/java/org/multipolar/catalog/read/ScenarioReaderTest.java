package org.multipolar.catalog.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.Shipped;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Patch.Loss;
import org.multipolar.catalog.Patch.Ruling;
import org.multipolar.catalog.Patch.Side;
import org.multipolar.catalog.Patch.Table;
import org.multipolar.catalog.Patch.Verb;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.Where.Field;
import org.multipolar.catalog.World;
import org.multipolar.scenario.Applied;

/** What a scenario says is read as it is meant, and what it gets wrong is named. */
class ScenarioReaderTest {

    private static final World WORLD = Shipped.snapshot().world();
    private static final String HEAD = "id: mine\npatches:\n";
    private static final List<String> GULF = List.of("AE", "KW", "QA", "SA"); // bloc GCC in countries.csv

    private static Scenario read(String yaml) {
        return ScenarioReader.one(
                "mine.yaml",
                yaml.getBytes(UTF_8),
                WORLD,
                Shipped.snapshot().rulebook().cards().keySet());
    }

    private static Patch patch(String patch) {
        var patches = read(HEAD + "  - " + patch + "\n").patches();
        assertThat(patches).hasSize(1);
        return patches.get(0);
    }

    private static Fault fault(String yaml) {
        return Parsed.of(() -> read(yaml)).fold(good -> none(), bad -> bad);
    }

    /** {@return what is wrong with a patch that stands in line 3} */
    private static Fault patchFault(String patch) {
        var fault = fault(HEAD + "  - " + patch + "\n");
        assertThat(fault.file()).isEqualTo("mine.yaml");
        assertThat(fault.line()).as(fault.message()).isEqualTo(3);
        assertThat(fault.field()).startsWith("patches[0]");
        return fault;
    }

    private static Fault none() {
        throw new AssertionError("The mistake was not noticed.");
    }

    private static Where where(Field field, String... values) {
        return new Where(Map.of(field, List.of(values)));
    }

    @Test
    void the_head_is_read() {
        var scenario = read(
                """
                id: mine
                title: Mine
                story: It happens.
                kind: law
                from: 2026-12-01
                until: 2027-01-31
                on: lost-us
                sources:
                  - {title: A text, url: "https://a.example", date: '2026-01-02', publisher: P}
                  - Another
                patches:
                  - asOf: 2026-12-24
                """);

        assertThat(scenario.title()).isEqualTo("Mine");
        assertThat(scenario.story()).isEqualTo("It happens.");
        assertThat(scenario.kind()).isEqualTo(Scenario.Kind.LAW);
        assertThat(scenario.from()).isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(scenario.until()).isEqualTo(LocalDate.parse("2027-01-31"));
        assertThat(scenario.on()).isEqualTo("lost-us");
        assertThat(scenario.sources()).extracting(each -> each.title()).containsExactly("A text", "Another");
        assertThat(scenario.sources().get(0).date()).isEqualTo("2026-01-02");
        assertThat(scenario.patches()).containsExactly(new Patch.AsOf(LocalDate.parse("2026-12-24")));
    }

    @Test
    void it_holds_on_its_first_and_last_day_and_not_beside_them() {
        var scenario = read("id: mine\nfrom: 2026-12-01\nuntil: 2027-01-31\npatches: []\n");

        assertThat(scenario.holdsOn(LocalDate.parse("2026-11-30"))).isFalse();
        assertThat(scenario.holdsOn(LocalDate.parse("2026-12-01"))).isTrue();
        assertThat(scenario.holdsOn(LocalDate.parse("2027-01-31"))).isTrue();
        assertThat(scenario.holdsOn(LocalDate.parse("2027-02-01"))).isFalse();
    }

    @Test
    void figures_of_countries_are_read_and_a_bloc_stands_for_itself_and_its_members() {
        assertThat(patch("set: {indicator: talent_pool, where: {country: AE}, to: 100}"))
                .isEqualTo(new Patch.Indicators(Verb.SET, "talent_pool", List.of("AE"), 100));
        assertThat(patch("scale: {indicator: talent_pool, by: 0.5}"))
                .isEqualTo(new Patch.Indicators(Verb.SCALE, "talent_pool", List.of(), 0.5));
        assertThat(patch("add: {indicator: talent_pool, where: {country: GCC}, by: -3}"))
                .isEqualTo(new Patch.Indicators(Verb.ADD, "talent_pool", List.of("AE", "GCC", "KW", "QA", "SA"), -3));
    }

    @Test
    void prices_are_read_in_micro_usd_or_millionths() {
        assertThat(patch("scale: {price: both, where: {origin: US}, by: 1.25}"))
                .isEqualTo(new Patch.Prices(Verb.SCALE, Side.BOTH, where(Field.ORIGIN, "US"), 1_250_000));
        assertThat(patch("set: {price: input, where: {host: bedrock}, to: 2.5}"))
                .isEqualTo(new Patch.Prices(Verb.SET, Side.INPUT, where(Field.HOST, "bedrock"), 2_500_000));
        assertThat(patch("add: {price: output, where: {host: bedrock}, by: -0.4}"))
                .isEqualTo(new Patch.Prices(Verb.ADD, Side.OUTPUT, where(Field.HOST, "bedrock"), -400_000));
        assertThat(patch("scale: {price: mistral, by: 2}"))
                .isEqualTo(new Patch.Prices(Verb.SCALE, Side.BOTH, where(Field.SUPPLIER, "mistral"), 2_000_000));
        assertThat(patch("scale: {price: both, where: {place: GCC}, by: 2}"))
                .isEqualTo(new Patch.Prices(Verb.SCALE, Side.BOTH, new Where(Map.of(Field.PLACE, GULF)), 2_000_000));
        assertThat(patch("event: {tariff: 25, where: {host_origin: US}}"))
                .isEqualTo(new Patch.Prices(Verb.SCALE, Side.BOTH, where(Field.HOST_ORIGIN, "US"), 1_250_000));
    }

    @Test
    void weights_and_demands_are_read() {
        assertThat(patch("set: {weight: price, to: 30}")).isEqualTo(new Patch.CriterionWeight(Verb.SET, "price", 30));
        assertThat(patch("add: {weight: price, by: -5}")).isEqualTo(new Patch.CriterionWeight(Verb.ADD, "price", -5));
        assertThat(patch("scale: {weight: price, by: 1.5}"))
                .isEqualTo(new Patch.CriterionWeight(Verb.SCALE, "price", 1_500_000));
        assertThat(patch("scale: {demand: volume, where: {demand: [chat]}, by: 2}"))
                .isEqualTo(new Patch.Demands(Verb.SCALE, "volume", where(Field.DEMAND, "chat"), 2_000_000));
        assertThat(patch("set: {demand: output_mtok_month, where: {region: EU-DE}, to: 7}"))
                .isEqualTo(new Patch.Demands(Verb.SET, "output_mtok_month", where(Field.REGION, "EU-DE"), 7));
        assertThat(patch("add: {demand: chat, by: 10}"))
                .isEqualTo(new Patch.Demands(Verb.ADD, "volume", where(Field.DEMAND, "chat"), 10));
    }

    @Test
    void facts_of_suppliers_hosts_and_offers_are_read() {
        assertThat(patch("set: {supplier: parent_origin, where: {supplier: mistral}, to: US}"))
                .isEqualTo(new Patch.Fact(
                        Table.SUPPLIERS, "parent_origin", where(Field.SUPPLIER, "mistral"), List.of("US")));
        assertThat(patch("set: {supplier: mistral, field: origin, to: CN}"))
                .isEqualTo(new Patch.Fact(Table.SUPPLIERS, "origin", where(Field.SUPPLIER, "mistral"), List.of("CN")));
        assertThat(patch("set: {host: operator, where: {host: bedrock}, to: openai}"))
                .isEqualTo(new Patch.Fact(Table.HOSTS, "operator", where(Field.HOST, "bedrock"), List.of("openai")));
        assertThat(patch("set: {offer: routing, where: {host: bedrock}, to: anywhere}"))
                .isEqualTo(new Patch.Fact(Table.OFFERS, "routing", where(Field.HOST, "bedrock"), List.of("anywhere")));
        assertThat(patch("set: {offer: serving_regions, where: {host: bedrock}, to: [GCC, DE]}"))
                .isEqualTo(new Patch.Fact(
                        Table.OFFERS,
                        "serving_regions",
                        where(Field.HOST, "bedrock"),
                        List.of("AE", "DE", "KW", "QA", "SA")));
    }

    @Test
    void new_and_removed_rows_are_read() {
        assertThat(
                        patch(
                                "add: {offer: {offer_id: x@y, model_id: gpt-6-sol, host_id: bedrock, serving_regions: [DE], routing: in-region, input_usd_per_mtok: 1, output_usd_per_mtok: 4}}"))
                .isEqualTo(new Patch.NewOffer(new Offer(
                        "x@y",
                        "gpt-6-sol",
                        "bedrock",
                        List.of("DE"),
                        Offer.Routing.IN_REGION,
                        1_000_000L,
                        4_000_000L,
                        "",
                        List.of(),
                        "added by a scenario")));
        assertThat(patch("remove: {offers: {host: bedrock, place: AE}}"))
                .isEqualTo(new Patch.Remove(
                        Table.OFFERS, new Where(Map.of(Field.HOST, List.of("bedrock"), Field.PLACE, List.of("AE")))));
        assertThat(patch("remove: {models: {lineage: gpt}}"))
                .isEqualTo(new Patch.Remove(Table.MODELS, where(Field.LINEAGE, "gpt")));
    }

    @Test
    void limits_and_rules_are_read() {
        assertThat(patch("limit: {id: half, kind: cap, on: origin, scope: buyer, at: 50, why: No origin above half}"))
                .isEqualTo(new Patch.Bound(new LimitClause(
                        "half",
                        LimitClause.Kind.CAP,
                        LimitClause.On.ORIGIN,
                        List.of(),
                        LimitClause.Scope.BUYER,
                        null,
                        null,
                        50,
                        "No origin above half",
                        "")));
        assertThat(patch("limit: {drop: [budget, half]}")).isEqualTo(new Patch.Unbound(List.of("budget", "half")));
        assertThat(patch("rule: {off: [EU-CADA-PROPOSAL]}"))
                .isEqualTo(new Patch.Rules(Ruling.OFF, List.of("EU-CADA-PROPOSAL"), null));
        assertThat(patch("rule: {on: EU-CADA-PROPOSAL}"))
                .isEqualTo(new Patch.Rules(Ruling.ON, List.of("EU-CADA-PROPOSAL"), null));
        assertThat(patch("rule: {from: [EU-CADA-PROPOSAL], date: 2026-12-01}"))
                .isEqualTo(new Patch.Rules(Ruling.FROM, List.of("EU-CADA-PROPOSAL"), LocalDate.parse("2026-12-01")));
    }

    @Test
    void losses_shocks_and_bars_are_read() {
        assertThat(patch("event: {lost: country, is: [US, CN]}"))
                .isEqualTo(new Patch.Lost(Loss.COUNTRY, List.of("CN", "US"), Where.ALL));
        assertThat(patch("event: {lost: country, is: GCC}")).isEqualTo(new Patch.Lost(Loss.COUNTRY, GULF, Where.ALL));
        assertThat(patch("event: {lost: operator, is: aws, where: {place: AE}}"))
                .isEqualTo(new Patch.Lost(Loss.OPERATOR, List.of("aws"), where(Field.PLACE, "AE")));
        assertThat(patch("event: {lost: parent, is: Alphabet}"))
                .isEqualTo(new Patch.Lost(Loss.PARENT, List.of("Alphabet"), Where.ALL));
        assertThat(patch("event: {shock: compute, in: [TW, JP], by: 0.5}"))
                .isEqualTo(new Patch.Shock("compute", List.of("JP", "TW"), 500_000));
        assertThat(patch("event: {bar: {origin: CN, openness: [open-weights, open-source], place: US}, why: \"No.\"}"))
                .isEqualTo(new Patch.Bar(
                        new Where(Map.of(
                                Field.ORIGIN,
                                List.of("CN"),
                                Field.OPENNESS,
                                List.of("open-source", "open-weights"),
                                Field.PLACE,
                                List.of("US"))),
                        "No."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rule: {off: [EU-CADA-PROPOSA]}; EU-CADA-PROPOSA; EU-CADA-PROPOSAL",
                "set: {indicator: talent_pol, to: 1}; talent_pol; talent_pool",
                "event: {lost: supplier, is: mistrall}; mistrall; mistral",
                "event: {lost: host, is: bedrok}; bedrok; bedrock",
                "event: {lost: operator, is: awss}; awss; aws",
                "event: {lost: model, is: gpt-6-soll}; gpt-6-soll; gpt-6-sol",
                "event: {lost: lineage, is: gptt}; gptt; gpt",
                "event: {lost: country, is: XU}; XU; EU",
                "event: {lost: place, is: USS}; USS; US",
                "event: {shock: compue, by: 0.5}; compue; compute",
                "event: {bar: {licence: propietary}}; propietary; proprietary",
                "event: {bar: {region: EU-DF}}; EU-DF; EU-DE",
                "event: {bar: {openness: close}}; close; closed",
                "remove: {offers: {offer: gpt-6-sol@openai-ap}}; gpt-6-sol@openai-ap; gpt-6-sol@openai-api",
                "remove: {models: {family: GPT-66}}; GPT-66; GPT-6",
                "set: {weight: prize, to: 10}; prize; price",
                "set: {price: mistrall, to: 1}; mistrall; it is input, output or both",
                "add: {offer: {offer_id: a, model_id: gpt-6-soll, host_id: bedrock, routing: anywhere}}; gpt-6-soll; gpt-6-sol",
                "add: {offer: {offer_id: a, model_id: gpt-6-sol, host_id: bedrok, routing: anywhere}}; bedrok; bedrock"
            })
    void what_stands_on_no_list_is_named_with_what_is_near(String patch, String value, String near) {
        var fault = patchFault(patch);

        assertThat(fault.what()).contains("(" + value + ")");
        assertThat(fault.maybe()).contains(near);
        assertThat(fault.message()).contains("mine.yaml:3").contains("Maybe ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "set: {price: input, where: {origin: US}, to: -1}; patches[0].set.to; (-1)",
                "set: {price: input, where: {origin: US}, to: 0.1234567}; patches[0].set.to; (0.1234567)",
                "scale: {price: input, by: -2}; patches[0].scale.by; (-2)",
                "scale: {price: input, by: much}; patches[0].scale.by; (much)",
                "set: {weight: price, to: 101}; patches[0].set.to; (101)",
                "set: {weight: price, to: -1}; patches[0].set.to; (-1)",
                "add: {weight: price, by: 1.5}; patches[0].add.by; (1.5)",
                "set: {price: input, by: 2}; patches[0].set.by; (by)"
            })
    void a_number_that_cannot_be_is_named_where_it_stands(String patch, String field, String value) {
        var fault = patchFault(patch);

        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.what()).contains(value);
        assertThat(fault.maybe()).as(fault.message()).isNotNull();
    }

    @Test
    void a_key_that_nobody_knows_is_named() {
        var head = fault("id: mine\ntitel: Mine\npatches: []\n");
        assertThat(head.line()).isEqualTo(2);
        assertThat(head.field()).isEqualTo("titel");
        assertThat(head.message()).contains("Maybe it is misspelt").contains("title");

        assertThat(patchFault("sett: {weight: price, to: 1}").message())
                .contains("Maybe it is misspelt")
                .contains("scale");
        assertThat(patchFault("event: {lost: country, iss: US}").message()).contains("iss");
        assertThat(patchFault("event: {bar: {orign: US}}").message())
                .contains("(orign)")
                .contains("origin");
    }

    @Test
    void a_field_of_demands_is_no_field_of_prices() {
        assertThat(patchFault("scale: {price: both, where: {audience: public}, by: 2}")
                        .what())
                .contains("(audience)");
    }

    @Test
    void a_patch_has_one_key() {
        var fault = patchFault("{set: {weight: price, to: 1}, scale: {weight: price, by: 2}}");

        assertThat(fault.what()).contains("set").contains("scale");
        assertThat(fault.maybe()).contains("dash");
    }

    @Test
    void rules_are_given_a_day_exactly_where_they_are_moved() {
        assertThat(patchFault("rule: {from: [EU-CADA-PROPOSAL]}").maybe()).contains("date: 2027-01-01");
        assertThat(patchFault("rule: {on: [EU-CADA-PROPOSAL], date: 2027-01-01}")
                        .what())
                .contains("(from)");
        assertThat(patchFault("rule: {on: [EU-CADA-PROPOSAL], off: [EU-CADA-PROPOSAL]}")
                        .what())
                .contains("one of the three");
    }

    @Test
    void a_last_day_before_the_first_is_refused() {
        var fault = fault("id: mine\nfrom: 2026-12-02\nuntil: 2026-12-01\npatches: []\n");

        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.field()).isEqualTo("until");
        assertThat(fault.what()).contains("(2026-12-01)").contains("(2026-12-02)");
        assertThat(fault.maybe()).contains("swapped");
    }

    private static Map<String, byte[]> files(String... idsAndBases) {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < idsAndBases.length; i += 2) {
            var text = "id: %s\n%spatches: []\n"
                    .formatted(idsAndBases[i], idsAndBases[i + 1].isEmpty() ? "" : "on: " + idsAndBases[i + 1] + "\n");
            files.put("scenarios/%s.yaml".formatted(idsAndBases[i]), text.getBytes(UTF_8));
        }
        return files;
    }

    private static Fault fault(Map<String, byte[]> files) {
        return Parsed.of(() -> ScenarioReader.all(files, WORLD, List.of())).fold(good -> none(), bad -> bad);
    }

    @Test
    void what_a_scenario_stands_on_must_be_there_and_not_itself() {
        var unknown = fault(files("a", "base-on", "base-one", ""));
        assertThat(unknown.file()).isEqualTo("scenarios/a.yaml");
        assertThat(unknown.field()).isEqualTo("on");
        assertThat(unknown.what()).contains("(base-on)");
        assertThat(unknown.maybe()).contains("base-one");

        assertThat(fault(files("a", "a")).what()).contains("(a)").contains("stands on itself");
        var round = fault(files("a", "b", "b", "c", "c", "b"));
        assertThat(round.file()).isEqualTo("scenarios/a.yaml");
        assertThat(round.what()).contains("stands on itself");
    }

    @Test
    void bases_come_lowest_first() {
        var all = ScenarioReader.all(files("a", "b", "b", "c", "c", ""), WORLD, List.of());

        assertThat(ScenarioReader.bases(World.known(all, "a"), all, "a"))
                .extracting(Scenario::id)
                .containsExactly("c", "b");
    }

    @Test
    void an_id_is_its_file_name() {
        var files = files("a", "");
        files.put("scenarios/b.yaml", World.known(files, "scenarios/a.yaml"));
        files.remove("scenarios/a.yaml");

        assertThat(fault(files).message()).contains("scenarios/b.yaml").contains("(a)");
    }

    static List<Scenario> shipped() {
        return List.copyOf(Shipped.snapshot().scenarios().values());
    }

    static List<Scenario> past() {
        return shipped().stream()
                .filter(each -> each.kind() == Scenario.Kind.PAST && each.from() != null)
                .toList();
    }

    @Test
    void the_shipped_ones_name_a_source_and_state_no_likelihood() {
        var bases = shipped().stream().map(Scenario::on).collect(Collectors.toSet());

        assertThat(shipped()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(past()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(shipped())
                .filteredOn(each -> each.kind() != Scenario.Kind.CARD && !bases.contains(each.id()))
                .allSatisfy(each -> assertThat(each.sources()).as(each.id()).isNotEmpty());
        Shipped.profiles().forEach((path, bytes) -> {
            if (path.startsWith("scenarios/")) {
                assertThat(new String(bytes, UTF_8)).as(path).doesNotContainIgnoringCase("likelihood:");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("past")
    void a_past_one_changes_nothing_on_the_day_before_it(Scenario scenario) {
        var snapshot = Shipped.snapshot();
        var day = from(scenario).minusDays(1);
        for (var buyer : snapshot.buyers().values()) {
            var question = new Question(buyer, day, List.of());
            var applied = Applied.of(snapshot, question, List.of(scenario));

            assertThat(applied.snapshot()).isEqualTo(snapshot);
            assertThat(applied.question().circumstances().scenarios()).isEmpty();
            assertThat(applied.question())
                    .isEqualTo(question.under(
                            question.buyer(),
                            day,
                            question.withoutRules(),
                            applied.question().circumstances()));
            assertThat(applied.question().circumstances().barriers()).isEmpty();
            assertThat(applied.question().circumstances().rulesOn()).isEmpty();
            assertThat(applied.question().circumstances().rulesFrom()).isEmpty();
            assertThat(applied.effects()).hasSameSizeAs(scenario.patches()).allSatisfy(each -> assertThat(each.why())
                    .contains("begins on " + from(scenario)));
        }
    }

    @ParameterizedTest
    @MethodSource("past")
    void a_past_one_takes_part_on_its_own_first_day_or_says_why_not(Scenario scenario) {
        var snapshot = Shipped.snapshot();
        var buyer = World.known(snapshot.buyers(), "consumer-goods");
        var stack = new java.util.ArrayList<>(ScenarioReader.bases(scenario, snapshot.scenarios(), scenario.id()));
        stack.add(scenario);
        var applied = Applied.of(snapshot, new Question(buyer, from(scenario), List.of()), stack);

        assertThat(scenario.holdsOn(applied.question().asOf())).isTrue(); // what it stands on may ask about a later day
        assertThat(applied.question().circumstances().scenarios())
                .extracting(each -> each.id())
                .contains(scenario.id());
        assertThat(applied.effects())
                .filteredOn(each -> each.scenario().equals(scenario.id()))
                .hasSameSizeAs(scenario.patches())
                .allSatisfy(each ->
                        assertThat(each.why()).doesNotContain("begins on").doesNotContain("ended on"));
    }

    private static LocalDate from(Scenario scenario) {
        var from = scenario.from();
        if (from == null) {
            throw new BadInput(scenario.id(), 0, "from", "is missing.", null);
        }
        return from;
    }
}
