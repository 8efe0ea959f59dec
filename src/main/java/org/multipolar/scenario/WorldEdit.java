package org.multipolar.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Host;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Observation;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Offer.Routing;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Patch.Side;
import org.multipolar.catalog.Patch.Verb;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.World;

/** A world, changed one patch after the other; what it began with stays as it was. */
final class WorldEdit {

    private static final long DEAREST = 1_000_000_000_000L;

    private final World world;
    private final Traits traits;
    private final Map<String, Supplier> suppliers;
    private final Map<String, Model> models;
    private final Map<String, Host> hosts;
    private final Map<String, Offer> offers;
    private List<Observation> figures;

    WorldEdit(World world, Buyer buyer) {
        this.world = world;
        this.suppliers = new TreeMap<>(world.suppliers());
        this.models = new TreeMap<>(world.models());
        this.hosts = new TreeMap<>(world.hosts());
        this.offers = new TreeMap<>(world.offers());
        this.figures = world.observations();
        this.traits = new Traits(suppliers, models, hosts, buyer);
    }

    boolean figuresChanged() {
        return !figures.equals(world.observations());
    }

    boolean changed() {
        return figuresChanged()
                || !offers.equals(world.offers())
                || !suppliers.equals(world.suppliers())
                || !hosts.equals(world.hosts())
                || !models.equals(world.models());
    }

    World edited() {
        return world.with(suppliers, models, hosts, offers, figures);
    }

    Laying.Done indicators(Patch.Indicators patch) {
        return figures(
                figure -> figure.indicator().equals(patch.indicator()) && in(patch.units(), figure),
                old -> switch (patch.verb()) {
                    case SET -> patch.number();
                    case SCALE -> old.value() * patch.number();
                    case ADD -> old.value() + patch.number();
                },
                "no figure of %s is known there".formatted(patch.indicator()));
    }

    Laying.Done shock(Patch.Shock patch) {
        double by = (double) patch.millionths() / Halves.MILLION;
        return figures(
                figure -> {
                    var indicator = world.indicators().get(figure.indicator());
                    return indicator != null
                            && indicator.enabler().equals(patch.enabler())
                            && in(patch.units(), figure);
                },
                old -> World.known(world.indicators(), old.indicator()).higherIsBetter()
                        ? old.value() * by
                        : by > 0 ? old.value() / by : old.value(),
                "no figure of %s is known there".formatted(patch.enabler()));
    }

    private static boolean in(List<String> units, Observation figure) {
        return units.isEmpty() || units.contains(figure.unit());
    }

    private Laying.Done figures(
            Predicate<Observation> picked, java.util.function.ToDoubleFunction<Observation> fresh, String none) {
        var changed = new ArrayList<Observation>();
        int touched = 0;
        for (var old : figures) {
            double value = picked.test(old) ? fresh.applyAsDouble(old) : old.value();
            if (Double.compare(value, old.value()) != 0) {
                touched++;
                changed.add(new Observation(
                        old.indicator(),
                        old.unit(),
                        value,
                        old.measuredIn(),
                        old.year(),
                        old.quality(),
                        old.source(),
                        "changed by a scenario from " + old.value()));
            } else {
                changed.add(old);
            }
        }
        figures = List.copyOf(changed);
        return Laying.Done.of(touched, none + ", or it is so already");
    }

    Laying.Done prices(Patch.Prices patch) {
        return offers(patch.where(), old -> repriced(patch, old), "has a price that this changes");
    }

    private static Offer repriced(Patch.Prices patch, Offer old) {
        return old.priced(
                patch.side() == Side.OUTPUT ? old.inputPrice() : price(patch, old.inputPrice()),
                patch.side() == Side.INPUT ? old.outputPrice() : price(patch, old.outputPrice()));
    }

    /** An unknown price stays unknown, unless it is set. */
    private static @Nullable Long price(Patch.Prices patch, @Nullable Long old) {
        if (patch.verb() == Verb.SET) {
            return patch.number();
        }
        if (old == null) {
            return null;
        }
        long fresh = patch.verb() == Verb.ADD ? old + patch.number() : Halves.scaled(old, patch.number());
        return Math.max(0, Math.min(DEAREST, fresh));
    }

