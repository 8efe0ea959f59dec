package org.multipolar.catalog.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Offer.Routing;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Patch.Loss;
import org.multipolar.catalog.Patch.Ruling;
import org.multipolar.catalog.Patch.Side;
import org.multipolar.catalog.Patch.Table;
import org.multipolar.catalog.Patch.Verb;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.Where.Field;
import org.multipolar.catalog.World;

/** Reads the changes that a scenario makes, each checked against the world and the rules it will meet. */
final class PatchReader {

    private static final List<String> CRITERIA =
            List.of("quality", "language", "price", "supply", "locality", "openness");
    private static final List<String> DEMAND_FIGURES =
            List.of("volume", "input_mtok_month", "output_mtok_month", "weight");
    private static final Map<String, Side> SIDES = Map.of(
            "input", Side.INPUT,
            "input_usd_per_mtok", Side.INPUT,
            "output", Side.OUTPUT,
            "output_usd_per_mtok", Side.OUTPUT,
            "both", Side.BOTH);
    private static final Map<String, Table> TABLES =
            Map.of("offers", Table.OFFERS, "hosts", Table.HOSTS, "suppliers", Table.SUPPLIERS, "models", Table.MODELS);
    private static final Map<String, Loss> LOSSES = Arrays.stream(Loss.values())
            .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final Map<String, Routing> ROUTINGS =
            Arrays.stream(Routing.values()).collect(Collectors.toMap(Routing::word, Function.identity()));
    /** By what one id may say whose prices are meant, the narrowest first. */
    private static final List<Field> OWNERS =
            List.of(Field.OFFER, Field.MODEL, Field.HOST, Field.SUPPLIER, Field.OPERATOR);

    private final World world;
    private final Collection<String> rules;
    private final WhereReader where;
    private final PatchNumbers numbers;

    /**
     * @param rules ids of all rules
     * @param given the number of the patches that leave theirs out, or null where none may
     */
    PatchReader(World world, Collection<String> rules, @Nullable String given) {
        this.world = world;
        this.rules = rules;
        this.where = new WhereReader(world);
        this.numbers = new PatchNumbers(given);
    }

    Patch read(YamlNode yaml) {
        var entries = yaml.entries();
        if (entries.size() != 1) {
            throw yaml.fault("a patch has one key, here are %s.".formatted(entries.keySet()), "a dash is missing.");
        }
        var entry = entries.entrySet().iterator().next();
        var body = entry.getValue();
        return switch (entry.getKey()) {
            case "set" -> change(Verb.SET, body);
            case "scale" -> change(Verb.SCALE, body);
            case "add" -> change(Verb.ADD, body);
            case "remove" -> remove(body);
            case "limit" -> limit(body);
            case "rule" -> rule(body);
            case "asOf" -> new Patch.AsOf(body.day());
            case "event" -> event(body);
            default -> {
                yaml.onlyKeys("set", "scale", "add", "remove", "limit", "rule", "asOf", "event");
                throw new IllegalStateException("An unknown key was let through: " + entry.getKey());
            }
        };
    }

    private Patch change(Verb verb, YamlNode yaml) {
        yaml.onlyKeys(
                "indicator", "price", "weight", "demand", "supplier", "host", "offer", "field", "where", "to", "by");
        var targets = new TreeSet<>(yaml.entries().keySet());
        targets.removeAll(List.of("field", "where", "to", "by"));
        if (targets.size() != 1) {
            throw yaml.fault("one thing is changed by a patch, here are %s.".formatted(targets), null);
        }
        var target = yaml.at(targets.first());
        return switch (targets.first()) {
            case "indicator" -> indicators(verb, yaml, target);
            case "price" -> prices(verb, yaml, target);
            case "weight" ->
                new Patch.CriterionWeight(
                        verb,
                        WhereReader.oneOf(target, CRITERIA, "criteria"),
                        verb == Verb.SCALE ? numbers.millionths(verb, yaml) : numbers.percent(verb, yaml));
            case "demand" -> demands(verb, yaml, target);
            case "supplier" -> fact(verb, Table.SUPPLIERS, Field.SUPPLIER, yaml, target);
            case "host" -> fact(verb, Table.HOSTS, Field.HOST, yaml, target);
            default -> target.isMap() ? newOffer(verb, target) : offer(verb, yaml, target);
        };
    }

    private Patch indicators(Verb verb, YamlNode yaml, YamlNode target) {
        var id = WhereReader.oneOf(target, world.indicators().keySet(), "indicators");
        var picked = yaml.atOrNull("where");
        if (picked != null) {
            picked.onlyKeys("country");
        }
        double number = new BigDecimal(numbers.text(verb, yaml)).doubleValue();
        return new Patch.Indicators(verb, id, where.units(picked == null ? null : picked.at("country")), number);
    }

    private Patch prices(Verb verb, YamlNode yaml, YamlNode target) {
        var side = SIDES.get(target.text());
        var picked = where.read(yaml.atOrNull("where"), false);
        return new Patch.Prices(
                verb,
                side == null ? Side.BOTH : side,
                side == null ? owned(target, picked) : picked,
                numbers.millionths(verb, yaml));
    }

