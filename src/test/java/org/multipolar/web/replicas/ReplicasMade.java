package org.multipolar.web.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.Shipped;
import org.multipolar.store.PostgresServer;
import org.multipolar.web.SmallBuyer;

/**
 * Three processes of the service on one PostgreSQL behind a proxy: each is killed and started again under load, the rules are
 * changed under load, and nothing is lost, nothing doubled. Run by {@code mvnw verify}, for it starts what was packaged.
 */
class ReplicasMade {

    private static final boolean SLOW = Boolean.getBoolean("slow");
    private static final Duration LOAD = SLOW ? Duration.ofMinutes(5) : Duration.ofSeconds(10);
    private static final Duration SWAP = Duration.ofSeconds(5);
    private static final Duration SWAP_WHEN_BUSY = Duration.ofSeconds(60);
    private static final int REPLICAS = 3;
    private static final int CLIENTS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Record by key, as it was acknowledged. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();

    /** Ids of messages by the record they tell of. */
    private final Map<String, TreeSet<String>> told = new ConcurrentHashMap<>();

    private volatile boolean over;

    private final double busyBefore =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void nothing_is_lost_and_nothing_doubled_while_processes_die_and_rules_change(@TempDir Path folder)
            throws Exception {
        var store = PostgresServer.started().database();
        written(folder.resolve("profiles"), Shipped.profiles());
        written(folder.resolve("rules"), Shipped.rules());
        var replicas = new ArrayList<Replica>();
        var receiver = receiver();
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            // All at once: they share a schema that none has made, and a key that none has written.
            for (int i = 0; i < REPLICAS; i++) {
                replicas.add(Replica.started("replica" + i, store, folder));
            }
            for (var replica : replicas) {
                replica.awaitReady();
            }
            try (var proxy =
                    new RoundRobin(replicas.stream().map(Replica::address).toList())) {
                subscribed(proxy.address(), receiver.getAddress().getPort());
                for (int i = 0; i < CLIENTS; i++) {
                    var name = "client" + i;
                    threads.execute(() -> asks(name, proxy.address()));
                }
                Thread.sleep(LOAD.toMillis() / 4);
                killed(replicas);
                Thread.sleep(LOAD.toMillis() / 4);
                changed(folder.resolve("rules"), replicas);
                Thread.sleep(LOAD.toMillis() / 4);
                over = true;
                threads.shutdown();
                assertThat(threads.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
                holds(folder, proxy.address());
            }
        } finally {
            over = true;
            threads.shutdownNow();
            receiver.stop(0);
            replicas.forEach(Replica::close);
        }
    }

    // ---- load

