package org.multipolar.catalog.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.Shipped;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.World;

/** Each mistake a person makes in a profile is answered with file, line and field, and what to do. */
class FaultsTest {

    private static final String BUYER = "buyers/european-bank.yaml";
    private static final String INDICATORS = "countries/indicators.csv";
    private static final String OFFERS = "suppliers/offers.csv";

    @Test
    void the_shipped_profiles_have_no_fault() {
        assertThat(world().offers()).hasSizeGreaterThan(500);
    }

    @Test
    void a_key_that_nobody_knows_is_named() {
        var fault = worldFault("regions/NO.yaml", text -> text.replace("legal_regimes:", "legal_regime:"));

        at(fault, "regions/NO.yaml", lineOf("regions/NO.yaml", "legal_regimes:"), "legal_regime");
        assertThat(fault.what()).isEqualTo("nobody knows this key.");
        assertThat(fault.message()).contains("Maybe it is misspelt").contains("legal_regimes");
    }

    @Test
    void a_column_that_nobody_knows_is_named() {
        var fault = worldFault(INDICATORS, text -> text.replaceFirst("quality", "qualitty"));

        at(fault, INDICATORS, 1, "qualitty");
        assertThat(fault.what()).isEqualTo("nobody knows this column.");
    }

    @Test
    void a_column_that_is_missing_is_named() {
        var fault = worldFault("suppliers/licences.csv", text -> "names,class,in_catalogue\n");

        at(fault, "suppliers/licences.csv", 1, "licence_id");
    }

    @Test
    void a_figure_without_a_source_is_refused() {
        var fault = added(INDICATORS, "talent_pool,NO,1000,persons,2024,estimated,,");

        at(fault, INDICATORS, lines(INDICATORS) + 1, "source_id");
        assertThat(fault.what()).isEqualTo("the row names no source.");
    }

    @Test
    void a_source_that_nobody_lists_is_refused() {
        var fault = added(INDICATORS, "talent_pool,NO,1000,persons,2024,estimated,hearsay,");

        at(fault, INDICATORS, lines(INDICATORS) + 1, "source_id");
        assertThat(fault.what()).contains("(hearsay)").contains("sources");
    }

    @Test
    void a_figure_in_another_unit_is_refused() {
        var fault = added(INDICATORS, "talent_pool,NO,1,thousand persons,2024,estimated,bcg_2024,");

        at(fault, INDICATORS, lines(INDICATORS) + 1, "unit");
        assertThat(fault.what()).contains("(thousand persons)").contains("(persons)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1,000\"", "1 000", "1_000", "1000 persons", "NaN", "0x3e8", "1.000.000"})
    void a_number_in_another_spelling_is_refused(String value) {
        var fault = added(INDICATORS, "talent_pool,NO,%s,persons,2024,estimated,bcg_2024,".formatted(value));

        at(fault, INDICATORS, lines(INDICATORS) + 1, "value");
        assertThat(fault.what()).contains("is not a number").contains(value.replace("\"", ""));
        assertThat(fault.message()).contains("thousands separator");
    }

    @Test
    void two_values_for_one_indicator_and_country_are_refused() {
        var fault = added(INDICATORS, "talent_pool,DE,1000,persons,2024,estimated,bcg_2024,");

        at(fault, INDICATORS, lines(INDICATORS) + 1, "country");
        assertThat(fault.what()).isEqualTo("talent_pool has two values for (DE).");
    }

    @Test
    void an_id_that_nobody_defines_is_refused() {
        var fault = added(OFFERS, "ghost@azure-x,ghost,azure-foundry,SE,in-region,1,2,2026-10-01,S_GK,");

        at(fault, OFFERS, lines(OFFERS) + 1, "model_id");
        assertThat(fault.what()).contains("(ghost)").contains("models");
    }

    @Test
    void in_region_with_two_places_is_refused() {
        var fault = worldFault(
                OFFERS, text -> firstLineWith(text, ",in-region,", ",([A-Z]{2}),in-region,", ",SE;NO,in-region,"));

        assertThat(fault.file()).isEqualTo(OFFERS);
        assertThat(fault.line()).isPositive();
        assertThat(fault.field()).isEqualTo("serving_regions");
        assertThat(fault.what()).isEqualTo("in-region needs exactly one place, not [SE, NO].");
    }

    @Test
    void a_place_where_none_is_promised_is_refused() {
        var fault = worldFault(OFFERS, text -> firstLineWith(text, ",,anywhere,", ",,anywhere,", ",SE,anywhere,"));

        assertThat(fault.field()).isEqualTo("routing");
        assertThat(fault.what()).contains("(anywhere) goes with no place");
    }