    /** Changes the offers picked, one by one. */
    private Laying.Done offers(Where where, UnaryOperator<Offer> change, String what) {
        int picked = 0;
        int touched = 0;
        for (var old : List.copyOf(offers.values())) {
            if (traits.matches(where, old)) {
                picked++;
                var fresh = change.apply(old);
                if (!fresh.equals(old)) {
                    offers.put(fresh.id(), fresh);
                    touched++;
                }
            }
        }
        return Laying.Done.of(
                touched,
                picked == 0
                        ? "no offer in the catalogue has %s".formatted(where.words())
                        : "none of %d offers with %s %s".formatted(picked, where.words(), what));
    }

    Laying.Done fact(Patch.Fact patch) {
        return switch (patch.table()) {
            case OFFERS -> offers(patch.where(), old -> refacted(patch, old), "is changed by this");
            case HOSTS ->
                rows(hosts, patch.where(), traits::ofHost, old -> {
                    var to = patch.to().get(0);
                    boolean operator = patch.field().equals("operator");
                    return new Host(
                            old.id(),
                            old.name(),
                            operator ? to : old.operator(),
                            operator ? old.origin() : to,
                            old.type(),
                            old.sovereignOptions(),
                            old.sources());
                });
            case SUPPLIERS, MODELS ->
                rows(suppliers, patch.where(), traits::ofSupplier, old -> {
                    var to = patch.to().get(0);
                    return new Supplier(
                            old.id(),
                            old.name(),
                            patch.field().equals("origin") ? to : old.origin(),
                            patch.field().equals("parent") ? to : old.parent(),
                            patch.field().equals("parent_origin") ? to : old.parentOrigin(),
                            old.type(),
                            old.ownershipNote(),
                            old.sources());
                });
        };
    }

    private static Offer refacted(Patch.Fact patch, Offer old) {
        boolean routing = patch.field().equals("routing");
        var fresh = routing
                ? java.util.Arrays.stream(Routing.values())
                        .filter(each -> each.word().equals(patch.to().get(0)))
                        .findFirst()
                        .orElse(old.routing())
                : old.routing();
        var places = routing ? old.places() : patch.to();
        if (routing && (fresh == Routing.ANYWHERE || fresh == Routing.UNKNOWN)) {
            places = List.of();
        }
        if (!routing && Offer.placesAtOdds(fresh, places) != null) {
            fresh = places.size() == 1 ? Routing.IN_REGION : Routing.ANY_OF;
        }
        return Offer.placesAtOdds(fresh, places) == null ? old.served(places, fresh) : old;
    }

    private <T> Laying.Done rows(
            Map<String, T> rows,
            Where where,
            java.util.function.BiPredicate<Where, T> matches,
            UnaryOperator<T> change) {
        int touched = 0;
        for (var each : List.copyOf(rows.entrySet())) {
            if (matches.test(where, each.getValue())) {
                var fresh = change.apply(each.getValue());
                if (!fresh.equals(each.getValue())) {
                    rows.put(each.getKey(), fresh);
                    touched++;
                }
            }
        }
        return Laying.Done.of(touched, "nothing with %s is changed by this".formatted(where.words()));
    }

    Laying.Done add(Offer offer) {
        if (!models.containsKey(offer.model()) || !hosts.containsKey(offer.host())) {
            return new Laying.Done(0, "its model or its host is removed by an earlier patch");
        }
        return Laying.Done.of(offers.put(offer.id(), offer) == null ? 1 : 0, "the offer is there already");
    }

    /** Offers go with their host or maker; a model that goes is gone for own halls too. */
    Laying.Done remove(Patch.Remove patch) {
        int before = offers.size() + models.size();
        offers.values().removeIf(offer -> traits.matches(patch.where(), offer));
        switch (patch.table()) {
            case SUPPLIERS, MODELS -> models.values().removeIf(model -> traits.ofModel(patch.where(), model));
            case OFFERS, HOSTS -> {}
        }
        offers.values().removeIf(offer -> !models.containsKey(offer.model()));
        return Laying.Done.of(
                before - offers.size() - models.size(),
                "nothing in the catalogue has %s".formatted(patch.where().words()));
    }
}