    private void asks(String name, URI service) {
        for (int i = 0; !over; i++) {
            var key = name + "-" + i;
            var body = SmallBuyer.request(SmallBuyer.json().replace("\"small\"", "\"" + key + "\""), "");
            while (!acknowledged.containsKey(key)) {
                ask(service, key, body);
            }
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(URI service, String key, String body) {
        try {
            var answer = post(service.resolve("/api/v1/advice"), key, body);
            if (answer.statusCode() == 200) {
                acknowledged.put(
                        key, answer.headers().firstValue("Content-Location").orElse("nowhere"));
            } else if (answer.statusCode() == 409 || answer.statusCode() == 503) {
                // In work elsewhere: by one that lives, or one that died and whose hold ends soon.
                held.incrementAndGet();
                Thread.sleep(500);
            } else {
                failed.add("%s: %d %s".formatted(key, answer.statusCode(), answer.body()));
                acknowledged.put(key, "failed");
            }
        } catch (IOException dropped) {
            cut.incrementAndGet();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            acknowledged.put(key, "ended");
        }
    }

    private HttpResponse<String> post(URI address, String key, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode get(URI address) throws IOException, InterruptedException {
        return JSON.readTree(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body());
    }

    // ---- trouble

    private static void killed(List<Replica> replicas) throws Exception {
        for (var replica : SLOW ? replicas : replicas.subList(0, 1)) {
            replica.kill();
            Thread.sleep(500);
            replica.again();
            replica.awaitReady();
        }
    }

    private void changed(Path rules, List<Replica> replicas) throws Exception {
        var within = within();
        var before = digests(replicas);
        assertThat(before).as("one rulebase before the change").hasSize(1);
        var file = rules.resolve("gaps.yaml");
        Files.writeString(file, Files.readString(file) + "# looked at once more\n");
        long written = System.nanoTime();
        var now = digests(replicas);
        while (now.size() > 1 || now.equals(before)) {
            assertThat(Duration.ofNanos(System.nanoTime() - written))
                    .as("rules in use: %s, before: %s", now, before)
                    .isLessThan(within);
            Thread.sleep(50);
            now = digests(replicas);
        }
        System.out.printf(
                "all %d processes have the new rules after %d ms%n",
                REPLICAS, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - written));
    }

    /** How long a change may take says nothing of this program where others want the machine as well. */
    private Duration within() {
        if (busyBefore < Runtime.getRuntime().availableProcessors()) {
            return SWAP;
        }
        System.out.printf(
                "SKIPPED: new rules within %s, for the machine was busy before (load %.1f); within %s instead.%n",
                SWAP, busyBefore, SWAP_WHEN_BUSY);
        return SWAP_WHEN_BUSY;
    }

    private Set<String> digests(List<Replica> replicas) throws Exception {
        var digests = new TreeSet<String>();
        for (var replica : replicas) {
            digests.add(get(replica.address().resolve("/api/v1/snapshot"))
                    .path("rules")
                    .asText());
        }
        return digests;
    }

    // ---- webhooks

    private HttpServer receiver() throws IOException {
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var event = JSON.readTree(exchange.getRequestBody().readAllBytes());
            // The signed end of the log is told for the same record.
            boolean recorded = event.path("type").asText().equals("org.multipolar.decision.recorded.v1");
            told.computeIfAbsent(
                            (recorded ? "" : event.path("type").asText() + " ")
                                    + event.path("subject").asText(),
                            unseen -> new TreeSet<>())
                    .add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private void subscribed(URI service, int port) throws Exception {
        var made = post(
                service.resolve("/api/v1/webhooks"), "hook", "{\"url\": \"http://127.0.0.1:%d/\"}".formatted(port));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    // ---- what must hold

    private void holds(Path folder, URI service) throws Exception {
        assertThat(failed).isEmpty();
        var log = client.send(
                        HttpRequest.newBuilder(service.resolve("/api/v1/chain/log?replayable=false"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        var file = Files.writeString(folder.resolve("log.jsonl"), log);
        assertThat(verified(file)).isZero();

        var records = new TreeMap<String, List<String>>();
        var subjects = new TreeSet<String>();
        String before = "9007199254740991";
        while (!before.isEmpty()) {
            var page = get(service.resolve("/api/v1/decisions?kind=advice&limit=500&before=" + before));
            page.path("decisions").forEach(each -> {
                subjects.add(each.path("decision").asText());
                records.computeIfAbsent(each.path("buyer").asText(), unseen -> new ArrayList<>())
                        .add(each.path("id").asText());
            });
            before = page.path("next").asText("").replace("null", "");
        }
        System.out.printf(
                "%d acknowledged, %d records, %d connections cut, %d waits for another's work%n",
                acknowledged.size(), records.size(), cut.get(), held.get());
        assertThat(acknowledged).isNotEmpty();
        assertThat(records.keySet()).isEqualTo(new TreeSet<>(acknowledged.keySet()));
        assertThat(records.values()).allMatch(ids -> ids.size() == 1);
        acknowledged.forEach((key, address) -> assertThat(address)
                .as(key)
                .endsWith("/" + Collections.max(records.getOrDefault(key, List.of("none")))));

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!told.keySet().containsAll(subjects) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(told.keySet()).containsAll(subjects);
        // A message may come twice, but under one id.
        assertThat(subjects)
                .allSatisfy(each -> assertThat(told.get(each)).as(each).hasSize(1));
    }

    private static int verified(Path log) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Replica.PROGRAM.toString(),
                        "verify",
                        "--chain-only",
                        log.toString())
                .inheritIO()
                .start();
        return process.waitFor();
    }

    private static void written(Path folder, Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.write(path, file.getValue());
        }
    }
}
