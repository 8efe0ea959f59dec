package org.multipolar.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every way a demand could be served: one candidate per offer and per place the buyer may pick, and the own halls. */
public final class Candidates {

    private Candidates() {}

    /** {@return the candidates of a demand in id order} */
    public static List<Candidate> of(World world, Buyer buyer, Demand demand) {
        return Stream.concat(
                        world.offers().values().stream()
                                .flatMap(offer -> ofOffer(world, buyer, demand, offer).stream()),
                        buyer.sites().stream().flatMap(site -> ofSite(world, demand, site).stream()))
                .sorted(java.util.Comparator.comparing(Candidate::id))
                .toList();
    }

    private static List<Candidate> ofOffer(World world, Buyer buyer, Demand demand, Offer offer) {
        var host = World.known(world.hosts(), offer.host());
        if ("self-hosted".equals(host.type())) {
            return List.of(); // own halls make their own offers, with a place and a cost
        }
        var model = World.known(world.models(), offer.model());
        var supplier = World.known(world.suppliers(), model.supplier());
        var inputPrice = offer.priced() ? offer.inputPrice() : buyer.policy().assumedPrice();
        var outputPrice = offer.priced() ? offer.outputPrice() : buyer.policy().assumedPrice();
        var placesOfEach =
                offer.routing() == Offer.Routing.CHOICE && !offer.places().isEmpty()
                        ? offer.places().stream().map(List::of).toList()
                        : List.of(offer.places());
        return placesOfEach.stream()
                .map(places -> new Candidate(
                        demand,
                        offer.id(),
                        model,
                        supplier,
                        access(host, supplier),
                        host.id(),
                        host.operator(),
                        host.origin(),
                        places,
                        offer.routing(),
                        null,
                        inputPrice,
                        outputPrice))
                .toList();
    }

    private static List<Candidate> ofSite(World world, Demand demand, Site site) {
        var candidates = new ArrayList<Candidate>();
        for (var model : world.models().values()) {
            var band = band(site, model);
            if (band != null && model.openness().open()) {
                candidates.add(new Candidate(
                        demand,
                        model.id() + "@site:" + site.id(),
                        model,
                        World.known(world.suppliers(), model.supplier()),
                        Candidate.AccessMode.SELF_HOSTED,
                        "own-site",
                        "site:" + site.id(),
                        site.country(),
                        List.of(site.country()),
                        Offer.Routing.IN_REGION,
                        site,
                        band.costPerMtok(),
                        band.costPerMtok()));
            }
        }
        return candidates;
    }

    private static Site.@Nullable Band band(Site site, Model model) {
        var size = model.paramsBillion();
        return size == null
                ? null
                : site.bands().stream()
                        .filter(each -> size <= each.upToParamsBillion())
                        .findFirst()
                        .orElse(null);
    }

    /** A maker's own platform counts as its API for its own models, and as a cloud for other makers' models. */
    private static Candidate.AccessMode access(Host host, Supplier supplier) {
        boolean makerRunsIt = host.operator().equals(supplier.id())
                || (host.operator().equals("google-cloud") && supplier.id().equals("google"))
                || (host.operator().equals("aws") && supplier.id().equals("amazon"));
        return host.firstParty() && makerRunsIt
                ? Candidate.AccessMode.SUPPLIER_API
                : Candidate.AccessMode.MANAGED_CLOUD;
    }
}
