package org.multipolar.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multipolar.web.OwnScenarios;

/** The description of the interface is what the service does: each operation is asked as it says, and as it does not. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class ContractIT {

    private static final int EACH = Boolean.getBoolean("slow") ? 2_000 : Integer.getInteger("each", 200);
    private static final long SEED = Long.getLong("seed", 20261123);
    private static final int CLIENTS = 4;
    private static final Pattern KEYS = Pattern.compile("the keys here are \\[([^]]*)]");
    private static final int SHOWN = 60;

    /** A watch must be raised before it can be accepted, and nothing but house policy in the way of what is waived. */
    private static final Set<String> NEVER_DONE =
            Set.of("POST /api/v1/watches/{id}/accept", "POST /api/v1/reviews/{id}/waive");

    @TestHTTPResource("/")
    URI root = URI.create("");

    private final HttpClient client = HttpClient.newHttpClient();
    private JsonNode document = new ObjectMapper().createObjectNode();

    @BeforeEach
    void described() throws IOException {
        document = new ObjectMapper()
                .readTree(RestAssured.given().get("/q/openapi?format=json").asByteArray());
    }

    @Test
    void every_operation_says_what_it_takes_and_answers() {
        var vague = new ArrayList<String>();
        Operation.all(document).forEach(operation -> Contract.vague(operation, document)
                .forEach(each -> vague.add(operation + ": " + each)));
        assertThat(vague).isEmpty();
    }

    @Test
    void the_keys_of_a_request_are_those_that_are_read() {
        var scene = Scene.made();
        int compared = 0;
        for (var operation : Operation.all(document)) {
            if (operation.bodies().containsKey("application/json")) {
                var address = operation.path().replace("{id}", scene.idOr(operation, "none"));
                var said = KEYS.matcher(RestAssured.given()
                        .contentType("application/json")
                        .body("{\"no such key\": 1}")
                        .post(address)
                        .asString());
                if (said.find()) {
                    compared++;
                    assertThat(operation.keys(document))
                            .as(operation.toString())
                            .containsExactlyInAnyOrder(said.group(1).split(", "));
                }
            }
        }
        assertThat(compared).as("requests whose reader names its keys").isGreaterThan(12);
    }

    @Test
    void every_operation_answers_as_it_says_whatever_it_is_asked() throws Exception {
        var contract = new Contract(document);
        var scene = Scene.made();
        var broken = Collections.synchronizedSet(new TreeSet<String>());
        var counts = new TreeMap<String, TreeMap<Integer, Integer>>();
        var service = URI.create(root.toString().replaceAll("/$", ""));
        for (var operation : Operation.all(document)) {
            long started = System.nanoTime();
            var statuses = new ConcurrentHashMap<Integer, Integer>();
            var clients = Executors.newFixedThreadPool(CLIENTS);
            for (var request : new Requests(operation, scene, SEED).drawn(EACH)) {
                clients.execute(() -> ask(service, operation, request, contract, broken, statuses));
            }
            clients.shutdown();
            assertThat(clients.awaitTermination(5, TimeUnit.MINUTES))
                    .as("%s ends", operation)
                    .isTrue();
            counts.put(operation.toString(), new TreeMap<>(statuses));
            System.out.printf(
                    "%-45s %4d requests %6d ms %s%n",
                    operation,
                    statuses.values().stream().mapToInt(each -> each).sum(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                    new TreeMap<>(statuses));
        }

        assertThat(broken.stream().limit(SHOWN))
                .as("%d broken, seed %d", broken.size(), SEED)
                .isEmpty();
        assertThat(counts).hasSizeGreaterThan(60).allSatisfy((operation, statuses) -> {
            assertThat(statuses.values().stream().mapToInt(each -> each).sum())
                    .as(operation)
                    .isEqualTo(EACH);
            if (!NEVER_DONE.contains(operation)) {
                assertThat(statuses.headMap(300))
                        .as("%s is answered", operation)
                        .isNotEmpty();
            }
        });
    }

    private void ask(
            URI service,
            Operation operation,
            Request request,
            Contract contract,
            Set<String> broken,
            ConcurrentHashMap<Integer, Integer> statuses) {
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request.http(service), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException | RuntimeException cut) {
            broken.add("%s: %s%n    %s".formatted(operation, cut, request));
            return;
        }
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        var wrong = new ArrayList<>(contract.broken(operation, answer));
        if (request.valid() && (answer.statusCode() == 400 || answer.statusCode() == 415)) {
            wrong.add("what the description says is refused with %d: %s"
                    .formatted(
                            answer.statusCode(), new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
        }
        wrong.forEach(each -> broken.add("%s: %s%n    %s".formatted(operation, each, request)));
    }
}
