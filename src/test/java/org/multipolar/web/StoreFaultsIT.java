package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multipolar.store.FailingStore;
import org.multipolar.store.FailingStore.When;

/**
 * The n-th call of the store fails, for every n of a whole request: nothing is half written, and the same request with the same
 * key is answered afterwards, once.
 */
@QuarkusTest
@TestProfile(StoreFaultsIT.Still.class)
class StoreFaultsIT {

    private static final int MOST_CALLS = 200;
    private static final String REVIEW = "/api/v1/reviews";

    /** A review takes a second: in every run each third of its calls fails, and each one where asked for. */
    private static final int STRIDE = Boolean.getBoolean("slow") ? 1 : 3;

    /** Nothing but the request asks the store. */
    public static final class Still implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("multipolar.webhooks.pace", "0s", "multipolar.sweeps.every", "0s", "multipolar.watch", "0s");
        }
    }

    @Inject
    Records records;

    @Inject
    Answers answers;

    private record Asked(String address, String body, int status) {

        Response send(String key) {
            return given().contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post(address);
        }
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void an_advice_is_recorded_once(When when) {
        // A shipped buyer's answer is remembered, so that what is tried is the recording.
        var asked = new Asked("/api/v1/advice", "{\"buyer\": \"consumer-goods\", \"asOf\": \"2026-11-21\"}", 200);
        var whole = asked.send(UUID.randomUUID().toString()).asString();
        everyCallFails(when, 1, () -> asked, answer -> assertThat(answer).isEqualTo(whole));
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void a_review_is_asked_once(When when) {
        everyCallFails(when, STRIDE, StoreFaultsIT::review, answer -> assertThat(answer)
                .contains("\"standing\""));
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void a_review_is_decided_once(When when) {
        everyCallFails(
                when,
                STRIDE,
                () -> {
                    String id = review().send(UUID.randomUUID().toString()).path("id");
                    return new Asked(REVIEW + "/" + id + "/refuse", "{\"reason\": \"no need\", \"by\": \"Bob\"}", 200);
                },
                answer -> assertThat(answer).contains("\"refused\""));
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void a_watch_is_made_once(When when) {
        String id = review().send(UUID.randomUUID().toString()).path("id");
        everyCallFails(
                when,
                1,
                () -> new Asked("/api/v1/watches", "{\"review\": \"%s\"}".formatted(id), 201),
                answer -> assertThat(answer).contains("\"quiet\""));
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void a_watch_tells_of_a_change_once(When when) {
        everyCallFails(
                when,
                STRIDE,
                () -> {
                    var question = "{\"question\": {\"buyer\": %s}}".formatted(SmallBuyer.json());
                    String id = new Asked("/api/v1/watches", question, 201)
                            .send(UUID.randomUUID().toString())
                            .path("id");
                    // A day on which most of today's models were not released.
                    return new Asked("/api/v1/watches/" + id + "/ask", "{\"asOf\": \"2025-06-01\"}", 200);
                },
                answer -> assertThat(answer).contains("\"watch.raised\""));
    }

    @Test
    void a_store_that_is_away_is_told_as_such_and_what_was_asked_then_is_answered_later() {
        var asked = new Asked("/api/v1/advice", "{\"buyer\": \"consumer-goods\", \"asOf\": \"2026-11-21\"}", 200);
        var key = UUID.randomUUID().toString();
        int before = length();
        var store = FailingStore.into(records.database());
        store.away(true);
        var refused = asked.send(key);
        var health = given().get("/q/health/ready");
        store.away(false);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(refused.asString()).contains("The store does not answer.").doesNotContain("nobody listens");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.asString()).contains("the log says why").doesNotContain("nobody listens");
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(asked.send(key).statusCode()).isEqualTo(200);
        assertThat(length()).isEqualTo(before + 1);
    }

    private static Asked review() {
        var offer = "{\"supplier\": \"newcomer\", \"supplier_origin\": \"FR\", \"model\": \"new-one\","
                + " \"openness\": \"closed\", \"access_mode\": \"supplier-api\"}";
        return new Asked(
                REVIEW,
                "{\"buyer\": %s, \"demand\": \"watch\", \"offer\": %s, \"quick\": true, \"by\": \"Ann\"}"
                        .formatted(SmallBuyer.json(), offer),
                201);
    }

    private interface Look {
        void at(String answer);
    }

    private void everyCallFails(When when, int stride, Supplier<Asked> asking, Look look) {
        var probe = asking.get();
        int before = length();
        probe.send(UUID.randomUUID().toString()).then().statusCode(probe.status());
        int entries = length() - before;
        var store = FailingStore.into(records.database());
        int calls = 0;
        for (boolean failed = true; failed; calls += stride) {
            var asked = asking.get();
            var key = UUID.randomUUID().toString();
            before = length();
            store.arm(calls + 1, when);
            var troubled = asked.send(key);
            failed = store.disarmed();
            var about = "call %d failed %s: %s".formatted(calls + 1, when, troubled.asString());
            assertThat(troubled.statusCode()).as(about).isIn(asked.status(), 500);
            assertThat(troubled.asString()).as(about).doesNotContain("the store failed", "SQLException");

            var again = asked.send(key);
            assertThat(again.statusCode())
                    .as("%s%nthen: %s", about, again.asString())
                    .isEqualTo(asked.status());
            look.at(again.asString());
            assertThat(asked.send(key).asString()).as(about).isEqualTo(again.asString());
            assertThat(length() - before).as(about).isEqualTo(entries);
            assertThat(answers.inside()).as(about).isZero();
            assertThat(calls).isLessThan(MOST_CALLS);
        }
        chained();
        System.out.printf("each %d of %d calls of the store failed %s%n", stride, calls - 1, when);
        assertThat(calls).as("calls that failed").isGreaterThan(5);
    }

    private int length() {
        var head = records.journal().head(null);
        return head == null ? 0 : Math.toIntExact(head.seq());
    }

    private void chained() {
        var previous = "";
        var ids = new TreeSet<String>();
        for (var entry : records.journal().after(0, Integer.MAX_VALUE)) {
            assertThat(entry.previous()).isEqualTo(previous);
            assertThat(ids.add(entry.id())).as(entry.id()).isTrue();
            previous = entry.hash();
        }
        var head = Objects.requireNonNull(records.journal().head(null));
        assertThat(head.hash()).isEqualTo(previous);
    }
}
