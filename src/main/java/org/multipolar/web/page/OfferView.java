package org.multipolar.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Reach;
import org.multipolar.catalog.World;
import org.multipolar.rulebook.Field;
import org.multipolar.rulebook.Naming;
import org.multipolar.web.language.Tongue;

/**
 * One offer down to its sources, and what the rules say of it where.
 *
 * @param maker makers and owners stand apart from whoever runs it and from where it is served
 * @param options what the host says about a sovereign or private way to run it, in the profile's words; or empty
 * @param reach to whom its operator sells; none where nobody stated it
 * @param rules those that name its licence, its maker, its lineage, its operator or its model
 * @param choices buyers and their demands to judge it for
 * @param judged null where nobody chose one
 */
public record OfferView(
        String id,
        Supply.OfferLine line,
        String makerHref,
        String maker,
        String seat,
        String ownerCountry,
        String openness,
        String hostType,
        String options,
        String note,
        boolean ownHalls,
        List<LinkView> hostSources,
        List<Supply.AvailabilityLine> availability,
        List<Supply.ReachLine> reach,
        List<ModelView.RuleLine> rules,
        String day,
        List<Choices> choices,
        @Nullable OfferJudged judged) {

    /** A buyer and its demands to choose from. */
    public record Choices(String buyer, List<Option> options) {}

    public static OfferView of(
            Snapshot snapshot, Offer offer, @Nullable OfferJudged judged, String chosen, LocalDate day, Tongue tongue) {
        var world = snapshot.world();
        var supply = new Supply(world, tongue);
        var model = World.known(world.models(), offer.model());
        var maker = World.known(world.suppliers(), model.supplier());
        var host = World.known(world.hosts(), offer.host());
        var named = new TreeMap<>(ModelView.named(model));
        named.put(Field.HOST, java.util.Set.of(host.operator()));
        return new OfferView(
                offer.id(),
                supply.line(offer),
                Supply.supplier(maker.id()),
                maker.name(),
                supply.country(maker.origin()),
                supply.country(maker.parentOrigin()),
                Supply.openness(model),
                host.type(),
                host.sovereignOptions(),
                offer.note(),
                Supply.selfHosted(host),
                supply.sources(host.sources()),
                world.availability().stream()
                        .filter(each -> each.offer().equals(offer.id())
                                || each.supplier().equals(maker.id()))
                        .map(supply::line)
                        .toList(),
                world.reach().stream()
                        .filter(each -> concerns(each, host, maker.id()))
                        .map(supply::line)
                        .toList(),
                Naming.rules(snapshot.rulebook(), named, day).stream()
                        .map(ModelView.RuleLine::of)
                        .toList(),
                day.toString(),
                choices(snapshot.buyers(), chosen, tongue),
                judged);
    }

    private static boolean concerns(Reach stated, Host host, String maker) {
        return stated.operator().equals(host.operator())
                && (stated.scope().isEmpty()
                        || stated.scope().equals("host:" + host.id())
                        || stated.scope().equals("supplier:" + maker));
    }

    private static List<Choices> choices(Map<String, Buyer> buyers, String chosen, Tongue tongue) {
        var choices = new ArrayList<Choices>();
        for (var buyer : buyers.values()) {
            var options = new ArrayList<Option>();
            options.add(new Option(
                    buyer.id(), tongue.say("suppliers.all-demands", buyer.name()), chosen.equals(buyer.id())));
            buyer.demands().forEach(demand -> {
                var value = buyer.id() + "/" + demand.id();
                options.add(new Option(value, demand.title(), chosen.equals(value)));
            });
            choices.add(new Choices(buyer.name(), options));
        }
        return choices;
    }
}
