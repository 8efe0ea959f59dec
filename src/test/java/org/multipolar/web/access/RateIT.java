package org.multipolar.web.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With tokens: how often a caller may ask, and that a page from elsewhere has nothing to ask with. */
@QuarkusTest
@TestProfile(RateIT.Strict.class)
class RateIT {

    private static final int BURST = 4;
    private static final int MORE = 12;

    /** Issuer and tokens as elsewhere, and little patience. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(new Tokens.Trusted().getConfigOverrides());
            settings.put("multipolar.limits.per-second", "1");
            settings.put("multipolar.limits.burst", String.valueOf(BURST));
            return settings;
        }
    }

    private static Response ask(String caller) {
        var token = Tokens.signed(Tokens.claims(caller).claim("roles", List.of(Role.READER)));
        return given().header("Authorization", "Bearer " + token).get("/api/v1/snapshot");
    }

    @Test
    void a_caller_who_asks_too_often_is_told_when_to_come_back_and_others_are_served() {
        int refused = 0;
        for (int i = 0; i < MORE; i++) {
            var answer = ask("eve");
            assertThat(answer.statusCode()).isIn(200, 429);
            if (answer.statusCode() == 429) {
                refused++;
                assertThat(answer.contentType()).isEqualTo("application/problem+json");
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 2);
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            }
        }
        assertThat(refused).isPositive().isLessThanOrEqualTo(MORE - BURST);
        assertThat(ask("ann").statusCode()).isEqualTo(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    /** A browser sends no bearer token by itself, and nothing else opens. */
    @Test
    void a_form_of_a_page_from_elsewhere_has_no_token() {
        given().redirects()
                .follow(false)
                .header("Origin", "https://attacker.example")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Cookie", "q_session=x; session=x; Authorization=Bearer")
                .contentType("application/x-www-form-urlencoded")
                .body("title=x")
                .post("/ask/none/cancel")
                .then()
                .statusCode(401);
    }
}
