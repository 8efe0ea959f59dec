package org.multipolar.catalog.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.Where.Field;
import org.multipolar.catalog.World;

/** Reads what picks offers, candidates and countries; every id must be on its list. A bloc stands for its members. */
final class WhereReader {

    private static final Map<String, Field> FIELDS =
            Arrays.stream(Field.values()).collect(Collectors.toMap(Field::word, Function.identity()));

    private final Map<String, List<String>> blocs = new TreeMap<>();
    private final Map<Field, Collection<String>> known = new EnumMap<>(Field.class);

    WhereReader(World world) {
        for (var country : world.countries().values()) {
            if (country.bloc() != null) {
                blocs.computeIfAbsent(country.bloc(), any -> new ArrayList<>()).add(country.code());
            }
        }
        var countries = world.countries().keySet();
        known.put(Field.OFFER, world.offers().keySet());
        known.put(Field.MODEL, world.models().keySet());
        known.put(Field.FAMILY, all(world.models().values(), model -> List.of(model.family())));
        known.put(Field.SUPPLIER, world.suppliers().keySet());
        known.put(Field.PARENT, all(world.suppliers().values(), supplier -> List.of(supplier.parent())));
        known.put(Field.HOST, world.hosts().keySet());
        known.put(Field.OPERATOR, all(world.hosts().values(), host -> List.of(host.operator())));
        known.put(Field.LICENCE, world.licences().keySet());
        known.put(Field.LINEAGE, all(world.models().values(), model -> model.lineage()));
        known.put(Field.REGION, world.regions().keySet());
        known.put(Field.ROUTING, words(Offer.Routing.values(), Offer.Routing::word));
        known.put(Field.OPENNESS, words(Openness.values(), Openness::word));
        known.put(Field.ACCESS_MODE, words(Candidate.AccessMode.values(), Candidate.AccessMode::word));
        known.put(Field.INCUMBENT, List.of("yes", "no"));
        known.put(Field.AUDIENCE, DemandReader.AUDIENCES);
        known.put(Field.DATA_SENSITIVITY, DemandReader.SENSITIVITIES);
        known.put(Field.SECTOR, BuyerReader.SECTORS);
        for (var field : List.of(Field.ORIGIN, Field.PARENT_ORIGIN, Field.HOST_ORIGIN, Field.OPERATING_COUNTRY)) {
            known.put(field, countries);
        }
        var places = new TreeSet<>(countries);
        places.addAll(List.of("anywhere", "unknown"));
        known.put(Field.PLACE, places);
    }

    private static <T> Collection<String> all(Collection<T> entries, Function<T, List<String>> values) {
        var all = new TreeSet<String>();
        entries.forEach(each -> all.addAll(values.apply(each)));
        all.remove("");
        return all;
    }

    private static <T> List<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    /**
     * {@return the fields of a mapping; everything where there is none}
     *
     * @param ofDemands whether fields of demands may be asked
     */
    Where read(@Nullable YamlNode yaml, boolean ofDemands) {
        if (yaml == null) {
            return Where.ALL;
        }
        var fields = new TreeMap<Field, List<String>>();
        yaml.entries().forEach((key, value) -> {
            var field = FIELDS.get(key);
            if (field == null || (field.ofDemand() && !ofDemands)) {
                throw value.fault(
                        "(%s) is no field to pick by.".formatted(key),
                        "it is one of "
                                + FIELDS.values().stream()
                                        .filter(each -> ofDemands || !each.ofDemand())
                                        .map(Field::word)
                                        .sorted()
                                        .toList()
                                + ".");
            }
            fields.put(field, values(value, field));
        });
        if (fields.isEmpty()) {
            throw yaml.fault("nothing is picked here.", "write a field and its value, such as {origin: US}.");
        }
        return new Where(fields);
    }

    /** {@return a list of values, or the one value that stands here} */
    static List<YamlNode> each(YamlNode yaml) {
        return yaml.isList() ? yaml.items() : List.of(yaml);
    }

    List<String> values(YamlNode yaml, Field field) {
        var values = new ArrayList<String>();
        for (var each : each(yaml)) {
            if (field == Field.RELEASED_AFTER) {
                values.add(each.day().toString());
            } else if (blocs.containsKey(each.text()) && ofCountries(field)) {
                values.addAll(World.known(blocs, each.text()));
            } else {
                values.add(onList(each, field));
            }
        }
        if (values.isEmpty()) {
            throw yaml.fault("no value stands here.", null);
        }
        return values.stream().distinct().sorted().toList();
    }

    private static boolean ofCountries(Field field) {
        return field == Field.ORIGIN
                || field == Field.PARENT_ORIGIN
                || field == Field.HOST_ORIGIN
                || field == Field.OPERATING_COUNTRY
                || field == Field.PLACE;
    }

    private String onList(YamlNode yaml, Field field) {
        var list = known.get(field);
        return list == null ? yaml.text() : oneOf(yaml, list, field.word().replace('_', ' ') + " values");
    }

    /** {@return whether a value is on the list of a field} */
    boolean knows(Field field, String value) {
        return known.getOrDefault(field, List.of()).contains(value);
    }

    /** {@return countries and blocs; of a bloc its members too, because its figures are made of theirs} */
    List<String> units(@Nullable YamlNode yaml) {
        var units = new TreeSet<String>();
        if (yaml != null) {
            for (var each : each(yaml)) {
                var members = blocs.get(each.text());
                if (members != null) {
                    units.add(each.text());
                    units.addAll(members);
                } else {
                    units.add(oneOf(each, known.getOrDefault(Field.ORIGIN, List.of()), "countries and blocs"));
                }
            }
        }
        return List.copyOf(units);
    }

    /** {@return the text, which must be on a list; what is near it is named} */
    static String oneOf(YamlNode yaml, Collection<String> list, String called) {
        if (!list.contains(yaml.text())) {
            var near = NearIds.of(yaml.text(), list);
            throw yaml.fault(
                    "(%s) is not in the list of %s.".formatted(yaml.text(), called),
                    near.isEmpty() ? "it is misspelt, or its own entry is missing." : "it is one of " + near + ".");
        }
        return yaml.text();
    }

    /** {@return the code of a country} */
    String country(YamlNode yaml) {
        return oneOf(yaml, known.getOrDefault(Field.ORIGIN, List.of()), "countries");
    }
}
