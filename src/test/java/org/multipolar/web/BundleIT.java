package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.multipolar.Shipped;
import org.multipolar.bundle.BundleSigner;
import org.multipolar.bundle.LiveSnapshot;
import org.multipolar.bundle.Safeguards;
import org.multipolar.bundle.SigningKey;

/** Signed bundles in a running service: it starts from the last good one, takes the good and tells of the bad within seconds. */
@QuarkusTest
@TestProfile(BundleIT.Signed.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BundleIT {

    private static final Duration ALARM = Duration.ofSeconds(5);
    private static final int FLIPS = Boolean.getBoolean("slow") ? 40 : 5;
    private static final long SEED = 20261123;

    /** Serves copies of what ships: kept as last good with a signature, which the rules' folder has lost. */
    public static final class Signed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var folder = Files.createTempDirectory("signed");
                var key = SigningKey.openOrMake(folder.resolve("key"), "the test is broken");
                var signers = Files.writeString(folder.resolve("signers"), key.publicKey() + "\n");
                var profiles = Shipped.copied(Shipped.profiles());
                var files = Shipped.rules();
                files.putAll(BundleSigner.sign(Shipped.profiles(), files, 7, Instant.parse("2026-11-22T12:00:00Z"), key)
                        .files());
                var rules = Shipped.copied(files);
                LiveSnapshot.open(profiles, rules, new Safeguards(signers, folder.resolve("kept")));
                Files.move(rules.resolve("MANIFEST.sig"), folder.resolve("MANIFEST.sig"));
                return Map.of(
                        "multipolar.profiles", profiles.toString(),
                        "multipolar.rules", rules.toString(),
                        "multipolar.bundles.signers", signers.toString(),
                        "multipolar.bundles.last-good", folder.resolve("kept").toString(),
                        "multipolar.watch", "500ms");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @ConfigProperty(name = "multipolar.rules")
    String rulesFolder = "";

    @ConfigProperty(name = "multipolar.bundles.signers")
    String signers = "";

    private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();

    private Path rules() {
        return Path.of(rulesFolder);
    }

    private static JsonPath snapshot() {
        return given().get("/api/v1/snapshot").then().statusCode(200).extract().jsonPath();
    }

    private static double figure(String name) {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line ->
                        line.startsWith("multipolar_" + name + " ") || line.startsWith("multipolar_" + name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Duration until(BooleanSupplier reached) throws InterruptedException {
        long start = System.nanoTime();
        while (!reached.getAsBoolean()
                && System.nanoTime() - start < Duration.ofSeconds(60).toNanos()) {
            Thread.sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    @Order(1)
    void a_start_with_refused_folders_serves_the_last_good_one_and_says_so() throws Exception {
        var told = snapshot();
        assertThat(told.getString("from")).isEqualTo("last-good");
        assertThat(told.getLong("signed.revision")).isEqualTo(7);
        assertThat(told.getString("signed.made")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(told.getString("refused.file")).isEqualTo("rules/MANIFEST.sig");
        assertThat(told.getString("rules"))
                .isEqualTo(Shipped.snapshot().rulebook().digest());
        assertThat(given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("\"from\": \"last-good\"", "\"revision\": 7", "the bundle is not signed");
        assertThat(given().get("/rules").then().statusCode(200).extract().asString())
                .contains("class=\"notice\"", "the bundle is not signed");
        assertThat(figure("bundle_fallback")).isEqualTo(1);
        assertThat(figure("bundle_waiting")).isEqualTo(1);
        assertThat(figure("bundle_revision")).isEqualTo(7);
        assertThat(figure("bundle_unkept")).isZero();

        Files.copy(Path.of(signers).resolveSibling("MANIFEST.sig"), rules().resolve("MANIFEST.sig"));
        until(() -> figure("bundle_fallback") == 0);
        told = snapshot();
        assertThat(told.getString("from")).isEqualTo("folders");
        assertThat(told.<Object>get("refused")).isNull();
    }

    @Test
    @Order(2)
    void flipped_bytes_fail_no_question_change_no_answer_and_are_told_within_five_seconds() throws Exception {
        var before = snapshot().getString("rules");
        var good = Shipped.rules();
        var names = new ArrayList<>(good.keySet());
        names.add("MANIFEST.json");
        names.add("MANIFEST.sig");
        var asking = new AtomicBoolean(true);
        var pool = Executors.newSingleThreadExecutor();
        var asked = pool.submit((Callable<List<String>>) () -> ask(asking));
        var listening = listening();
        var random = new Random(SEED);
        var spoilt = new java.util.TreeMap<Path, byte[]>();
        try {
            for (int flip = 0; flip < FLIPS; flip++) {
                // The last ones are the manifest and its signature, whatever the seed.
                var name = names.get(flip < FLIPS - 2 ? random.nextInt(good.size()) : names.size() - FLIPS + flip);
                var path = rules().resolve(name);
                var bytes = Files.readAllBytes(path);
                spoilt.putIfAbsent(path, bytes.clone());
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                double refused = figure("bundle_refused_total");
                logged.clear();
                Files.write(path, bytes);
                var alarm = until(() -> figure("bundle_refused_total") > refused);
                assertThat(alarm).as("alarm of %s, seed %d", name, SEED).isLessThan(ALARM);
                assertThat(figure("bundle_waiting")).isEqualTo(1);
                assertThat(logged).anySatisfy(line -> assertThat(line).contains("is refused"));
                assertThat(snapshot().getString("rules")).isEqualTo(before);
            }
        } finally {
            Logger.getLogger(Serving.class.getName()).removeHandler(listening);
            asking.set(false);
        }
        for (var file : spoilt.entrySet()) {
            Files.write(file.getKey(), Objects.requireNonNull(file.getValue()));
        }
        assertThat(asked.get()).hasSizeGreaterThan(5).containsOnly("200 " + before);
        pool.shutdown();
        until(() -> figure("bundle_waiting") == 0);
        assertThat(snapshot().<Object>get("refused")).isNull();
    }

    private static List<String> ask(AtomicBoolean asking) {
        var answers = new ArrayList<String>();
        while (asking.get()) {
            var response = given().contentType("application/json")
                    .body("{\"cases\": []}")
                    .post("/api/v1/judgements");
            answers.add(response.statusCode() + " " + response.path("digest"));
        }
        return answers;
    }

    private Handler listening() {
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(String.valueOf(line.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger(Serving.class.getName()).addHandler(handler);
        return handler;
    }
}
