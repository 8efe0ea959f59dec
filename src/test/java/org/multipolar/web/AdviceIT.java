package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdviceIT {

    private static ValidatableResponse ask(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/advice")
                .then();
    }

    @Test
    void an_inline_buyer_is_answered_with_a_proven_mix_that_sums_to_a_hundred() {
        var answer = ask(SmallBuyer.request(SmallBuyer.json(), ""))
                .statusCode(200)
                .contentType("application/json")
                .body("outcome", equalTo("optimal"))
                .body("asOf", equalTo("2026-11-21"))
                .body("$", hasKey("digests"))
                .extract()
                .jsonPath();

        assertThat(answer.getList("demands[0].mix.share", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(100);
        assertThat(answer.getLong("score")).isEqualTo(answer.getLong("bound"));
    }

    @Test
    void an_equal_question_has_equal_bytes_wherever_its_parts_stand() {
        var one = ask(SmallBuyer.request(SmallBuyer.json(), ""));
        var two = ask("{\"buyer\": " + SmallBuyer.json() + ",\n\n \"limits\": [], \"asOf\": \"2026-11-21\"}");

        assertThat(two.extract().asString()).isEqualTo(one.extract().asString());
    }

    @Test
    void more_limits_are_heeded() {
        var us =
                """
                , "limits": [
                  {"id": "no-us", "kind": "cap", "on": "origin", "of": ["US"], "scope": "buyer", "at": 0, "why": "a try"}]""";

        var answer = ask(SmallBuyer.request(SmallBuyer.json(), us))
                .statusCode(200)
                .body("outcome", equalTo("optimal"))
                .extract()
                .jsonPath();

        assertThat(answer.getList("demands[0].mix.supplierOrigin", String.class))
                .doesNotContain("US");
    }

    @Test
    void limits_that_nobody_can_meet_are_answered_with_a_clash() {
        var budget =
                """
                , "limits": [
                  {"id": "no-money", "kind": "cap", "on": "cost", "scope": "buyer", "at": 1, "why": "a try"}]""";

        ask(SmallBuyer.request(SmallBuyer.json(), budget))
                .statusCode(200)
                .body("outcome", equalTo("infeasible"))
                .body("clash.id.toString()", containsString("no-money"));
    }

    @Test
    void a_fault_in_an_inline_buyer_names_the_line_of_the_request() {
        ask(SmallBuyer.request(SmallBuyer.misspelt(), ""))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("status", equalTo(400))
                .body("instance", equalTo("/api/v1/advice"))
                .body("title", containsString("superhuman"))
                .body("detail", startsWith("request:"))
                .body("file", equalTo("request"))
                .body("line", equalTo(lineOf("superhuman")))
                .body("field", startsWith("demands[0].ability"));
    }

    private static int lineOf(String word) {
        var before = SmallBuyer.request(SmallBuyer.misspelt(), "");
        return (int) before.substring(0, before.indexOf(word)).lines().count();
    }

    @Test
    void a_fault_in_a_limit_names_the_line_of_the_request() {
        var limits =
                """
                ,
                "limits": [
                  {"id": "x", "kind": "lid", "on": "origin", "scope": "buyer", "at": 0, "why": "a try"}]""";
        var body = SmallBuyer.request(SmallBuyer.json(), limits);

        ask(body)
                .statusCode(400)
                .body("title", containsString("(lid)"))
                .body("line", equalTo((int)
                        body.substring(0, body.indexOf("lid")).lines().count()))
                .body("field", equalTo("limits[0].kind"));
    }

    @Test
    void an_unknown_key_is_refused_with_the_known_ones() {
        ask("{\"buyer\": \"european-bank\", \"asof\": \"2026-11-21\"}")
                .statusCode(400)
                .body("field", equalTo("asof"))
                .body(
                        "detail",
                        containsString(
                                "Maybe it is misspelt; the keys here are [asOf, buyer, explain, limits, scenarios, stabilityDraws]"));
    }

    @Test
    void an_unknown_buyer_is_not_found() {
        ask("{\"buyer\": \"nobody\"}")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo("no buyer is called (nobody)."))
                .body("detail", containsString("european-bank"));
    }

    @Test
    void a_day_that_is_none_is_refused() {
        ask("{\"buyer\": \"european-bank\", \"asOf\": \"2026-02-30\"}")
                .statusCode(400)
                .body("title", containsString("is not a day"));
    }

    @Test
    void broken_and_hostile_bodies_are_refused_without_a_stack_trace() {
        for (var body : new String[] {
            "",
            "null",
            "[]",
            "5",
            "{",
            "{\"buyer\": }",
            "{\"buyer\": 5}",
            "{\"buyer\": null}",
            "{}",
            "{\"buyer\": []}",
            "{\"buyer\": {}}",
            "{\"buyer\": \"a\", \"buyer\": \"b\"}",
            "{\"buyer\": \"a\"} x",
            "{\"buyer\": {\"buyer\": \"*a\", \"name\": \"&b\"}}",
            "{\"buyer\": " + "[".repeat(5000),
            "{\"buyer\": {\"limits\": " + "[".repeat(60) + "]".repeat(60) + "}}",
            "\u0000",
            "{\"asOf\": 5, \"buyer\": \"x\"}"
        }) {
            ask(body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(not(containsString("\tat ")))
                    .body(not(containsString("Exception")));
        }
    }

    @Test
    void a_body_above_two_mebibytes_is_too_large() {
        ask("{\"buyer\": \"" + "x".repeat(3 << 20) + "\"}")
                .statusCode(413)
                .contentType("application/problem+json")
                .body("status", equalTo(413));
    }

    @Test
    void another_media_type_and_method_are_refused_as_problems() {
        given().contentType("text/plain")
                .body("x")
                .post("/api/v1/advice")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().get("/api/v1/advice").then().statusCode(405).contentType("application/problem+json");
    }
}
