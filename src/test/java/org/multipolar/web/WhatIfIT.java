package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.multipolar.cli.Commands;

/** What scenarios do, asked by HTTP. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class WhatIfIT {

    private static final String WHAT_IF = "/api/v1/what-if";
    private static final String ADVICE = "/api/v1/advice";
    private static final String DEAR =
            "{\"id\": \"mine\", \"patches\": [{\"scale\": {\"price\": \"both\", \"by\": 2}}]}";

    private static Response post(String address, String scenarios) {
        return given().contentType("application/json")
                .body(SmallBuyer.request(SmallBuyer.json(), ",\n\"scenarios\": " + scenarios + "\n"))
                .post(address);
    }

    private static Response ask(String... scenarios) {
        return post(WHAT_IF, "[" + String.join(", ", scenarios) + "]");
    }

    private static String id(String id) {
        return "\"" + id + "\"";
    }

    @Test
    void a_lost_origin_takes_its_shares_away_and_the_new_mix_has_none_of_it() {
        var answer = ask(id("t-no-us")).then().statusCode(200);

        answer.body("noEffect", nullValue())
                .body("baseline.outcome", equalTo("optimal"))
                .body("rePlan.outcome", equalTo("optimal"))
                .body("lost.ground", hasItem("scenario"));
        var json = answer.extract().jsonPath();
        long us = json.getLong("baseline.origins.US");
        assertThat(us).isPositive();
        assertThat(json.getMap("rePlan.origins")).doesNotContainKey("US");
        assertThat(json.getMap("hold.origins")).doesNotContainKey("US");
        assertThat(json.getLong("hold.capacity")).isEqualTo(10_000 - us);
    }

    @Test
    void an_event_that_touches_nothing_says_so() {
        ask(id("t-island"))
                .then()
                .statusCode(200)
                .body("noEffect", containsString("none of them in the mix nor better than it"))
                .body("lost", empty())
                .body("moves", empty())
                .body("attribution", empty());
        ask(id("t-late")).then().statusCode(200).body("noEffect", containsString("it begins on 2040-01-01"));
    }

    @Test
    void prices_that_double_double_what_tokens_cost_if_the_mix_is_held() {
        var json = ask(DEAR).then().statusCode(200).extract().jsonPath();

        assertThat(json.getLong("baseline.cost.tokensMicroUsd")).isPositive();
        assertThat(json.getLong("hold.cost.tokensMicroUsd"))
                .isEqualTo(2 * json.getLong("baseline.cost.tokensMicroUsd"));
    }

    @Test
    void a_scenario_on_another_is_compared_with_that_one() {
        var json = ask(id("t-on"))
                .then()
                .statusCode(200)
                .body("on", equalTo(List.of("t-no-us")))
                .extract();

        assertThat(json.jsonPath().getMap("baseline.origins")).doesNotContainKey("US");
    }

    @Test
    void a_stack_that_leaves_nothing_is_an_answer() {
        ask(id("t-dear"), id("t-barren"))
                .then()
                .statusCode(200)
                .body("rePlan.outcome", equalTo("infeasible"))
                .body("rePlan.note", containsString("watch"))
                .body("rePlan.score", nullValue())
                .body("attribution.change", equalTo(List.of("t-dear", "t-barren")));
    }

    @Test
    void scenarios_that_contradict_each_other_leave_no_mix() {
        var floor = bound("least", "floor", 60);
        var cap = bound("most", "cap", 10);

        ask(floor).then().statusCode(200).body("rePlan.outcome", equalTo("optimal"));
        ask(cap).then().statusCode(200).body("rePlan.outcome", equalTo("optimal"));
        ask(floor, cap)
                .then()
                .statusCode(200)
                .body("rePlan.outcome", equalTo("infeasible"))
                .body("headline", containsString("No new mix keeps all limits."));
    }

    private static String bound(String id, String kind, int at) {
        return ("{\"id\": \"%s\", \"patches\": [{\"limit\": {\"id\": \"%s\", \"kind\": \"%s\", \"on\": \"origin\", "
                        + "\"of\": [\"US\"], \"scope\": \"buyer\", \"at\": %d, \"why\": \"a try\"}}]}")
                .formatted(id, id, kind, at);
    }

    @Test
    void what_is_at_fault_is_named_where_it_stands() {
        ask(id("t-no-su"))
                .then()
                .statusCode(400)
                .body("title", equalTo("no scenario is called (t-no-su)."))
                .body("detail", containsString("t-no-us"))
                .body("file", equalTo("request"))
                .body("line", equalTo(lineOf(SmallBuyer.json()) + 3))
                .body("field", equalTo("scenarios[0]"));
        ask("\n" + DEAR.replace("scale", "scal"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("file", equalTo("request"))
                .body("line", equalTo(lineOf(SmallBuyer.json()) + 4))
                .body("field", equalTo("patches[0].scal"))
                .body("title", equalTo("nobody knows this key."));
        ask(id("t-no-us"), id("t-no-us")).then().statusCode(400).body("title", containsString("asked about twice"));
        ask("7").then().statusCode(400);
        ask("null").then().statusCode(400);
        ask().then().statusCode(400).body("title", equalTo("no scenario is asked about."));
        post(WHAT_IF, id("t-no-us")).then().statusCode(400).body("title", equalTo("a list is expected here."));
        ask(DEAR.replace("\"patches\"", "\"on\": \"mine\", \"patches\""))
                .then()
                .statusCode(400)
                .body("title", equalTo("(mine) stands on itself."));
    }

    /** The request has one line for the day before the buyer begins. */
    private static int lineOf(String buyer) {
        return (int) buyer.lines().count();
    }

    @Test
    void twenty_are_laid_and_twenty_one_refused() {
        ask(many(21)).then().statusCode(400).body("title", containsString("21 scenarios; at most 20"));
        ask(many(20)).then().statusCode(200).body("scenarios.size()", equalTo(20));
    }

    private static String[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> DEAR.replace("mine", "s" + each).replace("\"by\": 2", "\"by\": 1.001"))
                .toArray(String[]::new);
    }

    @Test
    void an_unknown_buyer_is_not_found() {
        given().contentType("application/json")
                .body("{\"buyer\": \"nobody\", \"scenarios\": [\"t-no-us\"]}")
                .post(WHAT_IF)
                .then()
                .statusCode(404)
                .body("title", equalTo("no buyer is called (nobody)."));
    }

    @Test
    void an_answer_is_recorded_once_and_replays_to_the_same_bytes() throws IOException {
        replays(WHAT_IF, "[\"t-on\", %s]".formatted(DEAR), "what-if");
    }

    @Test
    void advice_under_scenarios_differs_is_recorded_and_replays_to_the_same_bytes() throws IOException {
        var plain = post(ADVICE, "[]").then().statusCode(200).extract();
        var under = replays(ADVICE, "[\"t-on\", %s]".formatted(DEAR), "advice");

        assertThat(under.jsonPath().getString("decision"))
                .isNotEqualTo(plain.jsonPath().getString("decision"));
        assertThat(under.jsonPath().getList("scenarios.id")).containsExactly("t-no-us", "t-on", "mine");
        assertThat(origins(under)).doesNotContain("US");
        assertThat(plain.jsonPath().getList("demands[0].mix.supplierOrigin", String.class))
                .contains("US");
        var address = under.header("Content-Location");
        given().get(address + "/problem.mps").then().statusCode(200).body(containsString("ENDATA"));
        given().get(address + "/bom").then().statusCode(200);
    }

    private static List<String> origins(Response answer) {
        return answer.jsonPath().getList("demands[0].mix.supplierOrigin", String.class);
    }

    private static Response replays(String address, String scenarios, String kind) throws IOException {
        var key = UUID.randomUUID().toString();
        var body = SmallBuyer.request(SmallBuyer.json(), ",\n\"scenarios\": " + scenarios);
        var request = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body);
        var answer = request.post(address);
        var record = answer.then().statusCode(200).extract().header("Content-Location");

        assertThat(request.post(address).header("Content-Location")).isEqualTo(record);
        given().get(record)
                .then()
                .statusCode(200)
                .body("kind", equalTo(kind))
                .body("contents.keySet()", hasItem("scenario:t-no-us"))
                .body("contents.keySet()", hasItem("scenario:t-on"))
                .body("contents.keySet()", not(hasItem("scenario:mine")))
                .body("question.scenarios[0]", equalTo("t-on"));
        assertThat(given().get(record + "/replay")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isEqualTo(answer.asByteArray());

        var folder = Files.createTempDirectory("what-if");
        var log = Files.write(
                folder.resolve("log.jsonl"), given().get(record + "/log").asByteArray());
        assertThat(Commands.run("verify", log.toString())).isZero();
        var document =
                Files.write(folder.resolve("record.json"), given().get(record).asByteArray());
        assertThat(Commands.run("verify", document.toString())).isZero();
        return answer;
    }

    @Test
    void shipped_buyers_under_scenarios_are_not_mistaken_for_the_buyer_as_it_is() {
        var as = List.of("", "\"t-dear\"", "\"t-no-us\"", "\"t-dear\", \"t-no-us\"");

        var costs = as.stream()
                .map(scenarios -> given().contentType("application/json")
                        .body("{\"buyer\": \"small\", \"asOf\": \"2026-11-21\", \"scenarios\": [%s]}"
                                .formatted(scenarios))
                        .post(ADVICE)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("decision"))
                .collect(Collectors.toSet());

        assertThat(costs).hasSize(as.size());
    }

    @Test
    void where_scenarios_cannot_be_asked_about_they_are_refused_and_not_ignored() {
        for (var address : List.of("/api/v1/advice/best", "/api/v1/advice/frontier")) {
            post(address, "[\"t-no-us\"]")
                    .then()
                    .statusCode(400)
                    .body("title", equalTo("scenarios cannot be asked about here."))
                    .body("detail", containsString("POST /api/v1/what-if"));
        }
        given().contentType("application/json")
                .body("{\"question\": " + SmallBuyer.request(SmallBuyer.json(), ", \"scenarios\": [\"t-no-us\"]") + "}")
                .post("/api/v1/watches")
                .then()
                .statusCode(400)
                .body("title", equalTo("scenarios cannot be asked about here."));
    }

    @Test
    void scenarios_are_listed_by_kind_and_page_and_read_with_their_file() {
        given().get("/api/v1/scenarios?size=3&page=2")
                .then()
                .statusCode(200)
                .body("total", equalTo(7))
                .body("items.id", equalTo(List.of("t-island", "t-late", "t-no-us")));
        given().get("/api/v1/scenarios?kind=law").then().body("items.id", equalTo(List.of("t-late")));
        given().get("/api/v1/scenarios?kind=none").then().statusCode(400).body("field", equalTo("kind"));
        given().get("/api/v1/scenarios/t-no-us")
                .then()
                .statusCode(200)
                .body("scenario.patches", equalTo(List.of("barred: origin US (a try)")))
                .body("scenario.sources[0].url", equalTo("https://example.org/paper"))
                .body("given", containsString("- event: {bar: {origin: US}, why: a try}"));
        given().get("/api/v1/scenarios/t-nowhere").then().statusCode(404);
    }

    @Test
    void a_language_model_asks_the_same_and_gets_the_same() {
        var session = McpSession.open(null);
        var posted = ask(id("t-no-us")).asString();

        var told = session.call(
                "what_if",
                java.util.Map.of("buyer", SmallBuyer.json(), "asOf", "2026-11-21", "scenarios", List.of("t-no-us")));

        assertThat(told.texts().get(0))
                .startsWith("optimal: Held as it is, the mix loses")
                .contains("Record: ");
        assertThat(told.answer()).isEqualTo(posted);
        assertThat(session.call("list_scenarios", java.util.Map.of("kind", "law"))
                        .answer())
                .isEqualTo(given().get("/api/v1/scenarios?kind=law").asString());
    }
}
