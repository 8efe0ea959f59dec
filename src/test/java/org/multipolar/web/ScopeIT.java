package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.web.access.Tokens;

/** What a caller brings along, and what the program says of itself, tells nothing of the buyers of others. */
@QuarkusTest
@TestProfile(ScopeIT.OwnProfiles.class)
class ScopeIT {

    /** Trusts tokens, and serves a copy of the shipped profiles that it looks at only when told to. */
    public static final class OwnProfiles implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new TreeMap<>(new Tokens.Trusted().getConfigOverrides());
            settings.put("multipolar.profiles", copied().toString());
            settings.put("multipolar.watch", "0s");
            return settings;
        }

        private static Path copied() {
            try {
                var folder = Files.createTempDirectory("profiles");
                for (var file : Shipped.profiles().entrySet()) {
                    var path = folder.resolve(file.getKey());
                    Files.createDirectories(path.resolveSibling("."));
                    Files.write(path, file.getValue());
                }
                return folder;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Inject
    Serving serving;

    @ConfigProperty(name = "multipolar.profiles")
    Path profiles = Path.of("");

    @Test
    void a_buyer_brought_along_bears_a_name_of_the_callers_own() {
        var own = ask("small", List.of("small"));
        assertThat(own.statusCode()).isEqualTo(400);
        assertThat(own.jsonPath().getString("field")).startsWith("limits");

        var refused = ask("small", List.of("european-bank"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getString("detail")).contains("(small)", "[european-bank]", "Maybe ");
    }

    @Test
    void a_shipped_buyers_name_is_refused_like_any_other() {
        var shipped = ask("consumer-goods", List.of("european-bank"));
        var unknown = ask("small", List.of("european-bank"));
        assertThat(shipped.statusCode()).isEqualTo(403);
        assertThat(shipped.asString()).isEqualTo(unknown.asString().replace("(small)", "(consumer-goods)"));
    }

    private static Response ask(String id, List<String> buyers) {
        return ask(id, buyers, ",\n\"limits\": 7\n");
    }

    private static Response ask(String id, List<String> buyers, String rest) {
        var buyer = SmallBuyer.json().replace("\"small\"", "\"" + id + "\"");
        return given().header("Authorization", bearer(buyers))
                .contentType("application/json")
                .body(SmallBuyer.request(buyer, rest))
                .post("/api/v1/advice");
    }

    @Test
    void a_record_is_seen_by_callers_of_its_buyer_only() {
        var answer = ask("quick", List.of("quick"), "");
        var address = answer.then().statusCode(200).extract().header("Content-Location");
        var decision = "/api/v1/decisions/" + answer.jsonPath().getString("decision");
        var unknown = "/api/v1/decisions/none";
        for (var path : List.of("", "/log", "/replay", "/problem.mps", "/bom")) {
            for (var seen : List.of(address, decision)) {
                assertThat(get(seen + path, "quick").statusCode()).isEqualTo(200);
                assertThat(get(seen + path, "*").statusCode()).isEqualTo(200);
                var foreign = get(seen + path, "european-bank");
                assertThat(foreign.statusCode()).isEqualTo(404);
                assertThat(foreign.asString())
                        .isEqualTo(get(unknown + path, "european-bank")
                                .asString()
                                .replace("none", seen.substring("/api/v1/decisions/".length())));
            }
        }
        for (var list :
                List.of("/api/v1/decisions", "/api/v1/decisions?buyer=quick", "/api/v1/decisions?kind=advice")) {
            assertThat(get(list, "quick").asString()).contains("\"quick\"");
            assertThat(get(list, "european-bank").asString())
                    .contains("decisions")
                    .doesNotContain("quick");
        }
    }

    @Test
    void reviews_and_watches_are_seen_by_callers_of_their_buyer_only() {
        var buyer = SmallBuyer.json().replace("\"buyer\": \"small\"", "\"buyer\": \"quick\"");
        var offer = "{\"supplier\": \"newcomer\", \"supplier_origin\": \"FR\", \"model\": \"new-one\","
                + " \"openness\": \"closed\", \"access_mode\": \"supplier-api\"}";
        var review = "/api/v1/reviews/"
                + post(
                        "/api/v1/reviews",
                        "{\"buyer\": %s, \"demand\": \"watch\", \"offer\": %s, \"quick\": true}"
                                .formatted(buyer, offer));
        var watch =
                "/api/v1/watches/" + post("/api/v1/watches", "{\"review\": \"%s\"}".formatted(review.substring(16)));

        for (var seen : List.of(review, watch)) {
            assertThat(get(seen, "quick").statusCode()).isEqualTo(200);
            assertThat(get(seen, "european-bank").statusCode()).isEqualTo(404);
        }
        for (var list : List.of("/api/v1/reviews", "/api/v1/reviews/sheet.csv", "/api/v1/watches")) {
            assertThat(get(list, "quick").asString()).contains("quick");
            assertThat(get(list, "european-bank").asString()).doesNotContain("quick");
        }
    }

    private static String post(String path, String body) {
        return given().header("Authorization", bearer(List.of("quick")))
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static Response get(String path, String buyers) {
        return given().header("Authorization", bearer(List.of(buyers))).get(path);
    }

    private static String bearer(List<String> buyers) {
        return "Bearer " + Tokens.of("ann", List.of("analyst"), buyers);
    }

    @Test
    void a_refused_change_is_told_in_full_only_to_who_sees_all_buyers() throws IOException {
        var file = profiles.resolve("buyers/european-bank.yaml");
        var good = Files.readString(file);
        try {
            Files.writeString(file, good + "\nsecret_plan: merger\n");
            serving.look();
            serving.look();
            assertThat(get("/api/v1/snapshot", "*").asString()).contains("european-bank.yaml", "secret_plan");
            assertThat(get("/api/v1/snapshot", "consumer-goods").asString())
                    .contains("a change of the folders is not taken")
                    .doesNotContain("european-bank", "secret_plan");
            assertThat(given().get("/q/health/ready").asString())
                    .contains("a change of the folders is not taken")
                    .doesNotContain("european-bank", "secret_plan");
            assertThat(get("/rules", "consumer-goods").asString()).doesNotContain("european-bank", "secret_plan");
            assertThat(get("/rules", "*").asString()).contains("secret_plan");
        } finally {
            Files.writeString(file, good);
            serving.look();
            serving.look();
        }
    }

    @Test
    void work_that_no_caller_asked_for_must_say_so() {
        var nobodys =
                CompletableFuture.supplyAsync(() -> serving.whole().buyers().size());
        assertThat(nobodys.join()).isEqualTo(3);
        var passedOff =
                CompletableFuture.supplyAsync(() -> serving.snapshot().buyers().size());
        assertThat(passedOff)
                .failsWithin(java.time.Duration.ofSeconds(5))
                .withThrowableThat()
                .withMessageContaining("Serving.whole()");
    }
}
