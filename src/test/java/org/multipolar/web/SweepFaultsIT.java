package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multipolar.store.FailingStore;
import org.multipolar.store.FailingStore.When;

/** The n-th call of the store fails while a sweep is asked for or worked out: asked again, it ends with the report it always has. */
@QuarkusTest
@TestProfile(SweepFaultsIT.Still.class)
class SweepFaultsIT {

    private static final String SWEEPS = "/api/v1/sweeps";
    private static final int MOST_CALLS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A sweep makes some two hundred calls and takes a moment. */
    private static final int STRIDE = Boolean.getBoolean("slow") ? 1 : 41;

    /** Nothing but the sweep asks the store. */
    public static final class Still implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new TreeMap<>(new OwnScenarios().getConfigOverrides());
            settings.putAll(Map.of(
                    "multipolar.webhooks.pace",
                    "0s",
                    "multipolar.watches.every",
                    "0s",
                    "multipolar.sweeps.every",
                    "0s"));
            return settings;
        }
    }

    @Inject
    Records records;

    @Inject
    SweepRuns runs;

    private static Response asked() {
        return given().contentType("application/json")
                .body("{\"buyer\": \"small\", \"asOf\": \"2026-11-21\", \"sweep\": \"t-moment\", \"draws\": 9}")
                .post(SWEEPS);
    }

    private SweepTable table() {
        return new SweepTable(records.database());
    }

    private boolean done(String id) {
        var row = table().find(id);
        return row != null && row.state().equals(SweepTable.DONE);
    }

    private static void until(String what, BooleanSupplier there) throws InterruptedException {
        var last = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(last);
            Thread.sleep(10);
        }
    }

    private static String report(String id) {
        return given().get(SWEEPS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("report")
                .toString();
    }

    private void forget() {
        records.database()
                .write(handle -> handle.execute("delete from sweep_chunk") + handle.execute("delete from sweep"));
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void a_sweep_ends_with_the_same_report(When when) throws InterruptedException {
        forget();
        String id = asked().then().statusCode(202).extract().path("id");
        until("the sweep without a fault", () -> done(id));
        var whole = report(id);
        var store = FailingStore.into(records.database());
        int calls = 1;
        for (boolean failed = true; failed; calls += STRIDE) {
            forget();
            store.arm(calls, when);
            var first = asked();
            var about = "call %d failed %s".formatted(calls, when);
            assertThat(first.statusCode()).as(about).isIn(202, 500);
            assertThat(first.asString()).as(about).doesNotContain("the store failed", "SQLException");
            until(about, () -> store.failed() || done(id));
            failed = store.disarmed();
            until(about + " and the sweep was asked for again", () -> {
                if (runs.running(id) == null && !done(id)) {
                    asked();
                }
                return done(id);
            });
            assertThat(report(id)).as(about).isEqualTo(whole);
            assertThat(table().chunks(id)).as(about).isEmpty();
            assertThat(calls).isLessThan(MOST_CALLS);
        }
        assertThat(calls).as("calls of the store").isGreaterThan(2 * STRIDE);
    }
}
