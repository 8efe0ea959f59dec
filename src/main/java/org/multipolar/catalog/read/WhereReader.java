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

    private final World world;
    private final Map<String, List<String>> blocs = new TreeMap<>();
    /** Listed when first asked for: a start reads a hundred scenarios, and most ask for one or two. */
    private final Map<Field, Collection<String>> known = new EnumMap<>(Field.class);

    WhereReader(World world) {
        this.world = world;
        for (var country : world.countries().values()) {
            if (country.bloc() != null) {
                blocs.computeIfAbsent(country.bloc(), any -> new ArrayList<>()).add(country.code());
            }
        }
    }

    private Collection<String> known(Field field) {
        return known.computeIfAbsent(field, this::listed);
    }

    private Collection<String> listed(Field field) {
        return switch (field) {
            case OFFER -> world.offers().keySet();
            case MODEL -> world.models().keySet();
            case FAMILY -> all(world.models().values(), model -> List.of(model.family()));
            case SUPPLIER -> world.suppliers().keySet();
            case PARENT -> all(world.suppliers().values(), supplier -> List.of(supplier.parent()));
            case HOST -> world.hosts().keySet();
            case OPERATOR -> all(world.hosts().values(), host -> List.of(host.operator()));
            case LICENCE -> world.licences().keySet();
            case LINEAGE -> all(world.models().values(), model -> model.lineage());
            case REGION -> world.regions().keySet();
            case ROUTING -> words(Offer.Routing.values(), Offer.Routing::word);
            case OPENNESS -> words(Openness.values(), Openness::word);
            case ACCESS_MODE -> words(Candidate.AccessMode.values(), Candidate.AccessMode::word);
            case INCUMBENT -> List.of("yes", "no");
            case AUDIENCE -> DemandReader.AUDIENCES;
            case DATA_SENSITIVITY -> DemandReader.SENSITIVITIES;
            case SECTOR -> BuyerReader.SECTORS;
            case ORIGIN, PARENT_ORIGIN, HOST_ORIGIN, OPERATING_COUNTRY ->
                world.countries().keySet();
            case PLACE -> {
                var places = new TreeSet<>(world.countries().keySet());
                places.addAll(List.of("anywhere", "unknown"));
                yield places;
            }
            // Days and the buyer's own words, of which there is no list.
            case RELEASED_AFTER, DEMAND -> List.of();
        };
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
        return field == Field.DEMAND
                ? yaml.text()
                : oneOf(yaml, known(field), field.word().replace('_', ' ') + " values");
    }

    /** {@return whether a value is on the list of a field} */
    boolean knows(Field field, String value) {
        return known(field).contains(value);
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
                    units.add(oneOf(each, known(Field.ORIGIN), "countries and blocs"));
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
        return oneOf(yaml, known(Field.ORIGIN), "countries");
    }
}
