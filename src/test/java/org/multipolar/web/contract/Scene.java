package org.multipolar.web.contract;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.SmallBuyer;

/** What operations speak of: a record, reviews, a watch, a webhook, a sweep and a run, made before they are asked for. */
final class Scene {

    private static final String OFFER =
            """
            {"supplier": "newcomer", "supplier_origin": "FR", "model": "new-one", "openness": "closed",
             "access_mode": "supplier-api"}""";

    /** A question that has no answer is answered soonest. */
    private static final String NO_MIX =
            "{`buyer`: `small`, `asOf`: `2026-11-21`, `limits`: [{`id`: `none`, `kind`: `cap`, `on`: `origin`, `scope`: `buyer`,"
                    + " `at`: 0, `why`: `nobody may`}]}";

    /** Operations that are answered once only. */
    static final Set<String> SLOW =
            Set.of("POST /api/v1/advice/frontier", "POST /api/v1/ahead", "GET /api/v1/rules/{id}/cost");

    /** Operations whose answers take long; most of what they are asked is refused before the work. */
    static final Set<String> DEAR = Set.of(
            "GET /api/v1/chain/log",
            "GET /api/v1/decisions/{id}/log",
            "GET /api/v1/decisions/{id}/replay",
            "GET /api/v1/decisions/{id}/problem.mps",
            "GET /api/v1/rules/{id}/cost",
            "GET /api/v1/index",
            "GET /api/v1/index/scores.csv",
            "GET /api/v1/index/{unit}",
            "POST /api/v1/watches/{id}/ask");

    /** Bodies that are answered soon, in place of the description's own, which speak of large buyers. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "POST /api/v1/advice",
                    "{`buyer`: `small`, `asOf`: `2026-11-21`, `explain`: `usual`, `limits`: []}"),
            Map.entry("POST /api/v1/advice/best", "{`buyer`: `small`, `asOf`: `2026-11-21`, `count`: 2}"),
            Map.entry("POST /api/v1/advice/frontier", NO_MIX),
            Map.entry("POST /api/v1/ahead", NO_MIX),
            Map.entry(
                    "POST /api/v1/what-if",
                    "{`buyer`: `small`, `asOf`: `2026-11-21`, `scenarios`: [`t-no-us`, {`id`: `mine`, `patches`: [{`event`:"
                            + " {`lost`: `origin`, `is`: `FR`}}]}]}"),
            Map.entry(
                    "POST /api/v1/sweeps", "{`buyer`: `small`, `asOf`: `2026-11-21`, `sweep`: `t-moment`, `draws`: 2}"),
            Map.entry(
                    "POST /api/v1/reviews",
                    "{`buyer`: `small`, `demand`: `watch`, `offer`: %s, `quick`: true, `by`: `ann`}".formatted(OFFER)),
            Map.entry("POST /api/v1/watches", "{`question`: {`buyer`: `small`, `asOf`: `2026-11-21`}, `by`: `ann`}"),
            Map.entry(
                    "POST /api/v1/webhooks",
                    "{`url`: `http://127.0.0.1:9/in`, `buyer`: `small`, `events`: [`org.multipolar.review.*`]}"));

    /** What makes a dear question one that is refused, the last thing that is read of it. */
    private static final Map<String, String> SPOILT = Map.of(
            "POST /api/v1/advice", "{`stabilityDraws`: -1}",
            "POST /api/v1/advice/best", "{`count`: 0}",
            "POST /api/v1/advice/frontier", "{`scenarios`: [`none`]}",
            "POST /api/v1/ahead", "{`scenarios`: [`none`]}",
            "POST /api/v1/what-if", "{`scenarios`: [`none`]}",
            "POST /api/v1/sweeps", "{`draws`: 0}",
            "POST /api/v1/reviews", "{`quick`: `perhaps`}",
            "POST /api/v1/watches", "{`question`: {`buyer`: `small`, `scenarios`: [`none`]}}",
            "POST /api/v1/index", "{`uncertainty`: {`draws`: 0}}",
            "POST /api/v1/index/runs", "{`uncertainty`: {`draws`: 0}}");

    private final Map<String, String> values = new TreeMap<>();

    private Scene() {}

