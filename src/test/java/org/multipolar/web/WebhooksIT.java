package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WebhooksIT {

    private record Got(Map<String, List<String>> headers, String body) {}

    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private volatile int status = 204;
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            got.add(new Got(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:%d/in".formatted(receiver.getAddress().getPort());
    }

    private static Response post(String address, String body) {
        return given().contentType("application/json").body(body).post(address);
    }

    private JsonPath subscribed(String more) {
        return post("/api/v1/webhooks", "{\"url\": \"" + url() + "\"" + more + "}")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/webhooks/wh_"))
                .body("secret", startsWith("whsec_"))
                .extract()
                .jsonPath();
    }

    private Got next() throws InterruptedException {
        var next = got.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("an event within 20 seconds").isNotNull();
        return next;
    }

    @Test
    void a_decision_is_told_signed_to_whom_it_concerns() throws Exception {
        var buyer = "told" + UUID.randomUUID().toString().substring(0, 8);
        var made = subscribed(", \"buyer\": \"" + buyer + "\", \"events\": [\"org.multipolar.decision.*\"]");
        var asked = SmallBuyer.request(
                SmallBuyer.json().replace("\"buyer\": \"small\"", "\"buyer\": \"" + buyer + "\""), "");
        var record =
                post("/api/v1/advice", asked).then().statusCode(200).extract().header("Content-Location");

        var event = next();
        new Webhook(made.getString("secret")).verify(event.body(), event.headers());
        var body = JsonPath.from(event.body());
        assertThat(body.getString("type")).isEqualTo("org.multipolar.decision.recorded.v1");
        assertThat(body.getString("data.link")).isEqualTo(record);
        assertThat(body.getString("data.buyer")).isEqualTo(buyer);
        assertThat(body.getString("data.body.outcome")).isEqualTo("optimal");
        given().get(body.getString("data.link")).then().statusCode(200);
    }

    @Test
    void a_subscription_is_tried_shown_rotated_and_ended_and_its_secret_seen_once() throws Exception {
        var made = subscribed(", \"buyer\": \"nobody\"");
        var address = "/api/v1/webhooks/" + made.getString("id");

        var ping = post(address + "/test", "")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("event");
        assertThat(next().headers().get("Webhook-id")).containsExactly(ping);
        awaitState(address, "delivered");
        given().get(address)
                .then()
                .body("state", equalTo("active"))
                .body("deliveries[0].event", equalTo(ping))
                .body("deliveries[0].status", equalTo(204))
                .body("deliveries[0].attempts", equalTo(1));
        var rotated =
                post(address + "/rotate", "").then().statusCode(200).extract().jsonPath();
        assertThat(rotated.getString("secret")).isNotEqualTo(made.getString("secret"));
        given().get("/api/v1/webhooks").then().body("webhooks.id", hasItem(made.getString("id")));
        for (var shown : List.of(address, "/api/v1/webhooks", "/api/v1/chain/log", "/api/v1/decisions?kind=webhook")) {
            given().get(shown)
                    .then()
                    .statusCode(200)
                    .body(not(containsString(made.getString("secret"))))
                    .body(not(containsString(rotated.getString("secret"))));
        }
        given().delete(address).then().statusCode(204);
        given().get(address).then().statusCode(404).contentType("application/problem+json");
        given().delete(address).then().statusCode(404);
    }

    @Test
    void what_was_missed_comes_again_on_request() throws Exception {
        status = 410;
        var made = subscribed(", \"buyer\": \"*\", \"events\": [\"org.multipolar.webhook.deleted.v1\"]");
        var address = "/api/v1/webhooks/" + made.getString("id");
        var other = subscribed(", \"buyer\": \"nobody\"").getString("id");
        given().delete("/api/v1/webhooks/" + other).then().statusCode(204);
        var first = next();
        awaitState(address, "missed");
        given().get(address).then().body("state", equalTo("gone")).body("missed", equalTo(1));

        status = 200;
        post(address + "/replay", "{\"since\": \"2020-01-01\"}")
                .then()
                .statusCode(400)
                .body("field", equalTo("since"));
        post(address + "/replay", "").then().statusCode(202).body("queued", equalTo(1));
        assertThat(next().headers().get("Webhook-id")).isEqualTo(first.headers().get("Webhook-id"));
        awaitState(address, "delivered");
        given().delete(address).then().statusCode(204);
    }

    private static void awaitState(String address, String state) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (state.equals(given().get(address).jsonPath().getString("deliveries[0].state"))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The delivery did not become " + state + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\": \"http://hooks.example.com/\"} | url",
                "{\"url\": \"https://localhost/\"} | url",
                "{\"url\": \"https://169.254.169.254/latest/meta-data/\"} | url",
                "{\"url\": \"https://[::1]/\"} | url",
                "{\"url\": \"https://hooks.example.com:22/\"} | url",
                "{\"url\": \"\\u0000\"} | url",
                "{\"url\": 7} | url",
                "{\"events\": [\"*\"]} | url",
                "{\"url\": \"http://127.0.0.1/\", \"events\": [\"org.multipolar.review.aproved.v1\"]} | events",
                "{\"url\": \"http://127.0.0.1/\", \"events\": \"*\"} | events",
                "{\"url\": \"http://127.0.0.1/\", \"events\": [7]} | events",
                "{\"url\": \"http://127.0.0.1/\", \"events\": [[]]} | events",
                "{\"url\": \"http://127.0.0.1/\", \"buyer\": \"\"} | buyer",
                "{\"url\": \"http://127.0.0.1/\", \"buyer\": \"a\\u0000\"} | buyer",
                "{\"url\": \"http://127.0.0.1/\", \"secret\": \"mine\"} | secret"
            })
    void what_may_not_be_is_refused_with_its_place(String body, String field) {
        post("/api/v1/webhooks", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
    }

    @Test
    void what_is_no_request_is_refused() {
        for (var body : List.of("", "[]", "null", "{", "{\"url\": \"x\", \"url\": \"y\"}")) {
            post("/api/v1/webhooks", body).then().statusCode(400);
        }
        for (var id : List.of("wh_0", "wh_00000000000000000000000000000000")) {
            given().urlEncodingEnabled(false)
                    .get("/api/v1/webhooks/" + id)
                    .then()
                    .statusCode(404);
            given().urlEncodingEnabled(false)
                    .post("/api/v1/webhooks/" + id + "/rotate")
                    .then()
                    .statusCode(404);
        }
        given().urlEncodingEnabled(false).get("/api/v1/webhooks/%00").then().statusCode(400);
        given().get("/api/v1/webhooks/events").then().body("events", hasItem("org.multipolar.watch.raised.v1"));
    }
}
