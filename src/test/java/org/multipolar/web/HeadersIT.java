package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.web.access.Addresses;

/** What every answer says to a browser, whatever it is the answer to. */
@QuarkusTest
class HeadersIT {

    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));

    private static void guarded(String address, Response answer) {
        ALWAYS.forEach((name, value) -> assertThat(answer.headers().getValues(name))
                .as("%s of %s, %d", name, address, answer.statusCode())
                .containsExactly(value));
        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .as(address)
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*");
        // Said over plain HTTP it would be for whoever listens.
        assertThat(answer.header("Strict-Transport-Security")).as(address).isNull();
        if (address.startsWith("/api/") || address.startsWith("/mcp")) {
            assertThat(answer.headers().getValues("Cache-Control")).as(address).containsExactly("no-store");
        }
    }

    /** Under an id that nobody has, and by a method that most do not take: so most are errors, and none computes. */
    @Test
    void every_address_answers_with_all_headers() {
        var addresses = Addresses.all();
        assertThat(addresses).hasSizeGreaterThan(80);
        for (var address : addresses) {
            if (address.contains("none") && !address.endsWith("/events")) {
                guarded(address, given().redirects().follow(false).get(address));
            }
            guarded(address, given().redirects().follow(false).put(address));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/multipolar.css",
                "/page.png",
                "/favicon.ico",
                "/nowhere",
                "/api/v1/nowhere",
                "/q/nowhere",
                "/q/openapi"
            })
    void static_files_and_what_is_not_there_do_too(String address) {
        guarded(address, given().get(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip"})
    void packed_bodies_are_not_unpacked(String encoding) {
        var answer = given().header("Content-Encoding", encoding)
                .contentType("application/json")
                .body(new byte[] {0x1f, (byte) 0x8b, 8, 0})
                .post("/api/v1/advice");

        guarded("/api/v1/advice", answer);
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.jsonPath().getString("detail")).contains(encoding).contains("Maybe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/decisions/%00", "/api/v1/decisions/a%00b", "/api/v1/buyers?near=%00"})
    void a_zero_in_an_address_is_refused(String address) {
        var answer = given().urlEncodingEnabled(false).get(address);

        guarded(address, answer);
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
