package org.multipolar.web.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With access control off, only this machine's own programs and pages are answered. */
@QuarkusTest
class SameMachineIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource("/")
    URI address = URI.create("");

    @ParameterizedTest
    @ValueSource(strings = {"attacker.example", "127.0.0.1.attacker.example:8080", "192.168.1.7", "0.0.0.0:8080"})
    void a_strangers_name_for_this_address_is_refused(String host) {
        for (var path : new String[] {"/", "/api/v1/buyers", "/q/health", "/q/openapi", "/multipolar.css", "/mcp"}) {
            given().header("Host", host)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .header("X-Frame-Options", "DENY")
                    .body("detail", containsString("[" + host + "]"), "status", equalTo(403));
        }
    }

    @Test
    void this_machines_own_names_are_answered_on_any_port() {
        for (var host : new String[] {"localhost", "LOCALHOST:9999", "127.0.0.1:8080", "127.8.8.8", "[::1]:8080"}) {
            given().header("Host", host).get("/q/health/live").then().statusCode(200);
        }
    }

    @Test
    void a_second_name_or_none_is_refused() throws IOException {
        assertThat(raw("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        assertThat(
                        raw(
                                "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .containsPattern(" 40[03] ");
        assertThat(raw("GET /q/health/live HTTP/1.0\r\n\r\n")).containsPattern(" 40[03] ");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines().findFirst().orElse("");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://attacker.example, -",
                "https://attacker.example, cross-site",
                "-, cross-site",
                "-, same-site",
                "null, -",
                "null, cross-site",
                "https://127.0.0.1.attacker.example, -",
            })
    void a_page_from_elsewhere_changes_nothing_here(String origin, String site) {
        var asking = given().redirects().follow(false).contentType(FORM).body("draws=none");
        if (origin != null) {
            asking.header("Origin", origin);
        }
        if (site != null) {
            asking.header("Sec-Fetch-Site", site);
        }
        asking.post("/countries/ranks").then().statusCode(403).contentType("application/problem+json");
        asking.delete("/api/v1/index/runs/none").then().statusCode(403);
        asking.get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -",
                "http://localhost:8080, same-origin",
                "null, same-origin",
                "http://127.0.0.1:8080, -",
                "-, none"
            })
    void pages_of_this_machine_and_programs_may(String origin, String site) {
        var asking = given().contentType(FORM).body("draws=none");
        if (origin != null) {
            asking.header("Origin", origin);
        }
        if (site != null) {
            asking.header("Sec-Fetch-Site", site);
        }
        asking.post("/countries/ranks").then().statusCode(400).body(containsString("(none) is not a whole number"));
    }

    @Test
    void a_token_means_nothing_while_nobody_is_told_apart() {
        given().header("Authorization", "Bearer abc")
                .get("/api/v1/buyers")
                .then()
                .statusCode(200)
                .body("total", equalTo(3));
    }
}
