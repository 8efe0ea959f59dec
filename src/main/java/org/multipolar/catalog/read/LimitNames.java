package org.multipolar.catalog.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.Site;
import org.multipolar.catalog.World;

/**
 * The ids that limits may name: closed lists of the world, and the buyer's own sites, demands and regions.
 *
 * @param demands of the buyer, or null where the limit is for any buyer
 * @param regions likewise
 * @param by ids by what a limit can be on; nothing for limits on no list
 */
record LimitNames(@Nullable List<String> demands, @Nullable List<String> regions, Map<On, Collection<String>> by) {

    /** {@return names for limits of whatever buyer: which demands and regions there are is not known yet} */
    static LimitNames ofAnyBuyer(World world) {
        return new LimitNames(null, null, of(List.of(), List.of(), world).by());
    }

    static LimitNames of(Buyer buyer, World world) {
        return of(buyer.demands(), buyer.sites(), world);
    }

    static LimitNames of(List<Demand> demands, List<Site> sites, World world) {
        var operators = new TreeSet<String>();
        world.hosts().values().forEach(host -> operators.add(host.operator()));
        sites.forEach(site -> operators.add("site:" + site.id()));
        var lineages = new TreeSet<String>();
        world.models().values().forEach(model -> lineages.addAll(model.lineage()));
        var units = new TreeSet<>(world.countries().keySet());
        world.countries().values().forEach(country -> {
            if (country.bloc() != null) {
                units.add(country.bloc());
            }
        });
        var places = new TreeSet<>(world.countries().keySet());
        places.addAll(List.of("anywhere", "unknown"));
        var by = new TreeMap<On, Collection<String>>();
        by.put(On.SUPPLIER, world.suppliers().keySet());
        by.put(On.OPERATOR, operators);
        by.put(On.MODEL, world.models().keySet());
        by.put(On.OFFER, world.offers().keySet());
        by.put(On.LINEAGE, lineages);
        by.put(On.ORIGIN, units);
        by.put(On.PARENT, units);
        by.put(On.HOST_ORIGIN, units);
        by.put(On.PLACE, places);
        by.put(On.OPENNESS, List.of("open", "open-source", "open-weights", "closed"));
        return new LimitNames(
                demands.stream().map(Demand::id).toList(),
                demands.stream().map(Demand::region).distinct().toList(),
                by);
    }

    /** {@return the demand a limit names, or null where it names none} */
    @Nullable
    String demand(YamlNode yaml) {
        return named(yaml, "demand", demands, "this buyer's demands");
    }

    /** {@return the region a limit names, or null where it names none} */
    @Nullable
    String region(YamlNode yaml) {
        return named(yaml, "region", regions, "this buyer's regions");
    }

    private static @Nullable String named(YamlNode yaml, String key, @Nullable List<String> known, String list) {
        if (!yaml.has(key)) {
            return null;
        }
        return known == null ? yaml.textAt(key) : yaml.at(key).oneOf(known, list);
    }

    /** {@return what to say of an id that is not on the list it should be on} */
    String maybe(On on, String id) {
        for (var other : by.entrySet()) {
            if (other.getKey() != on && other.getValue().contains(id)) {
                return "(%s) is on the list of %s: write {%s: %s}."
                        .formatted(id, words(other.getKey()), other.getKey().word(), id);
            }
        }
        var near = NearIds.of(id, by.getOrDefault(on, List.of()));
        return near.isEmpty() ? "it is misspelt, or its own entry is missing." : "it is one of " + near + ".";
    }

    static String words(On on) {
        return switch (on) {
            case SUPPLIER -> "suppliers";
            case OPERATOR -> "operators";
            case MODEL -> "models";
            case OFFER -> "offers";
            case LINEAGE -> "lineages";
            case PLACE -> "places";
            case OPENNESS -> "kinds of openness";
            case ORIGIN, PARENT, HOST_ORIGIN -> "countries";
            case OUTSIDE_SUPERPOWERS, CONTRACTS, SUPPLIERS, COST, RETAINED -> on.word();
        };
    }
}
