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
