package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trace of a question shows where its time went, and nothing of what was asked. */
@QuarkusTest
@TestProfile(TracesIT.Traces.class)
class TracesIT {

    /** Hands spans to the test, each as soon as it ends. */
    public static final class Traces implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.simple", "true");
        }
    }

    /** Where spans go in tests. */
    @Singleton
    static final class Collected {

        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }

    @Inject
    InMemorySpanExporter exporter;

    @BeforeEach
    void forget() {
        exporter.reset();
    }

    /** {@return the spans of a request, once its own has ended, which it does last} */
    private List<SpanData> trace(String path) {
        await().atMost(10, SECONDS).until(() -> exporter.getFinishedSpanItems().stream()
                .anyMatch(span ->
                        span.getKind() == SpanKind.SERVER && span.getName().endsWith(path)));
        return exporter.getFinishedSpanItems();
    }

    private static SpanData named(List<SpanData> spans, String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No span " + name + " among " + spans));
    }

    @Test
    void score_judge_solve_explain_and_record_are_spans_of_the_request() {
        given().contentType("application/json")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .body(SmallBuyer.request(SmallBuyer.json(), ""))
                .post("/api/v1/advice")
                .then()
                .statusCode(200);

        var spans = trace("/api/v1/advice");
        var request = named(spans, "POST /api/v1/advice");
        assertThat(List.of("score", "judge", "solve", "explain", "record")).allSatisfy(step -> {
            var span = named(spans, step);
            assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(span.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(span.getEndEpochNanos()).isGreaterThanOrEqualTo(span.getStartEpochNanos());
        });
        assertThat(named(spans, "steadiness").getParentSpanId())
                .isEqualTo(named(spans, "explain").getSpanId());
        assertThat(named(spans, "solve").getAttributes().get(AttributeKey.stringKey("outcome")))
                .isEqualTo("optimal");
    }

    @Test
    void spans_tell_nothing_of_what_was_asked() {
        given().contentType("application/json")
                .body("{\"buyer\": {\"buyer\": \"a-secret-plan\"}}")
                .post("/api/v1/advice")
                .then()
                .statusCode(400);

        assertThat(trace("/api/v1/advice").toString()).doesNotContain("a-secret-plan");
    }
}
