package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.read.Digests;
import org.multipolar.web.access.Tokens;

/** Who asked what can be read afterwards, whatever came of it; the program's own log names nobody. */
@QuarkusTest
@TestProfile(AuditIT.Written.class)
class AuditIT {

    /** Tells callers apart, and writes both logs to files of its own. */
    public static final class Written implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            // Of this run; settings are made twice, here and where the service is loaded.
            var folder = "target/audit/" + ProcessHandle.current().pid();
            var settings = new TreeMap<>(new Tokens.Trusted().getConfigOverrides());
            settings.put("multipolar.audit", "file");
            settings.put("multipolar.audit.file", folder + "/audit.log");
            settings.put("quarkus.log.file.enabled", "true");
            settings.put("quarkus.log.file.json.enabled", "true");
            settings.put("quarkus.log.file.path", folder + "/own.log");
            return settings;
        }
    }

    @ConfigProperty(name = "multipolar.audit.file")
    Path audit = Path.of("");

    @ConfigProperty(name = "quarkus.log.file.path")
    Path own = Path.of("");

    private static RequestSpecification anna() {
        return given().auth().oauth2(Tokens.of("anna@example.com", List.of("analyst"), List.of("small")));
    }

    /** {@return the line about a request, once it is written} */
    private JsonNode line(Predicate<JsonNode> wanted) {
        return await().atMost(10, SECONDS)
                .until(() -> audited().stream().filter(wanted).findFirst().orElse(null), line -> line != null);
    }

    /** {@return the lines of the audit; where logs are JSON each is the message of another line} */
    private List<JsonNode> audited() throws IOException {
        var json = new ObjectMapper();
        var lines = new ArrayList<JsonNode>();
        for (var line : lines(audit)) {
            lines.add(json.readTree(line.path("message").asText()));
        }
        return lines;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        var json = new ObjectMapper();
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file)) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static Predicate<JsonNode> asked(String path, int status) {
        return line ->
                line.path("path").asText().equals(path) && line.path("status").asInt() == status;
    }

    @Test
    void a_question_is_written_down_with_who_asked_about_whom_and_its_record() {
        var question = SmallBuyer.request(SmallBuyer.json(), "");
        var record = anna().contentType("application/json")
                .body(question)
                .post("/api/v1/advice")
                .then()
                .statusCode(200)
                .extract()
                .header("Content-Location");

        var line = line(asked("/api/v1/advice", 200));
        assertThat(line.path("who").asText()).isEqualTo("anna@example.com");
        assertThat(line.path("roles").toString()).isEqualTo("[\"analyst\",\"reader\"]");
        assertThat(line.path("method").asText()).isEqualTo("POST");
        assertThat(line.path("buyers").toString()).isEqualTo("[\"small\"]");
        assertThat(line.path("question").asText()).isEqualTo(Digests.of(question));
        assertThat(line.path("record").asText()).isEqualTo(record);
        assertThat(line.path("ms").asLong()).isNotNegative();
        assertThat(line.path("at").asText()).matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
        assertThat(line.toString()).doesNotContain(SmallBuyer.json().substring(0, 30));
    }

    @Test
    void who_is_turned_away_is_written_down_too() {
        given().get("/api/v1/rules").then().statusCode(401);
        anna().delete("/api/v1/webhooks/none").then().statusCode(403);
        anna().contentType("application/json")
                .body("{\"buyer\": \"european-bank\"}")
                .post("/api/v1/advice")
                .then()
                .statusCode(404);

        assertThat(line(asked("/api/v1/rules", 401)).has("who")).isFalse();
        assertThat(line(asked("/api/v1/webhooks/none", 403)).path("who").asText())
                .isEqualTo("anna@example.com");
        assertThat(line(asked("/api/v1/advice", 404)).path("buyers").toString()).isEqualTo("[\"european-bank\"]");
    }

    @Test
    void a_tool_that_is_called_is_named() {
        McpSession.open(Tokens.of("anna@example.com", List.of("analyst"), List.of("small")))
                .call("look_up", Map.of("kind", "buyers"));

        assertThat(line(each -> each.path("tool").asText().equals("look_up"))
                        .path("who")
                        .asText())
                .isEqualTo("anna@example.com");
    }

    @Test
    void health_and_figures_leave_no_line_and_the_last_request_does() throws IOException {
        given().get("/q/health/ready").then().statusCode(200);
        anna().get("/q/metrics").then().statusCode(200);
        anna().get("/api/v1/snapshot?last=yes").then().statusCode(200);

        assertThat(line(asked("/api/v1/snapshot", 200)).path("query").asText()).isEqualTo("last=yes");
        assertThat(audited()).noneMatch(line -> line.path("path").asText().startsWith("/q/"));
    }

    @Test
    void the_programs_own_log_is_json_and_names_no_caller() throws IOException {
        anna().get("/api/v1/decisions?buyer=small").then().statusCode(200);
        line(asked("/api/v1/decisions", 200));

        var text = Files.readString(own);
        assertThat(lines(own)).isNotEmpty().allMatch(line -> line.has("level") && line.has("timestamp"));
        assertThat(text).doesNotContain("anna@example.com");
    }
}
