package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Too much is turned away and nothing else happens; {@code -Drace=storm} measures how long that takes. */
@QuarkusTest
@TestProfile(OverloadIT.Narrow.class)
class OverloadIT {

    private static final int CLIENTS = 12;
    private static final Duration STORM = Duration.ofSeconds(3);

    @TestHTTPResource("/")
    URI address = URI.create("");

    /** One question at a time and one that waits; a setting of it from a file, as a cluster hands secrets over. */
    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var secret = Files.createTempFile("store", ".properties");
                Files.writeString(secret, "multipolar.store.password=from-a-file\nmultipolar.limits.waiting=1\n");
                return Map.of(
                        "quarkus.config.locations",
                        secret.toUri().toString(),
                        "multipolar.limits.answers",
                        "1",
                        "multipolar.limits.body",
                        "1s");
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    @Test
    void secrets_come_from_a_file() {
        assertThat(ConfigProvider.getConfig().getValue("multipolar.store.password", String.class))
                .isEqualTo("from-a-file");
    }

    private static final String QUESTION = SmallBuyer.request(SmallBuyer.json(), "");

    private HttpResponse<String> ask(HttpClient client) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/advice"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static double refused() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("multipolar_refused_total") && line.contains("\"overload\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void a_storm_is_answered_or_told_to_come_back() throws Exception {
        double before = refused();
        var statuses = new ConcurrentHashMap<Integer, AtomicInteger>();
        long end = System.nanoTime() + STORM.toNanos();
        Callable<Void> storming = () -> {
            var client = HttpClient.newHttpClient();
            while (System.nanoTime() < end) {
                var answer = ask(client);
                statuses.computeIfAbsent(answer.statusCode(), any -> new AtomicInteger())
                        .incrementAndGet();
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                }
            }
            return null;
        };
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var storm = IntStream.range(0, CLIENTS)
                    .mapToObj(any -> clients.submit(storming))
                    .toList();
            // What keeps the service alive asks in the middle of it.
            for (var path : new String[] {"/q/health/live", "/q/health/ready", "/q/metrics"}) {
                given().get(path).then().statusCode(200);
            }
            for (var each : storm) {
                each.get();
            }
        } finally {
            clients.shutdownNow();
        }

        assertThat(statuses).containsOnlyKeys(200, 503);
        assertThat(refused() - before)
                .isEqualTo(statuses.getOrDefault(503, new AtomicInteger()).doubleValue());
        assertThat(ask(HttpClient.newHttpClient()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_that_comes_drop_by_drop_is_cut_off() throws Exception {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 100000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(socket.getInputStream().read())
                    .as("nothing, and the end")
                    .isEqualTo(-1);
        }
        given().get("/api/v1/snapshot").then().statusCode(200);
    }
}
