package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WorldIT {

    @Test
    void the_index_lists_units_by_rank() {
        given().get("/api/v1/index")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("method", equalTo("published"))
                .body("units[0].rank", equalTo(1))
                .body("units.unit", hasItem("EU"));
    }

    @Test
    void another_method_may_be_named_and_an_unknown_one_is_refused() {
        given().get("/api/v1/index?method=scale-only").then().statusCode(200).body("method", equalTo("scale-only"));
        given().get("/api/v1/index?method=none")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("scale-only"));
    }

    @Test
    void a_unit_is_drilled_down_to_its_sources() {
        given().get("/api/v1/index/DE")
                .then()
                .statusCode(200)
                .body("indicators.size()", greaterThan(5))
                .body(
                        "indicators.findAll { it.value != null && it.quality != 'derived' }.every { it.source != null && it.year > 2000 }",
                        equalTo(true));
        given().get("/api/v1/index/XX").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void rules_are_listed_and_shown_in_full() {
        var id = given().get("/api/v1/rules")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("[0].id");

        given().get("/api/v1/rules/" + id).then().statusCode(200).body("id", equalTo(id));
        given().get("/api/v1/rules/SA-PDPL-29")
                .then()
                .statusCode(200)
                .body("conditions[0].plain", equalTo("the operating country is SA"))
                .body("conditions[0].written", equalTo("operatingCountry.named(\"SA\")"))
                .body("parameters.id", hasItem("personal-data"))
                .body("cases.fires", hasItem(true))
                .body("cases.fires", hasItem(false));
    }

    @Test
    void the_law_of_another_day_is_another_list() {
        var today = given().get("/api/v1/rules?asOf=2026-11-22").jsonPath().getList("id");
        var before = given().get("/api/v1/rules?asOf=2018-05-24").jsonPath().getList("id");

        assertThat(today).contains("EU-GDPR-9-SPECIAL");
        assertThat(before).doesNotContain("EU-GDPR-9-SPECIAL");
        given().get("/api/v1/rules?asOf=2018").then().statusCode(400);
    }

    @Test
    void a_rule_tells_where_it_fires_and_what_it_costs() {
        given().get("/api/v1/rules/SA-PDPL-29/firings")
                .then()
                .statusCode(200)
                .body("buyer", hasItem("gulf-public-group"))
                .body("[0].candidates", greaterThan(100));
        given().get("/api/v1/rules/NO-SUCH/firings").then().statusCode(404);
        given().get("/api/v1/rules/CA-QC-FRENCH/cost?buyer=european-bank")
                .then()
                .statusCode(200)
                .body("state", equalTo("unmoved"));
        given().get("/api/v1/rules/CA-QC-FRENCH/cost").then().statusCode(404);
        given().get("/api/v1/rules/CA-QC-FRENCH/cost?buyer=nobody").then().statusCode(404);
    }

    @Test
    void the_owner_of_the_rules_sees_what_to_look_at() {
        given().get("/api/v1/rules-review").then().statusCode(200).body("kind", hasItem("REVIEW_DUE"));
    }

    @Test
    void a_country_without_a_pack_is_told_as_not_covered() {
        given().contentType("application/json")
                .body(
                        """
                        {"cases": [{"id": "kenya", "as_of": "2026-11-22",
                          "given": {"operating_country": "KE", "data_sensitivity": "personal", "sector": "general"},
                          "offer": {"supplier": "mistral", "openness": "open-weights", "licence": "apache-2.0"}}]}
                        """)
                .post("/api/v1/judgements")
                .then()
                .statusCode(200)
                .body("results[0].openGaps[0].region", equalTo("*"))
                .body("results[0].openGaps[0].coverage", equalTo("none"))
                .body("results[0].openGaps[0].notCovered", containsString("no national pack"));
        given().get("/api/v1/rules/nope")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo("no rule is called (nope)."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"countries", "suppliers", "models", "hosts", "offers", "regions", "buyers"})
    void each_list_is_served_page_by_page(String kind) {
        var all = given().get("/api/v1/" + kind + "?size=500")
                .then()
                .statusCode(200)
                .body("page", equalTo(1))
                .extract()
                .jsonPath();
        int total = all.getInt("total");
        assertThat(total).isPositive();

        given().get("/api/v1/" + kind + "?size=1&page=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(Math.min(1, total - 1)))
                .body("total", equalTo(total));
        given().get("/api/v1/" + kind + "?page=0").then().statusCode(400).contentType("application/problem+json");
        given().get("/api/v1/" + kind + "/no-such-entry").then().statusCode(404);
        var key = kind.equals("countries") ? "code" : "id";
        var first = all.getString("items[0]." + key);
        given().get("/api/v1/" + kind + "/" + first).then().statusCode(200).body(key, equalTo(first));
    }

    @Test
    void posted_cases_are_judged_as_json_and_as_yaml() {
        var yaml =
                """
                cases:
                  - id: one
                    as_of: 2026-11-21
                    given: {operating_country: DE, data_sensitivity: personal, sector: general, audience: internal,
                      buyer_type: private, buyer_seat: DE, buyer_ownership: DE}
                    offer: {supplier: deepseek, supplier_origin: CN, openness: open-weights, licence: mit,
                      base_lineage: [deepseek], model_release_date: 2025-08-21, modality: text,
                      access_mode: supplier-api, host: deepseek, host_origin: CN, serving_country: CN, parent_origin: CN}
                    expected: excluded
                    must_name: [EU-GDPR-46-CN-SERVED]
                """;
        given().contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/judgements")
                .then()
                .statusCode(200)
                .body("results[0].verdict", equalTo("excluded"))
                .body("passed", equalTo(1));
        var json =
                """
                {"cases": [{"id": "one", "as_of": "2026-11-21",
                  "given": {"operating_country": "DE", "data_sensitivity": "personal", "sector": "general"},
                  "offer": {"supplier": "deepseek", "supplier_origin": "CN", "host": "deepseek", "host_origin": "CN",
                    "serving_country": "CN", "access_mode": "supplier-api"}}]}""";
        given().contentType("application/json")
                .body(json)
                .post("/api/v1/judgements")
                .then()
                .statusCode(200)
                .body("results[0].verdict", equalTo("excluded"));
    }

    @Test
    void a_case_with_a_fact_nobody_knows_is_refused_with_its_line() {
        given().contentType("application/yaml")
                .body("cases:\n  - id: one\n    as_of: 2026-11-21\n    given: {weather: fine}\n    offer: {}\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/judgements")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("line", equalTo(4))
                .body("title", containsString("nobody knows this fact"));
    }
}
