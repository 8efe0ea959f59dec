package org.multipolar.web.page;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.World;
import org.multipolar.web.language.Tongue;

/**
 * One maker with its places, which are kept apart: its seat, its owner's, where its models are run, where they are served.
 *
 * @param finding how far its models spread, in a sentence
 * @param runFrom the countries of those who run its models
 * @param servedIn the countries that may serve them; without those that no offer names
 * @param unplaced how many offers promise no place or do not state one
 */
public record SupplierView(
        String id,
        String name,
        String type,
        String finding,
        String seat,
        String owner,
        String ownerCountry,
        String ownershipNote,
        String runFrom,
        String servedIn,
        int unplaced,
        List<LinkView> sources,
        List<ModelLine> models,
        List<HostLine> hosts,
        List<Supply.AvailabilityLine> availability,
        List<Supply.OfferLine> offers) {

    /**
     * One model.
     *
     * @param lineage the root families of its weights, and the models it was made from
     * @param languages how many languages its maker states, or unknown
     */
    public record ModelLine(
            String href,
            String name,
            String openness,
            String licence,
            String lineage,
            String bases,
            String released,
            String parameters,
            String parametersRaw,
            String context,
            String contextRaw,
            String languages,
            int offers) {}

    /** Somebody who runs its models. */
    public record HostLine(
            String name,
            String operator,
            String country,
            String type,
            String options,
            int offers,
            List<LinkView> sources) {}

    public static SupplierView of(World world, Supplier supplier, Tongue tongue) {
        var supply = new Supply(world, tongue);
        var models = SuppliersView.byMaker(world).getOrDefault(supplier.id(), List.of());
        var ids = models.stream().map(Model::id).collect(Collectors.toSet());
        var offers = world.offers().values().stream()
                .filter(offer -> ids.contains(offer.model()))
                .toList();
        var hosts = hosts(offers, supply);
        var run = new TreeSet<String>();
        offers.forEach(offer -> run.add(supply.operatorCountry(World.known(world.hosts(), offer.host()))));
        var places = new TreeSet<String>();
        offers.forEach(offer -> offer.places().forEach(place -> places.add(supply.country(place))));
        return new SupplierView(
                supplier.id(),
                supplier.name(),
                supplier.type(),
                tongue.say("suppliers.spread", models.size(), offers.size(), hosts.size(), places.size()),
                supply.country(supplier.origin()),
                supply.orUnknown(supplier.parent()),
                supply.country(supplier.parentOrigin()),
                supplier.ownershipNote(),
                supply.orUnknown(tongue.list(run)),
                supply.orUnknown(tongue.list(places)),
                (int) offers.stream().filter(offer -> offer.places().isEmpty()).count(),
                supply.sources(supplier.sources()),
                models.stream().map(model -> line(model, offers, supply)).toList(),
                hosts,
                availability(supplier, offers, supply),
                offers.stream().map(supply::line).toList());
    }

    private static List<HostLine> hosts(List<Offer> offers, Supply supply) {
        var counts = new TreeMap<String, Integer>();
        offers.forEach(offer -> counts.merge(offer.host(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> line(World.known(supply.world().hosts(), entry.getKey()), entry.getValue(), supply))
                .toList();
    }

    private static HostLine line(Host host, int offers, Supply supply) {
        return new HostLine(
                host.name(),
                host.operator(),
                supply.operatorCountry(host),
                host.type(),
                host.sovereignOptions(),
                offers,
                supply.sources(host.sources()));
    }

    private static ModelLine line(Model model, List<Offer> offers, Supply supply) {
        var tongue = supply.tongue();
        var size = model.paramsBillion();
        var context = model.contextTokens();
        return new ModelLine(
                Supply.model(model.id()),
                model.name(),
                Supply.openness(model),
                supply.orUnknown(model.licence().equals("unknown") ? "" : model.licence()),
                supply.orUnknown(tongue.list(model.lineage())),
                tongue.list(model.bases()),
                supply.orUnknown(model.released()),
                size == null ? supply.unknown() : new Figures(tongue).figure(size),
                Supply.bare(size),
                context == null ? supply.unknown() : tongue.number(context),
                Supply.bare(context),
                model.languages().isEmpty()
                        ? supply.unknown()
                        : tongue.number(model.languages().size()),
                (int) offers.stream()
                        .filter(offer -> offer.model().equals(model.id()))
                        .count());
    }

    private static List<Supply.AvailabilityLine> availability(Supplier supplier, List<Offer> offers, Supply supply) {
        Set<String> ids = offers.stream().map(Offer::id).collect(Collectors.toSet());
        return supply.world().availability().stream()
                .filter(each -> each.supplier().equals(supplier.id()) || ids.contains(each.offer()))
                .map(supply::line)
                .toList();
    }
}
