package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Other mixes beside the best, asked over HTTP. */
@QuarkusTest
class ChoiceIT {

    /** Dozens of problems are solved for one answer. */
    private static final RestAssuredConfig PATIENT = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 180_000));

    private static ValidatableResponse ask(String address, String rest) {
        return given().config(PATIENT)
                .contentType("application/json")
                .body(SmallBuyer.request(SmallBuyer.json().replace("\"basic\"", "\"frontier\""), rest))
                .post(address)
                .then();
    }

    @Test
    void the_best_mixes_come_in_turn() {
        var answer = ask("/api/v1/advice/best", ", \"count\": 2, \"distinct\": \"shares\"")
                .statusCode(200)
                .contentType("application/json")
                .body("outcome", equalTo("optimal"))
                .body("distinct", equalTo("shares"))
                .body("mixes", hasSize(2))
                .body("mixes[0].behind", equalTo(0))
                .body("mixes[0].moves", hasSize(0))
                .extract()
                .asString();

        assertThat(ask("/api/v1/advice/best", ", \"distinct\": \"shares\", \"count\": 2")
                        .extract()
                        .asString())
                .isEqualTo(answer);
    }

    @Test
    void the_frontier_is_answered_and_heeds_limits() {
        ask("/api/v1/advice/frontier", ", \"solves\": 6")
                .statusCode(200)
                .body("outcome", equalTo("optimal"))
                .body("points.size()", greaterThan(0))
                .body("points.mix.suppliers.supplier.flatten()", not(hasSize(0)));

        ask("/api/v1/advice/frontier", ", \"solves\": 2, \"limits\": [{\"never\": \"openai\"}]")
                .statusCode(200)
                .body("points.size()", greaterThan(0))
                .body("points.every { !it.mix.suppliers.supplier.contains('openai') }", equalTo(true));
    }

    @Test
    void draws_are_taken_where_asked_for() {
        ask("/api/v1/advice", "").statusCode(200).body("stability.sampled", equalTo(null));
        ask("/api/v1/advice", ", \"stabilityDraws\": 1")
                .statusCode(200)
                .body("stability.sampled.draws", equalTo(1))
                .body("stability.sampled.flips", hasSize(6));
    }

    @Test
    void limits_that_clash_leave_no_mix_and_are_an_answer() {
        var budget = ", \"limits\": [{\"id\": \"no-money\", \"kind\": \"cap\", \"on\": \"cost\", \"scope\": \"buyer\", "
                + "\"at\": 1, \"why\": \"a try\"}]";

        ask("/api/v1/advice/frontier", budget)
                .statusCode(200)
                .body("outcome", equalTo("infeasible"))
                .body("points", hasSize(0));
        ask("/api/v1/advice/best", budget)
                .statusCode(200)
                .body("outcome", equalTo("infeasible"))
                .body("mixes", hasSize(0));
    }

    @Test
    void what_is_at_fault_is_told_with_its_line() {
        ask("/api/v1/advice/best", ",\n\"count\": 21")
                .statusCode(400)
                .body("detail", containsString("(21) is not between"));
        ask("/api/v1/advice/best", ",\n\"distinct\": \"colour\"")
                .statusCode(400)
                .body("detail", containsString("it is suppliers or shares"));
        ask("/api/v1/advice/frontier", ",\n\"limits\": [{\"keep\": [\"mistrall\"]}]")
                .statusCode(400)
                .body("detail", containsString("Maybe it is one of [mistral"));
        ask("/api/v1/advice/frontier", ",\n\"count\": 3")
                .statusCode(400)
                .body("detail", containsString("nobody knows"));
        ask("/api/v1/advice/frontier", ",\n\"solves\": 0")
                .statusCode(400)
                .body("detail", containsString("(0) is not between"));
    }
}
