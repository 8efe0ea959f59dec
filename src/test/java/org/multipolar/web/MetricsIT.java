package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multipolar.k8s.Metrics;

/** What whoever runs the service watches it by. */
@QuarkusTest
class MetricsIT {

    /** Come only once memory was collected, which no test can wish for. */
    private static final String AT_ANY_TIME = "jvm_gc_pause";

    @Inject
    Serving serving;

    private static String scraped() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static double figure(String scraped, String name) {
        return scraped.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void all_that_alerts_and_dashboards_name_is_there_with_its_labels() {
        given().contentType("application/json")
                .body(SmallBuyer.request(SmallBuyer.json(), ""))
                .post("/api/v1/advice")
                .then()
                .statusCode(200);
        var scraped = scraped();
        Metrics.all().forEach((name, labels) -> {
            if (name.startsWith(AT_ANY_TIME)) {
                return;
            }
            assertThat(series(scraped, name))
                    .as(name)
                    .anySatisfy(line -> labels.forEach(label -> assertThat(line).contains(label + "=\"")));
        });
    }

    private static Stream<String> series(String scraped, String name) {
        return scraped.lines().filter(line -> line.matches(name + "[ {].*"));
    }

    @Test
    void the_digest_is_that_of_the_rules_in_use() {
        assertThat(series(scraped(), "multipolar_rulebase_info"))
                .singleElement()
                .asString()
                .contains(serving.whole().rulebook().digest());
    }

    @Test
    void an_answer_lengthens_the_log_and_is_counted_as_a_search() {
        var before = scraped();
        given().contentType("application/json")
                .body(SmallBuyer.request(SmallBuyer.json(), ""))
                .post("/api/v1/advice")
                .then()
                .statusCode(200);
        var after = scraped();
        for (var name : Arrays.asList("multipolar_chain_head_entries", "multipolar_solve_seconds_count")) {
            assertThat(figure(after, name)).as(name).isGreaterThan(figure(before, name));
        }
    }
}
