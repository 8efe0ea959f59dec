package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A language model asks by tools what others ask by HTTP, and gets the same answers. */
@QuarkusTest
class McpIT {

    private static final String DAY = "2026-11-21";

    private static Map<String, Object> question(Object buyer) {
        return new TreeMap<>(Map.of("buyer", buyer, "asOf", DAY));
    }

    private static Map<String, Object> review(String by) {
        var args = question(SmallBuyer.json());
        args.putAll(Map.of("demand", "watch", "offer", bought(), "quick", true, "by", by));
        return args;
    }

    private static String posted() {
        return given().contentType("application/json")
                .body(SmallBuyer.request(SmallBuyer.json(), ""))
                .post("/api/v1/advice")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String bought() {
        return McpSession.tree(posted()).at("/demands/0/mix/0/offer").asText();
    }

    @Test
    void the_greeting_says_who_answers_and_how_to_begin() {
        var greeting = McpSession.open(null).greeting();
        assertThat(greeting.at("/serverInfo/name").asText()).isEqualTo("multipolar");
        assertThat(greeting.path("instructions").asText()).contains("look_up", "advise", "A person decides");
        assertThat(greeting.at("/capabilities/tools").isObject()).isTrue();
    }

    @Test
    void every_tool_says_what_it_does_what_it_takes_and_what_it_changes() {
        var tools = tools();
        assertThat(tools.keySet())
                .containsExactly(
                        "advise",
                        "country_scores",
                        "decide_review",
                        "decision",
                        "get_review",
                        "judge",
                        "list_reviews",
                        "list_scenarios",
                        "list_watches",
                        "look_up",
                        "replay",
                        "review",
                        "rule",
                        "rules",
                        "watch",
                        "what_if");
        tools.forEach((name, tool) -> {
            assertThat(tool.path("description").asText())
                    .as(name)
                    .contains("Role: ")
                    .hasSizeGreaterThan(50);
            assertThat(tool.path("title").asText()).as(name).isNotBlank();
            var schema = tool.path("inputSchema");
            assertThat(schema.path("type").asText()).isEqualTo("object");
            assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
            schema.path("properties").properties().forEach(property -> {
                assertThat(property.getValue().path("description").asText())
                        .as(name + property)
                        .isNotBlank();
                assertThat(property.getValue().has("type")).as(name + property).isTrue();
            });
        });
        assertThat(tools.getOrDefault("review", MissingNode.getInstance())
                        .at("/inputSchema/required")
                        .toString())
                .isEqualTo("[\"buyer\",\"demand\"]");
        assertThat(hints(tools, "readOnlyHint"))
                .containsExactly(
                        "country_scores",
                        "decision",
                        "get_review",
                        "judge",
                        "list_reviews",
                        "list_scenarios",
                        "list_watches",
                        "look_up",
                        "replay",
                        "rule",
                        "rules");
        assertThat(hints(tools, "destructiveHint")).containsExactly("decide_review");
        assertThat(hints(tools, "openWorldHint")).isEmpty();
    }

    @Test
    void a_call_outside_of_a_session_is_refused_at_once() {
        var answer = McpSession.asking()
                .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}")
                .post("/mcp");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("error.message")).contains("Mcp-Session-Id", "Maybe initialize");
    }

    private static SortedMap<String, JsonNode> tools() {
        var tools = new TreeMap<String, JsonNode>();
        McpSession.open(null)
                .send("tools/list", "{}")
                .at("/result/tools")
                .forEach(tool -> tools.put(tool.path("name").asText(), tool));
        return tools;
    }

    private static List<String> hints(Map<String, JsonNode> tools, String hint) {
        var names = new ArrayList<String>();
        tools.forEach((name, tool) -> {
            if (tool.path("annotations").path(hint).asBoolean()) {
                names.add(name);
            }
        });
        return names;
    }

    @Test
    void advice_has_the_bytes_of_the_http_api_and_is_a_record_that_replays() {
        var session = McpSession.open(null);
        var said = session.call("advise", question(SmallBuyer.json()));
        assertThat(said.answer()).isEqualTo(posted());
        assertThat(said.texts().get(0)).startsWith("optimal: ").contains("Record: ");

        var record = said.texts().get(0).replaceFirst("(?s).*Record: ", "");
        var kept = session.call("decision", Map.of("id", record));
        assertThat(kept.answer())
                .isEqualTo(given().get("/api/v1/decisions/" + record).asString());
        assertThat(kept.tree().path("by").asText()).isEqualTo("local");
        assertThat(session.call("replay", Map.of("id", record)).answer()).isEqualTo(said.answer());
    }

    @Test
    void a_buyer_may_come_as_an_object_and_limits_as_json() {
        var args = question(new ObjectMapper().convertValue(McpSession.tree(SmallBuyer.json()), Map.class));
        var said = McpSession.open(null).call("advise", args).tree();
        var http = McpSession.tree(posted());
        assertThat(said.path("score")).isEqualTo(http.path("score"));
        assertThat(said.at("/demands/0/mix")).isEqualTo(http.at("/demands/0/mix"));

        args.put("limits", "7");
        assertThat(McpSession.open(null).call("advise", args).fault()).contains("limits");
    }

    @Test
    void a_key_names_one_call() {
        var session = McpSession.open(null);
        var args = question(SmallBuyer.json());
        args.put("idempotencyKey", UUID.randomUUID().toString());
        var first = session.call("advise", args);
        assertThat(session.call("advise", args)).isEqualTo(first);

        args.put("explain", "full");
        assertThat(session.call("advise", args).fault()).contains("was used for another request", "Maybe ");
        args.put("idempotencyKey", "");
        assertThat(session.call("advise", args).fault()).contains("0 characters");
    }

    @Test
    void a_review_waits_for_somebody_else() {
        var session = McpSession.open(null);
        var asked = session.call("review", review("Ann"));
        var id = asked.tree().path("id").asText();
        assertThat(asked.texts().get(0)).startsWith("Review " + id + " (answered): ");
        assertThat(session.call("get_review", Map.of("id", id)).answer())
                .isEqualTo(given().get("/api/v1/reviews/" + id).asString());

        var decision = new TreeMap<>(Map.of("id", id, "decision", "approve", "reason", "Papers were read"));
        decision.put("by", "Ann");
        assertThat(session.call("decide_review", decision).fault()).contains("Maybe ");
        assertThat(state(session, id)).isEqualTo("answered");
        decision.put("by", "Bob");
        assertThat(session.call("decide_review", decision)
                        .tree()
                        .path("decidedBy")
                        .asText())
                .isEqualTo("Bob");
        assertThat(state(session, id)).isEqualTo("approved");
        decision.put("decision", "refuse");
        assertThat(session.call("decide_review", decision)
                        .tree()
                        .path("standing")
                        .asText())
                .isEqualTo("refused");
        decision.put("decision", "waive");
        assertThat(session.call("decide_review", decision).error()).isTrue();
        assertThat(session.call("list_reviews", Map.of("buyer", "small", "standing", "refused"))
                        .answer())
                .contains(id);
    }

    private static String state(McpSession session, String id) {
        return session.call("get_review", Map.of("id", id))
                .tree()
                .path("standing")
                .asText();
    }

    @Test
    void a_question_stands() {
        var session = McpSession.open(null);
        var args = Map.of("question", Map.of("buyer", McpSession.tree(SmallBuyer.json())));
        var id = session.call("watch", args).tree().path("id").asText();
        assertThat(given().get("/api/v1/watches/" + id).path("state").toString())
                .isEqualTo("quiet");
        var listed = session.call("list_watches", Map.of("buyer", "small", "limit", 200));
        assertThat(listed.answer())
                .contains(id)
                .isEqualTo(given().get("/api/v1/watches?buyer=small&limit=200").asString());
        assertThat(session.call("watch", Map.of()).fault()).contains("review and question");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "look_up | {'kind': 'offers', 'size': 3, 'page': 2} | /api/v1/offers?page=2&size=3",
                "look_up | {'kind': 'regions', 'id': 'EU-DE'} | /api/v1/regions/EU-DE",
                "look_up | {'kind': 'buyers'} | /api/v1/buyers",
                "country_scores | {} | /api/v1/index",
                "country_scores | {'unit': 'DE', 'view': 'per-head', 'method': null} | /api/v1/index/DE?view=per-head",
                "country_scores | {'uncertainty': 20, 'seed': 5} | /api/v1/index?uncertainty=20&seed=5",
                "rules | {'asOf': '2026-11-21'} | /api/v1/rules?asOf=2026-11-21",
                "rule | {'id': 'EU-GDPR-46-SCC-TIA'} | /api/v1/rules/EU-GDPR-46-SCC-TIA",
            })
    void what_is_read_has_the_bytes_of_the_http_api(String tool, String args, String address) {
        var said = McpSession.open(null).call(tool, args.replace('\'', '"'));
        assertThat(said.answer()).isEqualTo(given().get(address).asString());
        assertThat(said.texts().get(0)).isNotBlank().hasSizeLessThan(300);
    }

    @Test
    void cases_are_judged_as_json_and_as_yaml() {
        var cases =
                """
                {"cases": [{"id": "c", "as_of": "2026-11-21", "given": {"operating_country": "KE", "sector": "general"},
                 "offer": {"supplier": "mistral", "openness": "open-weights", "licence": "apache-2.0"}}]}""";
        var posted = given().contentType("application/json").body(cases).post("/api/v1/judgements");
        var session = McpSession.open(null);
        assertThat(session.call("judge", Map.of("cases", cases)).answer()).isEqualTo(posted.asString());
        assertThat(session.call("judge", Map.of("cases", McpSession.tree(cases)))
                        .texts()
                        .get(0))
                .startsWith("Cases: 1.");
        assertThat(session.call("judge", Map.of("cases", "cases: 7")).fault()).contains("cases");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "advise | {'buyer': 'nobody'} | no buyer is called (nobody).",
                "advise | {} | the argument (buyer) is missing.",
                "advise | {'buyer': null} | the argument (buyer) is missing.",
                "advise | {'buyer': 7} | (7) is not of the type string or object or array.",
                "advise | {'buyer': 'european-bank', 'asOf': 'never'} | (never) is not a day.",
                "advise | {'buyer': 'european-bank', 'explain': 'all'} | it is one of [usual, full].",
                "advise | {'buyer': 'european-bank', 'limit': []} | nobody knows this argument.",
                "advise | {'buyer': 'european-bank', 'stabilityDraws': 1.5} | (1.5) is not of the type integer.",
                "advise | {'buyer': 'european-bank', 'stabilityDraws': 99999999999999} | is not between 0 and 1000.",
                "advise | {'buyer': []} | buyer",
                "advise | {'buyer': '{} , \\\"scenarios\\\": {}'} | this begins like JSON and is none.",
                "advise | {'buyer': '{} {}'} | something follows the JSON.",
                "advise | {'buyer': '{\\\"a\\\": '} | this begins like JSON and is none.",
                "advise | {'buyer': 'a\\u0000b'} | U+0000",
                "review | {'buyer': 'european-bank', 'demand': 'none', 'offer': 'x', 'quick': true} | none",
                "review | {'buyer': 'european-bank', 'demand': {}, 'offer': 'x'} | (an object or list) is not of the type string.",
                "review | {'buyer': 'european-bank', 'demand': 'none', 'quick': 'yes'} | (yes) is not of the type boolean.",
                "get_review | {'id': 'none'} | no review is called (none).",
                "decide_review | {'id': 'none', 'decision': 'approve', 'reason': 'x'} | no review is called (none).",
                "decision | {'id': 'none'} | no decision is called (none).",
                "replay | {'id': '../../etc/passwd'} | no decision is called (../../etc/passwd).",
                "rule | {'id': 'none'} | no rule is called (none).",
                "country_scores | {'unit': 'XX'} | no country or bloc is called (XX).",
                "country_scores | {'uncertainty': -1} | uncertainty",
                "look_up | {'kind': 'secrets'} | it is one of [countries,",
                "look_up | {'kind': 'offers', 'size': 501} | between 1 and 500",
                "list_watches | {'limit': 0} | between 1 and 200",
                "watch | {'review': 'none'} | no review is called (none).",
            })
    void what_cannot_be_asked_is_said_to_the_model(String tool, String args, String part) {
        assertThat(McpSession.open(null).call(tool, args.replace('\'', '"')).fault())
                .contains(part)
                .doesNotContain("Exception", "inside");
    }

    @Test
    void what_is_huge_or_deep_is_refused_without_an_echo() {
        var session = McpSession.open(null);
        var huge = session.call("rule", Map.of("id", "x".repeat(1_000_000)));
        assertThat(huge.fault()).contains("1000000 characters", "at most 4000").hasSizeLessThan(300);
        assertThat(session.call("rule", Map.of("y".repeat(10_000), 1)).fault()).hasSizeLessThan(300);
        assertThat(session.call("advise", Map.of("buyer", "[".repeat(500_000))).fault())
                .hasSizeLessThan(300);
        var deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        assertThat(session.call("advise", "{\"buyer\": %s}".formatted(deep)).fault())
                .contains("deeper than 64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/call\", \"params\": {\"name\": \"none\", \"arguments\": {}}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/call\", \"params\": {\"name\": \"rules\", \"arguments\": 7}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/call\", \"params\": {\"name\": \"rules\", \"arguments\": [1]}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/call\", \"params\": {\"name\": 7}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/call\", \"params\": []}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/call\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": 7}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"nothing\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": {\"a\": 1}, \"method\": \"tools/list\"}",
                "{\"id\": 3}",
                "{\"jsonrpc\": \"2.0\", \"method\": \"tools/list\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"initialize\", \"params\": {}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"initialize\", \"params\": {\"protocolVersion\": 1}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/list\", \"params\": {\"cursor\": \"x\"}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/list\", \"params\": {\"_meta\": 7}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"logging/setLevel\", \"params\": {\"level\": \"loud\"}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"prompts/get\", \"params\": {}}",
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\"}",
                "{",
                "7",
                "[]",
                "null",
                ""
            })
    void what_is_no_call_is_refused_and_breaks_nothing(String body) {
        var session = McpSession.open(null);
        var answer = session.raw(body);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 400);
        assertThat(answer.asString()).contains("\"error\"", "\"code\"", "\"message\"");
        assertThat(answer.asString()).doesNotContain("Exception", "\tat ");
        assertThat(session.call("rule", Map.of("id", "none")).error()).isTrue();
    }

    @Test
    void arguments_may_be_left_out() {
        var answer = McpSession.open(null).send("tools/call", "{\"name\": \"list_watches\"}");
        assertThat(answer.at("/result/isError").asBoolean()).isFalse();
        assertThat(answer.at("/result/content/0/text").asText()).startsWith("Watches: ");
    }

    @Test
    void a_page_from_elsewhere_opens_no_session() {
        for (var origin : List.of("https://attacker.example", "null", "https://127.0.0.1.attacker.example")) {
            var answer = McpSession.hello(McpSession.asking().header("Origin", origin));
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
        assertThat(McpSession.hello(McpSession.asking().header("Host", "attacker.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(McpSession.hello(McpSession.asking().header("Origin", "http://localhost:6274"))
                        .statusCode())
                .isEqualTo(200);
    }
}
