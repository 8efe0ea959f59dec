package org.multipolar.exchange.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.ProfileReader;

/** Two makers, a reseller, three models, four offers: small enough to work out every report by hand. */
final class SmallWorld {

    static final String NAMES =
            """
            catalogue,provider,model,host_id,model_id,offer_id,note
            models-dev,ada,,ada-api,,,
            models-dev,ada,ada-1,ada-api,ada-1,ada-1@ada-api,
            models-dev,ada,ada-1-20260101,ada-api,ada-1,ada-1@ada-api,dated name
            models-dev,bob,,bob-api,,,
            models-dev,bob,bob-7b-instruct,bob-api,bob-7b,bob-7b@bob-api,
            models-dev,mall,,mall,,,
            models-dev,mall,b/Bob-7B,mall,bob-7b,bob-7b@mall,
            models-dev,mall,ada-1,mall,ada-1,,
            litellm,ada,,ada-api,,,
            litellm,ada,ada/ada-1,ada-api,ada-1,ada-1@ada-api,
            """;

    private SmallWorld() {}

    static World world() {
        var suppliers = new TreeMap<String, Supplier>();
        for (var id : List.of("ada", "bob")) {
            suppliers.put(id, new Supplier(id, id, "FR", "", "FR", "lab", "", List.of("S")));
        }
        var models = Map.of(
                "ada-1", model("ada-1", "ada", Openness.CLOSED, "proprietary", "2026-01-01", 100_000L),
                "ada-2", model("ada-2", "ada", Openness.CLOSED, "proprietary", null, null),
                "bob-7b", model("bob-7b", "bob", Openness.OPEN_WEIGHTS, "apache-2.0", "2025-06", 32_000L));
        var hosts = Map.of(
                "ada-api", host("ada-api", "ada", "first-party-api"),
                "bob-api", host("bob-api", "bob", "first-party-api"),
                "mall", host("mall", "mall", "inference-provider"));
        var offers = new TreeMap<String, Offer>();
        for (var offer : List.of(
                offer("ada-1@ada-api", "ada-1", "ada-api", 3_000_000L, 15_000_000L, "2026-07-02"),
                offer("ada-2@ada-api", "ada-2", "ada-api", null, null, ""),
                offer("bob-7b@bob-api", "bob-7b", "bob-api", 150_000L, 600_000L, "2026-07-02"),
                offer("bob-7b@mall", "bob-7b", "mall", null, null, "2026-07-02"))) {
            offers.put(offer.id(), offer);
        }
        return new World(
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                suppliers,
                models,
                Map.of("apache-2.0", "osi-permissive", "proprietary", "proprietary"),
                hosts,
                offers,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                "digest");
    }

    private static Model model(
            String id,
            String supplier,
            Openness openness,
            String licence,
            @Nullable String released,
            @Nullable Long context) {
        return new Model(
                id,
                supplier,
                id,
                id,
                openness,
                licence,
                "",
                List.of(id),
                List.of(),
                released,
                null,
                context,
                List.of("text", "image"),
                List.of("text"),
                List.of(),
                List.of(),
                List.of("S"));
    }

    private static Host host(String id, String operator, String type) {
        return new Host(id, id, operator, "FR", type, "", List.of("S"));
    }

    private static Offer offer(
            String id, String model, String host, @Nullable Long input, @Nullable Long output, String asOf) {
        return new Offer(id, model, host, List.of(), Offer.Routing.ANYWHERE, input, output, asOf, List.of("S"), "");
    }

    static PublicNames names(String catalogue) {
        return PublicNames.read(
                        Map.of(ProfileReader.PUBLIC_NAMES, NAMES.getBytes(StandardCharsets.UTF_8)), catalogue, world())
                .orThrow();
    }

    static CatalogueReport modelsDev(String json, String seen) {
        var catalogue = ModelsDevReader.read("api.json", bytes(json)).orThrow();
        return Comparison.of(catalogue, names("models-dev"), world(), "api.json", "0".repeat(64), seen);
    }

    static CatalogueReport liteLlm(String json, String seen) {
        var catalogue = LiteLlmReader.read("prices.json", bytes(json)).orThrow();
        return Comparison.of(catalogue, names("litellm"), world(), "prices.json", "0".repeat(64), seen);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
