package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.cli.Commands;
import org.multipolar.explain.Json;

/** Sweeps over HTTP: started, watched, ended, taken up again, and the same as on the command line. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class SweepsIT {

    private static final String SWEEPS = "/api/v1/sweeps";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Draws enough for minutes of work. */
    private static final int MANY = 200_000;

    @TestHTTPResource(SWEEPS)
    URI address = URI.create("");

    @ConfigProperty(name = "multipolar.profiles")
    String profiles = "";

    private static Response start(String rest) {
        return given().contentType("application/json")
                .body("{\"buyer\": \"small\", \"asOf\": \"2026-11-21\", " + rest + "}")
                .post(SWEEPS);
    }

    private static String started(String rest) {
        return start(rest).then().statusCode(202).extract().path("id");
    }

    private static SweepShown whole(String id) {
        return Json.read(
                given().get(SWEEPS + "/" + id).then().statusCode(200).extract().asString(), SweepShown.class);
    }

    private static SweepShown until(String id, Predicate<SweepShown> wanted) throws InterruptedException {
        for (int look = 0; look < 1_200; look++) {
            var shown = whole(id);
            if (wanted.test(shown)) {
                return shown;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The sweep does not come so far: " + whole(id));
    }

    private static SweepShown ended(String id) throws InterruptedException {
        return until(id, SweepShown::ended);
    }

    private List<JsonNode> events(String id) throws IOException, InterruptedException {
        var events = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/" + id + "/events"))
                                .timeout(Duration.ofMinutes(2))
                                .build(),
                        BodyHandlers.ofLines());
        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        var told = new ArrayList<JsonNode>();
        for (var line : events.body().filter(each -> each.startsWith("data:")).toList()) {
            told.add(JSON.readTree(line.substring("data:".length())));
        }
        return told;
    }

    @Test
    void a_sweep_ends_with_the_report_that_the_command_prints() throws Exception {
        var started = start("\"sweep\": \"t-moment\", \"seed\": 11");
        started.then().statusCode(202).body("title", equalTo("A <b>moment</b>")).body("buyer", equalTo("small"));
        String id = started.path("id");
        assertThat(started.header("Location")).endsWith(SWEEPS + "/" + id);

        var told = events(id);

        var last = told.get(told.size() - 1);
        assertThat(last.at("/state").asText()).isEqualTo("done");
        assertThat(last.at("/report").isNull()).isTrue();
        assertThat(told.subList(0, told.size() - 1))
                .extracting(each -> each.at("/state").asText())
                .allMatch(state -> state.equals("waiting") || state.equals("running"));
        assertThat(told.subList(0, told.size() - 1))
                .extracting(each -> each.at("/done").asInt())
                .isSorted();
        var report = Objects.requireNonNull(whole(id).report());
        assertThat(report.state()).isEqualTo("whole");
        assertThat(report.seed()).isEqualTo(11);
        assertThat(report.done()).isEqualTo(40);
        assertThat(Json.pretty(report))
                .isEqualTo(said("sweep", "small", "t-moment", "--seed", "11", "--as-of", "2026-11-21"));
    }

    /** {@return what a command prints as JSON, with the profiles that are served here} */
    private String said(String... words) {
        var out = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, UTF_8));
        try {
            var all = new ArrayList<>(List.of(words));
            all.addAll(List.of("--json", "--profiles", profiles));
            assertThat(Commands.run(all.toArray(String[]::new))).isZero();
        } finally {
            System.setOut(out);
        }
        return said.toString(UTF_8);
    }

    @Test
    void an_equal_request_joins_and_another_does_not() throws Exception {
        var first = started("\"sweep\": \"t-moment\", \"seed\": 21");
        var seeded = started("\"sweep\": \"t-moment\", \"seed\": 22");
        var drawn = started("\"sweep\": \"t-moment\", \"seed\": 21, \"draws\": 41");
        assertThat((String) start("\"seed\": 21,\n\"sweep\":   \"t-moment\"").path("id"))
                .isEqualTo(first);
        assertThat(List.of(first, seeded, drawn)).doesNotHaveDuplicates();

        var done = ended(first);
        assertThat(done.state()).isEqualTo("done");
        start("\"sweep\": \"t-moment\", \"seed\": 21")
                .then()
                .statusCode(200)
                .body("id", equalTo(first))
                .body("state", equalTo("done"))
                .body("finding", equalTo(done.finding()));
        assertThat(Objects.requireNonNull(ended(seeded).report()).mixes())
                .isNotEqualTo(Objects.requireNonNull(done.report()).mixes());
        assertThat(Objects.requireNonNull(ended(drawn).report()).done()).isEqualTo(41);
        given().get(SWEEPS)
                .then()
                .statusCode(200)
                .body("id", hasItem(first))
                .body("id", hasItem(drawn))
                .body("report", not(hasItem(org.hamcrest.Matchers.notNullValue())));
    }

    @Test
    void a_sweep_that_is_cancelled_keeps_its_part_and_goes_on_from_there() throws Exception {
        var asked = "\"sweep\": \"t-moment\", \"seed\": 31, \"draws\": " + MANY;
        var id = started(asked);
        var first = Objects.requireNonNull(
                until(id, shown -> shown.report() != null && shown.report().done() > 0)
                        .report());
        assertThat(first.state()).isEqualTo("partial");
        assertThat(first.futures()).isEqualTo(MANY);
        assertThat(first.finding()).startsWith("Over " + first.done() + " futures");

        given().delete(SWEEPS + "/" + id).then().statusCode(200).body("state", equalTo("cancelled"));
        given().delete(SWEEPS + "/" + id).then().statusCode(200).body("state", equalTo("cancelled"));

        // What the worker has in hand may still come in, and then it stands still.
        var kept = ended(ended(started("\"sweep\": \"t-moment\", \"seed\": 32")).id());
        assertThat(kept.state()).isEqualTo("done");
        var part = whole(id);
        assertThat(part.state()).isEqualTo("cancelled");
        var report = Objects.requireNonNull(part.report());
        assertThat(report.state()).isEqualTo("partial");
        assertThat(report.done()).isBetween(first.done(), MANY - 1).isEqualTo(part.done());
        assertThat(report.mixes().get(0).capacity().count()).isEqualTo(report.done());
        assertThat(part.finding()).startsWith("Over " + report.done() + " futures");
        assertThat(whole(id)).isEqualTo(part);

        assertThat(started(asked)).isEqualTo(id);
        var further = until(id, shown -> shown.state().equals("running") && shown.of() > MANY);
        assertThat(further.done()).isGreaterThanOrEqualTo(report.done());
        given().delete(SWEEPS + "/" + id).then().statusCode(200);
        assertThat(Objects.requireNonNull(whole(id).report()).done()).isGreaterThanOrEqualTo(report.done());
    }

    @Test
    void a_sweep_that_is_done_stays_so_when_it_is_ended() throws Exception {
        var id = started("\"sweep\": \"t-moment\", \"seed\": 41");
        var done = ended(id);

        given().delete(SWEEPS + "/" + id).then().statusCode(200).body("state", equalTo("done"));
        assertThat(whole(id)).isEqualTo(done);
    }

    @Test
    void where_no_mix_keeps_the_limits_the_sweep_fails_and_says_why() throws Exception {
        var id = started(
                "\"sweep\": \"t-moment\", \"limits\": [{\"id\": \"none\", \"kind\": \"cap\", \"on\": \"origin\", \"scope\":"
                        + " \"buyer\", \"at\": 5, \"why\": \"a try\"}]");

        var failed = ended(id);

        assertThat(failed.state()).isEqualTo("failed");
        assertThat(failed.problem()).contains("there is no proven mix", "Maybe advice for this buyer");
        assertThat(failed.report()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events"})
    void an_unknown_sweep_is_not_found(String part) {
        given().get(SWEEPS + "/nobody" + part)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", containsString("(nobody)"));
        given().delete(SWEEPS + "/nobody").then().statusCode(404);
    }

    /** The request is one line and its sweep begins in the second. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`draws`: 9,\\n`scenarios`: [{`scenario`: `t-no-us`, `likelihood`: 0.1}], `noize`: 1 | 3 | noize | nobody knows this key.",
                "`draws`: 9, `scenarios`: [\\n\\n{`scenario`: `t-no-su`, `likelihood`: 0.1}] | 4 | scenarios[0].scenario | no scenario is called (t-no-su).",
                "`draws`: 9, `scenarios`: [{`scenario`: `t-no-us`,\\n`likelihood`: 1.2}] | 3 | scenarios[0].likelihood | (1.2) is no likelihood",
                "`draws`: 9, `scenarios`: [{`scenario`: `t-no-us`}] | 2 | scenarios[0] | an event that is drawn needs a likelihood.",
                "`draws`: 0, `scenarios`: [{`scenario`: `t-no-us`, `likelihood`: 0.1}] | 2 | draws | 1",
                "`scenarios`: [{`scenario`: `t-no-us`}],\\n`noise`: {`weights`: 0.1} | 3 | noise | a grid draws nothing",
            })
    void what_is_wrong_with_a_sweep_is_named_where_it_stands(String keys, int line, String field, String why) {
        var sweep = ("{`id`: `mine`, " + keys + "}").replace('`', '"').replace("\\n", "\n");
        start("\"sweep\":\n" + sweep)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("file", equalTo("request"))
                .body("line", equalTo(line))
                .body("field", equalTo(field))
                .body("title", containsString(why));
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        start("\"sweep\": \"nothing\"").then().statusCode(404).body("detail", containsString("[t-moment]"));
        start("\"seed\": 1").then().statusCode(400).body("field", equalTo("sweep"));
        start("\"sweep\": \"t-moment\", \"seed\": 1.5").then().statusCode(400);
        start("\"sweep\": \"t-moment\", \"draws\": 1000001").then().statusCode(400);
        start("\"sweep\": \"t-moment\", \"scenarios\": [\"t-no-us\"]").then().statusCode(400);
        start("\"sweep\": {\"id\": \"g\", \"scenarios\": [{\"scenario\": \"t-no-us\"}]}, \"draws\": 5")
                .then()
                .statusCode(400)
                .body("title", equalTo("a grid is not drawn."));
        given().contentType("application/json")
                .body("{\"buyer\": \"nobody\", \"sweep\": \"t-moment\"}")
                .post(SWEEPS)
                .then()
                .statusCode(404);
    }
}
