package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.catalog.World;

@QuarkusTest
class SupplierPagesIT {

    @Inject
    Serving serving;

    private static String page(String address) {
        return Html.withoutBundle(given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString());
    }

    private static List<MatchResult> all(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().toList();
    }

    private static void whole(String page, String address) {
        assertThat(page)
                .as(address)
                .doesNotContain("<script", "style=", "javascript:", "NOT_FOUND", "{view", "{model", "{offer", ">null<");
        assertThat(all("<h1[ >]", page)).as(address).hasSize(1);
        assertThat(all(" id=\"([^\"]+)\"", page))
                .as(address)
                .extracting(each -> each.group(1))
                .doesNotHaveDuplicates();
    }

    private World world() {
        return serving.whole().world();
    }

    @Test
    void every_supplier_model_and_offer_has_a_page() {
        var world = world();
        var addresses = Stream.of(
                        world.suppliers().keySet().stream().map(id -> "/suppliers/" + id),
                        world.models().keySet().stream().map(id -> "/models/" + id),
                        world.offers().keySet().stream().map(id -> "/offers/" + id))
                .flatMap(each -> each)
                .toList();

        assertThat(addresses).hasSizeGreaterThan(1000);
        for (var address : addresses) {
            whole(page(address), address);
        }
    }

    @Test
    void whatever_a_page_leads_to_is_there() {
        for (var address : List.of(
                "/suppliers", "/suppliers/mistral", "/models/mistral-7b", "/offers/mistral-7b@bedrock-region_us")) {
            var own = all("href=\"(/(?:suppliers|models|offers|rules)/[^\"]+)\"", page(address));
            assertThat(own).as(address).isNotEmpty();
            for (var link : own.stream().map(each -> each.group(1)).distinct().toList()) {
                given().urlEncodingEnabled(false).get(link).then().statusCode(200);
            }
        }
    }

    @Test
    void makers_are_found_by_words_country_and_openness() {
        var everybody = rows(page("/suppliers"));

        assertThat(everybody).hasSize(world().suppliers().size()).contains("Anthropic", "Alibaba Cloud (Qwen)");
        assertThat(rows(page("/suppliers?q=CLAUDE"))).containsExactly("Anthropic");
        assertThat(rows(page("/suppliers?country=FR"))).contains("Mistral AI").doesNotContain("Anthropic");
        assertThat(rows(page("/suppliers?openness=open-source")))
                .isNotEmpty()
                .doesNotContain("Anthropic")
                .hasSizeLessThan(everybody.size());
        assertThat(page("/suppliers?country=FR")).contains("<option value=\"FR\" selected>France");
        assertThat(page("/suppliers?q=no-such-maker"))
                .contains("No maker is like that.")
                .doesNotContain("<tbody>");
    }

    private static List<String> rows(String page) {
        return all("<th scope=\"row\"><a href=\"/suppliers/[^\"]+\">([^<]+)</a>", page).stream()
                .map(each -> each.group(1))
                .toList();
    }

    @Test
    void four_places_are_kept_apart() {
        assertThat(page("/suppliers/google"))
                .containsPattern("Maker’s seat</dt><dd>United States")
                .containsPattern("Ultimate owner</dt><dd>Alphabet")
                .contains("Owner’s country</dt>", "Countries of those who run its models</dt>", "Served in</dt>");
    }

    @Test
    void lineage_is_a_tree_in_which_the_model_stands_between_what_it_came_from_and_what_came_from_it() {
        var base = page("/models/llama-3.1-70b");
        var derived = page("/models/poro-2-70b");

        for (var page : List.of(base, derived)) {
            assertThat(page)
                    .containsPattern("(?s)<ul class=\"tree\"><li.*Llama 3\\.1 70B.*<ul class=\"tree\">.*Poro 2");
        }
        assertThat(base).contains("<a href=\"/models/poro-2-70b\">");
        assertThat(derived)
                .contains("<a href=\"/models/llama-3.1-70b\">", "<li aria-current=\"true\"><strong>Llama Poro");
    }

