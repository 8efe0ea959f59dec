package org.multipolar.rulebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Availability;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Candidate.AccessMode;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Reach;
import org.multipolar.catalog.Site;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.World;

/** One offer of one maker at one host, to be changed where a test needs it otherwise. */
record SmallMarket(Demand demand, Model model, AccessMode access, List<String> places, @Nullable Site site) {

    static final Demand DEMAND = demand(false, "DE");
    static final Model MODEL = model(Openness.OPEN_WEIGHTS, "mit", "2026-01-31", List.of("llama"), "text", "text");
    static final Site HALL = new Site("hall", "Hall", "DE", "", 1, 0, List.of(), "a test");

    static SmallMarket offering() {
        return new SmallMarket(DEMAND, MODEL, AccessMode.MANAGED_CLOUD, List.of("FR"), null);
    }

    SmallMarket with(Demand other) {
        return new SmallMarket(other, model, access, places, site);
    }

    SmallMarket with(Model other) {
        return new SmallMarket(demand, other, access, places, site);
    }

    SmallMarket by(AccessMode other) {
        return new SmallMarket(demand, model, other, places, site);
    }

    SmallMarket from(String... others) {
        return new SmallMarket(demand, model, access, List.of(others), site);
    }

    SmallMarket inTheHall() {
        return new SmallMarket(demand, model, AccessMode.SELF_HOSTED, List.of("DE"), HALL);
    }

    Candidate candidate() {
        return new Candidate(
                demand,
                "offer",
                model,
                new Supplier("maker", "Maker", "US", "", "IE", "private", "", List.of()),
                access,
                site == null ? "host" : "own-site",
                site == null ? "operator" : "site:hall",
                "NL",
                places,
                Offer.Routing.ANY_OF,
                site,
                1L,
                1L);
    }

    static Demand demand(boolean critical, String... countries) {
        return new Demand(
                "demand",
                "Demand",
                "",
                List.of(countries),
                1,
                1,
                null,
                List.of(new Demand.DemandLanguage("de", 60), new Demand.DemandLanguage("fr", 40)),
                "personal",
                "finance",
                "internal",
                List.of("coding"),
                List.of("of-the-demand"),
                "text",
                List.of(),
                0,
                new Demand.Ability("basic", null),
                critical);
    }

    /** What goes in and comes out is joined by semicolons. */
    static Model model(
            Openness openness,
            String licence,
            @Nullable String released,
            List<String> lineage,
            String inputs,
            String outputs) {
        return new Model(
                "model",
                "maker",
                "Model",
                "",
                openness,
                licence,
                "",
                lineage,
                List.of(),
                released,
                null,
                null,
                parts(inputs),
                parts(outputs),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";", -1));
    }

    static World world(List<Reach> reach, List<Availability> availability) {
        return new World(
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                reach,
                availability,
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                "");
    }
}