    @Test
    void a_price_below_zero_is_refused() {
        var fault = added(OFFERS, offer("-1"));

        at(fault, OFFERS, lines(OFFERS) + 1, "input_usd_per_mtok");
        assertThat(fault.what()).contains("below zero");
    }

    @Test
    void a_price_finer_than_a_micro_dollar_is_refused() {
        assertThat(added(OFFERS, offer("0.1234567")).what()).contains("more than six decimals");
    }

    @Test
    void a_false_in_place_of_norway_is_explained() {
        var fault = added("suppliers/suppliers.csv", "norske,Norske,false,Norske,NO,,startup,S_GK");

        at(fault, "suppliers/suppliers.csv", lines("suppliers/suppliers.csv") + 1, "origin");
        assertThat(fault.message()).contains("(false)").contains("Norway");
    }

    @Test
    void a_plain_no_stays_norway() {
        var files = Shipped.profiles();
        var text = text("regions/NO.yaml").replace("country: \"NO\"", "country: NO");
        files.put("regions/NO.yaml", text.getBytes(UTF_8));

        var world = ProfileReader.world(files).orThrow();

        assertThat(text).contains("country: NO\n");
        assertThat(World.known(world.regions(), "NO").country()).isEqualTo("NO");
    }

    @Test
    void an_id_that_stands_twice_is_refused() {
        var row = text(OFFERS).lines().skip(1).findFirst().orElseThrow();
        var fault = added(OFFERS, row);

        at(fault, OFFERS, lines(OFFERS) + 1, "offer_id");
        assertThat(fault.what()).contains("stands twice");
    }

    @Test
    void a_comma_without_quotes_is_refused() {
        var fault = added(OFFERS, offer("1") + ",more");

        at(fault, OFFERS, lines(OFFERS) + 1, "");
        assertThat(fault.message()).contains("has 11 fields, the header 10").contains("without quotes");
    }

    @Test
    void a_region_in_a_file_of_another_name_is_refused() {
        var fault = worldFault("regions/NO.yaml", text -> text.replaceFirst("region: \"?NO\"?", "region: \"SE\""));

        at(fault, "regions/NO.yaml", 1, "region");
    }

    @Test
    void a_missing_file_is_named() {
        var files = Shipped.profiles();
        files.remove("suppliers/hosts.csv");

        var fault = ProfileReader.world(files).fold(good -> none(), bad -> bad);

        at(fault, "suppliers/hosts.csv", 0, "");
        assertThat(fault.what()).isEqualTo("the file is missing.");
    }

    @Test
    void an_empty_table_is_refused() {
        at(worldFault(OFFERS, text -> ""), OFFERS, 1, "");
    }

    @Test
    void a_table_that_is_not_utf_8_is_refused() {
        var files = Shipped.profiles();
        files.put(OFFERS, (text(OFFERS) + "é").getBytes(ISO_8859_1));

        var fault = ProfileReader.world(files).fold(good -> none(), bad -> bad);

        at(fault, OFFERS, lines(OFFERS) + 1, "");
        assertThat(fault.what()).isEqualTo("the file is not UTF-8.");
    }

    @Test
    void a_quote_that_is_not_closed_is_refused() {
        assertThat(added(OFFERS, "\"open").file()).isEqualTo(OFFERS);
    }

    @Test
    void a_typo_in_a_buyer_is_named_with_its_line() {
        var fault = buyerFault(text -> text.replaceFirst("data_sensitivity: personal", "data_sensitivity: persnal"));

        at(fault, BUYER, lineOf(BUYER, "data_sensitivity: personal"), "demands[0].data_sensitivity");
        assertThat(fault.what()).contains("(persnal)");
    }

    @Test
    void languages_that_do_not_sum_to_a_hundred_are_refused() {
        var fault = buyerFault(text -> text.replaceFirst("weight_percent: 80", "weight_percent: 79"));

        at(fault, BUYER, lineOf(BUYER, "weight_percent: 80"), "demands[0].languages");
        assertThat(fault.what()).isEqualTo("the languages' weights sum to 99, not 100.");
    }

    @Test
    void weights_that_do_not_sum_to_a_hundred_are_refused() {
        var fault = buyerFault(text -> text.replaceFirst("quality: 40", "quality: 41"));

        at(fault, BUYER, lineOf(BUYER, "quality: 40"), "policy.weights");
        assertThat(fault.what()).isEqualTo("the weights do not sum to 100.");
    }