    /** {@return what is picked, and of that what belongs to the one who is named} */
    private Where owned(YamlNode named, Where picked) {
        var field = OWNERS.stream()
                .filter(each -> where.knows(each, named.text()))
                .findFirst()
                .orElseThrow(() -> named.fault(
                        "(%s) is no price and no offer, model, host, supplier or operator.".formatted(named.text()),
                        "it is input, output or both."));
        var fields = new TreeMap<>(picked.fields());
        fields.put(field, List.of(named.text()));
        return new Where(fields);
    }

    private Patch demands(Verb verb, YamlNode yaml, YamlNode target) {
        var picked = where.read(yaml.atOrNull("where"), true);
        picked.fields().keySet().stream()
                .filter(field -> !field.ofDemand())
                .findFirst()
                .ifPresent(field -> {
                    throw yaml.at("where")
                            .fault(
                                    "demands are not picked by %s.".formatted(field.word()),
                                    "demand or region is meant.");
                });
        boolean figure = DEMAND_FIGURES.contains(target.text());
        var fields = new TreeMap<>(picked.fields());
        if (!figure) {
            fields.put(Field.DEMAND, List.of(target.text()));
        }
        var field = figure ? target.text() : "volume";
        return new Patch.Demands(
                verb,
                field,
                new Where(fields),
                verb == Verb.SCALE ? numbers.millionths(verb, yaml) : numbers.whole(verb, yaml));
    }

    private Patch fact(Verb verb, Table table, Field own, YamlNode yaml, YamlNode target) {
        if (verb != Verb.SET) {
            throw yaml.fault("a fact is set; it is neither scaled nor added to.", "set is meant.");
        }
        boolean named = where.knows(own, target.text());
        var field = named ? yaml.at("field") : target;
        var fields = new TreeMap<>(where.read(yaml.atOrNull("where"), false).fields());
        if (named) {
            fields.put(own, List.of(target.text()));
        }
        if (fields.isEmpty()) {
            throw yaml.fault("nobody is named whose %s is set.".formatted(field.text()), "the key (where) is missing.");
        }
        return new Patch.Fact(table, field.text(), new Where(fields), values(table, field, yaml.at("to")));
    }

    private List<String> values(Table table, YamlNode field, YamlNode to) {
        var name = field.text();
        if (table == Table.OFFERS && name.equals("routing")) {
            return List.of(to.word(ROUTINGS).word());
        }
        if (table == Table.OFFERS && name.equals("serving_regions")) {
            return where.values(to, Field.ORIGIN);
        }
        if (table == Table.SUPPLIERS && name.equals("parent")) {
            return List.of(to.text());
        }
        if (table == Table.HOSTS && name.equals("operator")) {
            return where.values(to, Field.OPERATOR);
        }
        boolean ofCountry = (table == Table.SUPPLIERS && (name.equals("origin") || name.equals("parent_origin")))
                || (table == Table.HOSTS && name.equals("origin"));
        if (!ofCountry) {
            throw field.fault(
                    "(%s) is no field of %s that a scenario sets."
                            .formatted(name, table.name().toLowerCase(Locale.ROOT)),
                    "it is one of %s."
                            .formatted(
                                    switch (table) {
                                        case OFFERS -> "routing, serving_regions and the prices";
                                        case HOSTS -> "origin and operator";
                                        case SUPPLIERS, MODELS -> "origin, parent and parent_origin";
                                    }));
        }
        return List.of(where.country(to));
    }

    private Patch offer(Verb verb, YamlNode yaml, YamlNode target) {
        var named = yaml.atOrNull("field");
        var field = named == null ? target : named;
        boolean ofOne = named == null && where.knows(Field.OFFER, target.text());
        return ofOne || SIDES.containsKey(field.text())
                ? priceOf(verb, yaml, target, ofOne ? Side.BOTH : World.known(SIDES, field.text()))
                : fact(verb, Table.OFFERS, Field.OFFER, yaml, target);
    }

    private Patch priceOf(Verb verb, YamlNode yaml, YamlNode target, Side side) {
        var picked = where.read(yaml.atOrNull("where"), false);
        boolean one = where.knows(Field.OFFER, target.text());
        return new Patch.Prices(verb, side, one ? owned(target, picked) : picked, numbers.millionths(verb, yaml));
    }