    @Test
    void a_licence_leads_to_the_rules_that_name_it() {
        assertThat(page("/models/llama-4-maverick"))
                .contains("llama-4-community", "href=\"/rules/LIC-LLAMA4-EU-MULTIMODAL\"");
    }

    @Test
    void what_nobody_stated_is_unknown_and_never_nothing() {
        var page = page("/offers/gpt-6-astra@bedrock-global");

        assertThat(page)
                .contains("USD per million input tokens</dt><dd>unknown", "anywhere, no place is promised")
                .doesNotContain("<dd>0.00");
        assertThat(page("/offers/gpt-6-astra@openai-api")).contains("USD per million input tokens</dt><dd>10.00");
    }

    @Test
    void every_test_offer_and_statement_names_its_source() {
        for (var address : List.of("/models/gpt-5.4", "/suppliers/openai", "/models/gemini-2.5-pro")) {
            var rows = all("(?s)<tr><th scope=\"row\"[^>]*>.*?<td dir=\"auto\">(.*?)</td></tr>", page(address));
            assertThat(rows).as(address).hasSizeGreaterThan(3);
            for (var row : rows) {
                assertThat(row.group(1).replaceAll("(?s)<[^>]+>", "").strip()).isNotIn("", "none");
            }
        }
        assertThat(page("/models/gemini-2.5-pro")).contains("Nov 30, 2026", "deprecated, no longer selectable");
    }

    @Test
    void an_offer_is_judged_for_a_demand_as_the_advice_judges_it() {
        var advice = given().contentType("application/json")
                .body("{\"buyer\": \"european-bank\", \"asOf\": \"2026-11-22\"}")
                .post("/api/v1/advice")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String demand = advice.getString("demands[0].id");
        String bought = advice.getString("demands[0].mix[0].offer");
        var page = page("/offers/" + bought + "?asOf=2026-11-22&judge=european-bank/" + demand);

        assertThat(page)
                .contains("It may serve 1 of 1 demand, as far as rules and hard needs go.")
                .containsPattern("<td>(allowed|conditional)</td>")
                .contains("<option value=\"european-bank/" + demand + "\" selected");
        assertThat(page("/offers/deepseek-v4-pro@deepseek-api-cn?judge=european-bank"))
                .contains("It may serve 0 of ", "<td>excluded</td>", "href=\"/rules/");
    }

    @Test
    void open_weights_are_judged_for_the_halls_a_buyer_has() {
        var own = world().offers().values().stream()
                .filter(each -> World.known(world().hosts(), each.host()).type().equals("self-hosted"))
                .findFirst()
                .orElseThrow();

        assertThat(page("/offers/" + own.id())).contains("This is no service", "the buyer’s own");
        whole(page("/offers/" + own.id() + "?judge=gulf-public-group"), own.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/suppliers/<b>",
                "/models/<b>",
                "/offers/<b>",
                "/offers/gpt-6-astra@openai-api?judge=<b>",
                "/offers/gpt-6-astra@openai-api?judge=european-bank/<b>"
            })
    void an_unknown_id_is_told_as_a_page(String address) {
        given().get(address)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("(&lt;b&gt;)"), not(containsString("<b>")));
    }

    @Test
    void what_is_typed_into_a_search_stays_text() {
        assertThat(given().queryParam("q", "\"><b>x</b>").get("/suppliers").asString())
                .contains("value=\"&quot;&gt;&lt;b&gt;x&lt;/b&gt;\"")
                .doesNotContain("<b>x");
        assertThat(given().queryParam("q", "\"><b>x</b>").get("/rules").asString())
                .doesNotContain("<b>x");
    }

    @Test
    void pages_are_written_in_the_readers_language() {
        assertThat(page("/suppliers?lang=de")).contains("<html lang=\"de\"", "Vereinigte Staaten");
        assertThat(page("/models/gpt-5.4?lang=ar")).contains("dir=\"rtl\"", "الولايات المتحدة");
        assertThat(page("/countries/DE?lang=fr")).contains("<h1>Allemagne</h1>");
    }
}
