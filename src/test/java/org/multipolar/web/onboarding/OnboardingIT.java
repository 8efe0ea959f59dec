package org.multipolar.web.onboarding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped process, in a real engine, against the running service, while the law changes. */
@QuarkusTest
@TestProfile(OwnFolders.class)
class OnboardingIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEWCOMER =
            """
            {"supplier": "newcomer", "supplier_origin": "FR", "model": "new-one", "openness": "closed",
             "access_mode": "supplier-api"%s}""";
    private static final String LAW =
            """
            package rules.house.trial;

            import org.multipolar.rulebook.Case;
            global org.multipolar.rulebook.Findings findings;

            rule "TRIAL-BAR"
                @title( "A bar made for a test" )
                @kind( "geopolitical" )
                @status( "in-force" )
                @from( "2025-01-01" )
                @sources( "house-policy" )
                @confidence( "low" )
                @asOf( "2026-11-21" )
                @jurisdictions( "DE" )
                @statement( "Banks in Germany do not read public papers by Mistral's own API." )
                @obligation( "Another supplier." )
                @settledBy( "The name of the maker." )
            when
                $c : Case(
                    supplier.named("mistral"),
                    accessMode.named("supplier-api"),
                    operatingCountry.named("DE"),
                    sector.named("finance"),
                    dataSensitivity.named("public"))
            then
                findings.exclude("TRIAL-BAR", $c);
            end
            """;

    private Engine engine;
    private Mailbox mailbox;
    private String webhook;

    @BeforeEach
    void open() {
        engine = new Engine();
        mailbox = new Mailbox(event -> engine.lawChanged(event.path("subject").asText()));
        var made = post(
                "/api/v1/webhooks",
                "{\"url\": \"%s\", \"events\": [\"org.multipolar.review.reopened.v1\"]}".formatted(mailbox.url()),
                201);
        mailbox.secret(made.getString("secret"));
        webhook = "/api/v1/webhooks/" + made.getString("id");
    }

    @AfterEach
    void close() throws IOException {
        Files.deleteIfExists(OwnFolders.RULES.resolve("house/trial.drl"));
        engine.await("the law is gone, for whoever asks next", OnboardingIT::lawIsGone);
        given().delete(webhook).then().statusCode(204);
        mailbox.close();
        engine.close();
    }

    private static boolean lawIsGone() {
        return given().get("/api/v1/rules/TRIAL-BAR").statusCode() == 404;
    }

    private static String address() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    private static JsonPath post(String address, String body, int status) {
        return given().contentType("application/json")
                .body(body)
                .post(address)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private String started(String offer) throws IOException {
        return engine.start(address(), question(offer));
    }

    private static JsonNode question(String offer) throws IOException {
        return JSON.readTree(
                """
                {"buyer": "european-bank", "demand": "de-regulatory-watch", "offer": %s, "quick": true, "by": "Ann"}
                """
                        .formatted(offer));
    }

    private static Map<String, Object> said(String decision, String by, String reason) {
        return Map.of(
                "decision",
                decision,
                "said",
                JSON.createObjectNode().put("by", by).put("reason", reason));
    }

    private JsonPath review(String instance) {
        return given().get("/api/v1/reviews/" + engine.variable(instance, "reviewId"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void an_excluded_offer_is_refused_without_a_person() throws IOException {
        var instance = started("\"gigachat-3.1-ultra@gigachat-api-ru\"");

        assertThat(engine.end(instance)).isEqualTo("refused");
        assertThat(engine.passed(instance)).containsExactly("start", "ask", "verdict", "refuseByRule", "refused");
        var review = review(instance);
        assertThat(review.getString("verdict")).isEqualTo("excluded");
        assertThat(review.getList("history.kind")).containsExactly("review.asked", "review.answered", "review.refused");
        assertThat(review.getList("history.by")).containsExactly("Ann", "multipolar", "vendor-onboarding");
    }

    @Test
    void an_unresolved_offer_waits_for_evidence_and_is_asked_again_with_it() throws IOException {
        var instance = started(NEWCOMER.formatted(""));
        var task = engine.task(instance, "collect");
        var first = review(instance);
        var open = engine.local(task, "unsettled");
        assertThat(first.getString("verdict")).isEqualTo("unresolved");
        assertThat(open.findValuesAsText("rule")).isEqualTo(first.getList("answer.unsettled.rule"));
        assertThat(task.getDescription()).contains(first.getString("headline"), "/api/v1/reviews/");

        engine.complete(
                task,
                Map.of(
                        "question",
                        question(
                                NEWCOMER.formatted(
                                        ", \"licence\": \"proprietary\", \"base_lineage\": [\"newcomer\"], \"serving_country\": \"FR\""))));

        var again = engine.task(instance, "collect");
        assertThat(review(instance).getString("id")).isNotEqualTo(first.getString("id"));
        assertThat(engine.local(again, "unsettled").size()).isLessThan(open.size());
        assertThat(engine.passed(instance))
                .containsExactly("start", "ask", "verdict", "collect", "ask", "verdict", "collect");
    }

    @Test
    void an_approved_offer_returns_to_the_approver_when_the_law_changes() throws IOException {
        var instance = started("\"mistral-large-3@mistral-api\"");
        var task = engine.task(instance, "approve");
        assertThat(review(instance).getString("verdict")).isEqualTo("conditional");
        assertThat(engine.local(task, "checklist").findValuesAsText("rule")).contains("EU-DORA-28-30");
        engine.complete(task, said("approve", "Ann", "I asked, and I like it"));
        engine.complete(
                engine.task(instance, "approve"),
                said("approve", "Bob", "Papers \"read\",\nand found good"),
                Map.of("approver", "Bearer of-bob"));
        engine.await("waits for the law", () -> engine.waits(instance));
        var address = "/api/v1/watches/" + engine.variable(instance, "watchId");
        given().get(address).then().body("state", equalTo("quiet"));

        Files.writeString(OwnFolders.RULES.resolve("house/trial.drl"), LAW);

        var back = engine.task(instance, "approve");
        assertThat(back.getDescription()).contains("Excluded", "TRIAL-BAR");
        given().get(address).then().body("state", equalTo("raised"));
        assertThat(mailbox.handled()).hasSize(1);
        engine.complete(back, said("refuse", "Bob", "The law forbids it now"));

        assertThat(engine.end(instance)).isEqualTo("refused");
        assertThat(engine.passed(instance))
                .containsExactly(
                        "start",
                        "ask",
                        "verdict",
                        "approve",
                        "decide",
                        "approve",
                        "decide",
                        "decided",
                        "watch",
                        "lawChanged",
                        "look",
                        "reopened",
                        "approve",
                        "decide",
                        "decided",
                        "endWatch",
                        "refused");
        assertThat(engine.variables(instance)).noneMatch(each -> each.contains("of-bob"));
        recorded(review(instance), given().get(address).jsonPath());
    }

    private static void recorded(JsonPath review, JsonPath watch) {
        assertThat(review.getList("history.kind"))
                .containsExactly(
                        "review.asked", "review.answered", "review.approved", "review.reopened", "review.refused");
        assertThat(review.getList("history.by")).containsExactly("Ann", "multipolar", "Bob", "multipolar", "Bob");
        assertThat(review.getString("history[2].reason")).isEqualTo("Papers \"read\",\nand found good");
        assertThat(review.getString("standing")).isEqualTo("refused");
        assertThat(watch.getList("history.kind"))
                .containsExactly("watch.created", "watch.raised", "watch.resolved", "watch.ended");
        assertThat(watch.getString("history[2].raised")).isEqualTo(watch.getString("history[1].record"));
        assertThat(watch.getList("history[1].cause")).containsExactly("the rulebook changed");
        assertThat(review.getString("verdict")).isEqualTo("excluded");
    }

    @Test
    void a_forged_message_wakes_nobody() throws IOException {
        var instance = started("\"mistral-large-3@mistral-api\"");
        engine.complete(engine.task(instance, "approve"), said("approve", "Bob", "Papers were read"));
        engine.await("waits for the law", () -> engine.waits(instance));

        given().header("webhook-id", "evt_1")
                .header("webhook-timestamp", java.time.Instant.now().getEpochSecond())
                .header("webhook-signature", "v1,AAAA")
                .body("{\"id\": \"evt_1\", \"subject\": \"%s\"}".formatted(engine.variable(instance, "reviewId")))
                .post(mailbox.url())
                .then()
                .statusCode(401);

        assertThat(engine.waits(instance)).isTrue();
        assertThat(mailbox.handled()).isEmpty();
    }
}