    private Patch newOffer(Verb verb, YamlNode yaml) {
        if (verb != Verb.ADD) {
            throw yaml.fault("a new offer is added; to change one, name it.", "add is meant.");
        }
        yaml.onlyKeys(
                "offer_id",
                "model_id",
                "host_id",
                "serving_regions",
                "routing",
                "input_usd_per_mtok",
                "output_usd_per_mtok",
                "price_as_of",
                "note");
        var id = yaml.textAt("offer_id");
        if (where.knows(Field.OFFER, id)) {
            throw yaml.at("offer_id").fault("the offer (%s) is there already.".formatted(id), "another id is meant.");
        }
        var routing = yaml.at("routing").word(ROUTINGS);
        var places = yaml.has("serving_regions")
                ? where.values(yaml.at("serving_regions"), Field.ORIGIN)
                : List.<String>of();
        var fault = Offer.placesAtOdds(routing, places);
        if (fault != null) {
            throw yaml.at("routing").fault(fault, null);
        }
        return new Patch.NewOffer(new Offer(
                id,
                WhereReader.oneOf(yaml.at("model_id"), world.models().keySet(), "models"),
                WhereReader.oneOf(yaml.at("host_id"), world.hosts().keySet(), "hosts"),
                places,
                routing,
                yaml.has("input_usd_per_mtok")
                        ? Long.valueOf(yaml.at("input_usd_per_mtok").microUsd())
                        : null,
                yaml.has("output_usd_per_mtok")
                        ? Long.valueOf(yaml.at("output_usd_per_mtok").microUsd())
                        : null,
                yaml.has("price_as_of") ? yaml.at("price_as_of").day().toString() : "",
                List.of(),
                yaml.textAt("note", "added by a scenario")));
    }

    private Patch remove(YamlNode yaml) {
        yaml.onlyKeys(TABLES.keySet().toArray(String[]::new));
        if (yaml.entries().size() != 1) {
            throw yaml.fault("one kind of thing is removed by a patch.", "a dash is missing.");
        }
        var entry = yaml.entries().entrySet().iterator().next();
        return new Patch.Remove(World.known(TABLES, entry.getKey()), where.read(entry.getValue(), false));
    }

    private Patch limit(YamlNode yaml) {
        if (yaml.has("drop")) {
            yaml.onlyKeys("drop");
            return new Patch.Unbound(WhereReader.each(yaml.at("drop")).stream()
                    .map(YamlNode::text)
                    .toList());
        }
        var limits = LimitReader.all(List.of(yaml), LimitNames.ofAnyBuyer(world));
        if (limits.size() != 1) {
            throw yaml.fault(
                    "%d limits stand here; a patch states one.".formatted(limits.size()), "a dash is missing.");
        }
        return new Patch.Bound(limits.get(0));
    }

    private Patch rule(YamlNode yaml) {
        yaml.onlyKeys("off", "on", "from", "date");
        var keys = new TreeSet<>(yaml.entries().keySet());
        keys.remove("date");
        if (keys.size() != 1) {
            throw yaml.fault("rules are switched off, on, or hold from a day: one of the three.", null);
        }
        var key = keys.first();
        if (yaml.has("date") != key.equals("from")) {
            throw yaml.fault(
                    "a date belongs to (from), and (from) needs one.", "write {from: [RULE], date: 2027-01-01}.");
        }
        var ids = new ArrayList<String>();
        WhereReader.each(yaml.at(key)).forEach(each -> ids.add(WhereReader.oneOf(each, rules, "rules")));
        return new Patch.Rules(
                Ruling.valueOf(key.toUpperCase(Locale.ROOT)),
                ids,
                yaml.has("date") ? yaml.at("date").day() : null);
    }

    private Patch event(YamlNode yaml) {
        yaml.onlyKeys("lost", "is", "where", "shock", "in", "by", "tariff", "bar", "why");
        if (yaml.has("lost")) {
            yaml.onlyKeys("lost", "is", "where", "why");
            var loss = yaml.at("lost").word(LOSSES);
            return new Patch.Lost(loss, lost(loss, yaml.at("is")), where.read(yaml.atOrNull("where"), true));
        }
        if (yaml.has("shock")) {
            yaml.onlyKeys("shock", "in", "by", "why");
            var enablers = world.indicators().values().stream()
                    .map(each -> each.enabler())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Patch.Shock(
                    WhereReader.oneOf(yaml.at("shock"), enablers, "enablers"),
                    where.units(yaml.atOrNull("in")),
                    numbers.millionths(Verb.SCALE, yaml));
        }
        if (yaml.has("tariff")) {
            yaml.onlyKeys("tariff", "where", "why");
            long percent = yaml.at("tariff").whole(-100, 10_000);
            return new Patch.Prices(
                    Verb.SCALE, Side.BOTH, where.read(yaml.atOrNull("where"), false), (100 + percent) * 10_000);
        }
        yaml.onlyKeys("bar", "why");
        return new Patch.Bar(where.read(yaml.at("bar"), true), yaml.textAt("why", ""));
    }

    private List<String> lost(Loss loss, YamlNode is) {
        return switch (loss) {
            case COUNTRY, ORIGIN -> where.values(is, Field.ORIGIN);
            case PLACE -> where.values(is, Field.PLACE);
            case SUPPLIER -> where.values(is, Field.SUPPLIER);
            case OPERATOR -> where.values(is, Field.OPERATOR);
            case HOST -> where.values(is, Field.HOST);
            case LINEAGE -> where.values(is, Field.LINEAGE);
            case MODEL -> where.values(is, Field.MODEL);
            case PARENT ->
                WhereReader.each(is).stream()
                        .flatMap(each -> (where.knows(Field.PARENT, each.text())
                                        ? List.of(each.text())
                                        : where.values(each, Field.PARENT_ORIGIN))
                                .stream())
                        .distinct()
                        .sorted()
                        .toList();
        };
    }
}