    @Test
    void a_country_without_data_is_refused() {
        var fault = buyerFault(text -> text.replaceFirst("seat: DE", "seat: AQ"));

        at(fault, BUYER, lineOf(BUYER, "seat: DE"), "seat");
        assertThat(fault.what()).isEqualTo("(AQ) is not in the list of countries.");
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        var fault = yamlFault("a: 1\nb: 2\na: 3\n");

        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.message()).containsIgnoringCase("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x [1]\nb: *x\n", "a: &x 1\n", "a: &x {b: *x}\n"})
    void an_anchor_or_alias_is_refused(String yaml) {
        assertThat(yamlFault(yaml).what()).contains("anchor or alias");
    }

    @Test
    void a_bomb_of_aliases_is_refused() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(yamlFault(bomb.toString()).what()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 1_000, 100_000})
    void deep_nesting_is_refused(int depth) {
        var fault = yamlFault("a: " + "[".repeat(depth) + "]".repeat(depth));

        assertThat(fault.what()).contains("nested deeper than 20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n"})
    void an_empty_yaml_is_refused(String yaml) {
        assertThat(yamlFault(yaml).what()).isEqualTo("the file is empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1, 2\n", "a:\n\t- b\n", "a: \"open\n", "a: b: c\n"})
    void broken_yaml_is_refused_with_a_line(String yaml) {
        var fault = yamlFault(yaml);

        assertThat(fault.line()).isPositive();
        assertThat(fault.what()).startsWith("this is no YAML");
    }

    @Test
    void a_yaml_that_is_not_utf_8_is_refused() {
        var fault = org.multipolar.catalog.Parsed.of(() -> YamlNode.read("x.yaml", "a: é".getBytes(ISO_8859_1)))
                .fold(good -> none(), bad -> bad);

        assertThat(fault.what()).isEqualTo("the file is not UTF-8.");
    }

    @Test
    void a_limit_on_contracts_is_a_count() {
        var fault = buyerFault(text -> text.replace("    kind: count\n", "    kind: cap\n"));

        assertThat(fault.field()).endsWith(".kind");
        assertThat(fault.what()).contains("contracts").contains("count");
    }

    private static World world() {
        return Shipped.snapshot().world();
    }

    private static Fault worldFault(String path, UnaryOperator<String> edit) {
        var files = Shipped.profiles();
        var before = text(path);
        var after = edit.apply(before);
        assertThat(after).as("the edit of %s", path).isNotEqualTo(before);
        files.put(path, after.getBytes(UTF_8));
        return ProfileReader.world(files).fold(good -> none(), bad -> bad);
    }

    private static Fault added(String path, String row) {
        return worldFault(path, text -> text + row + "\n");
    }

    private static Fault buyerFault(UnaryOperator<String> edit) {
        var after = edit.apply(text(BUYER));
        assertThat(after).isNotEqualTo(text(BUYER));
        return BuyerReader.read(BUYER, after.getBytes(UTF_8), world()).fold(good -> none(), bad -> bad);
    }

    private static Fault yamlFault(String yaml) {
        return org.multipolar.catalog.Parsed.of(() -> YamlNode.read("x.yaml", yaml.getBytes(UTF_8)))
                .fold(good -> none(), bad -> bad);
    }

    private static Fault none() {
        throw new AssertionError("The mistake was not noticed.");
    }

    private static void at(Fault fault, String file, int line, String field) {
        assertThat(fault.file()).isEqualTo(file);
        assertThat(fault.line()).as(fault.message()).isEqualTo(line);
        assertThat(fault.field()).isEqualTo(field);
        assertThat(fault.message()).startsWith(line > 0 ? file + ":" + line : file);
    }

    private static String offer(String price) {
        return "m@h-x,gpt-5-mini,azure-foundry,SE,in-region,%s,2,2026-10-01,S_GK,".formatted(price);
    }

    private static String firstLineWith(String text, String marker, String pattern, String replacement) {
        int at = text.indexOf(marker);
        int start = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at);
        return text.substring(0, start)
                + text.substring(start, end).replaceFirst(pattern, replacement)
                + text.substring(end);
    }

    private static String text(String path) {
        return new String(World.known(Shipped.profiles(), path), UTF_8);
    }

    private static int lines(String path) {
        return (int) text(path).lines().count();
    }

    private static int lineOf(String path, String words) {
        return (int) text(path)
                        .substring(0, text(path).indexOf(words))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }
}