    static Scene made() {
        var scene = new Scene();
        var decision = made(body("POST /api/v1/advice"), "/api/v1/advice");
        scene.values.put("/api/v1/decisions/{id}", decision.path("decision"));
        scene.values.put("/api/v1/archive/{digest}", decision.path("digests.rules"));
        for (var deed : new String[] {"", "/refuse", "/waive"}) {
            String review =
                    made(body("POST /api/v1/reviews"), "/api/v1/reviews").path("id");
            scene.values.put("/api/v1/reviews/{id}" + deed, review);
        }
        // What is bought may be used, so it may be approved.
        String bought = decision.path("demands[0].mix[0].offer");
        var asked =
                "{\"buyer\": \"small\", \"demand\": \"watch\", \"offer\": \"%s\", \"quick\": true, \"by\": \"ann\"}";
        scene.values.put(
                "/api/v1/reviews/{id}/approve",
                made(asked.formatted(bought), "/api/v1/reviews").path("id"));
        scene.values.put(
                "/api/v1/watches/{id}",
                made(body("POST /api/v1/watches"), "/api/v1/watches").path("id"));
        scene.values.put(
                "/api/v1/webhooks/{id}",
                made(body("POST /api/v1/webhooks"), "/api/v1/webhooks").path("id"));
        scene.values.put(
                "/api/v1/sweeps/{id}",
                made(body("POST /api/v1/sweeps"), "/api/v1/sweeps").path("id"));
        scene.values.put(
                "/api/v1/index/runs/{id}",
                made("{\"uncertainty\": {\"draws\": 4}}", "/api/v1/index/runs").path("id"));
        scene.values.put("/api/v1/rules/{id}", given().get("/api/v1/rules").path("[0].id"));
        scene.values.put("/api/v1/scenarios/{id}", "t-no-us");
        scene.values.put("/api/v1/buyers/{id}", "small");
        scene.values.put("/api/v1/index/{unit}", "DE");
        scene.values.put("/api/v1/index/draws/{row}", "3");
        scene.values.put("/api/v1/{kind}", "suppliers");
        scene.values.put("/api/v1/{kind}/{id}", "mistral");
        return scene;
    }

    private static Response made(String body, String address) {
        var made = given().contentType("application/json").body(body).post(address);
        if (made.statusCode() >= 300) {
            throw new AssertionError("POST %s: %s".formatted(address, made.asString()));
        }
        return made;
    }

    static @Nullable String bodyOrNull(String operation) {
        var body = BODIES.get(operation);
        return body == null ? null : body.replace('`', '"');
    }

    private static String body(String operation) {
        return String.valueOf(bodyOrNull(operation));
    }

    static @Nullable String spoilt(String operation) {
        var spoilt = SPOILT.get(operation);
        return spoilt == null ? null : spoilt.replace('`', '"');
    }

    /** {@return the id that stands in the path of an operation, or something else where it has none} */
    String idOr(Operation operation, String none) {
        return operation.path().contains("{id}") ? path(operation, "id") : none;
    }

    /** {@return what stands for a parameter of a path} */
    String path(Operation operation, String name) {
        if (name.equals("file")) {
            return "gaps.yaml";
        }
        var value = values.get(operation.path());
        if (value == null
                || operation.path().indexOf("{" + name + "}") < operation.path().lastIndexOf('{')) {
            value = values.get(
                    operation.path().substring(0, operation.path().indexOf("{" + name + "}") + name.length() + 2));
        }
        if (value == null) {
            throw new AssertionError(
                    "%s: nobody says what (%s) may be. Maybe Scene should make one.".formatted(operation, name));
        }
        return value;
    }

    /** {@return what stands for a parameter of a query that is a text} */
    static String query(Operation operation, String name) {
        var value = Map.ofEntries(
                        Map.entry("buyer", "small"),
                        Map.entry("asOf", "2026-11-21"),
                        Map.entry("method", "published"),
                        Map.entry("view", "per-head"),
                        Map.entry("left", "FR"),
                        Map.entry("right", "EU"),
                        Map.entry("standing", "answered"),
                        Map.entry("kind", operation.path().contains("scenarios") ? "event" : "advice"))
                .get(name);
        if (value == null) {
            throw new AssertionError(
                    "%s: nobody says what (%s) may be. Maybe Scene should say it.".formatted(operation, name));
        }
        return value;
    }

    /** {@return a sheet of demands} */
    static String sheet() {
        return given().get("/api/v1/buyers/small/demands.csv").asString();
    }

    static String buyerWithSheet() {
        return "{\"buyer\": %s, \"demands\": %s}"
                .formatted(
                        SmallBuyer.json(),
                        com.fasterxml.jackson.databind.node.TextNode.valueOf(sheet())
                                .toString());
    }
}
