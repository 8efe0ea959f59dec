package org.multipolar.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.Shipped;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.Where.Field;

/** Patches of all kinds but that of the day, drawn by a seed from what the shipped world holds. */
final class RandomPatches {

    private static final List<String> CRITERIA =
            List.of("quality", "language", "price", "supply", "locality", "openness");
    private static final List<Field> OFFER_FIELDS = List.of(
            Field.MODEL,
            Field.SUPPLIER,
            Field.ORIGIN,
            Field.PARENT_ORIGIN,
            Field.HOST,
            Field.OPERATOR,
            Field.HOST_ORIGIN,
            Field.PLACE,
            Field.ROUTING,
            Field.OPENNESS,
            Field.LICENCE,
            Field.LINEAGE);

    private final Snapshot snapshot = Shipped.snapshot();
    private final Random random;

    RandomPatches(long seed) {
        this.random = new Random(seed);
    }

    static Scenario scenario(
            String id, java.time.@Nullable LocalDate from, java.time.@Nullable LocalDate until, List<Patch> patches) {
        return new Scenario(id, id, "", Scenario.Kind.EVENT, from, until, null, List.of(), patches, "digest of " + id);
    }

    List<Patch> some(int most) {
        var patches = new ArrayList<Patch>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            patches.add(one());
        }
        return patches;
    }

    /** Figures of countries are scored anew at every change, so they come up less often. */
    Patch one() {
        return switch (random.nextInt(33)) {
            case 0 ->
                new Patch.Indicators(verb(), of(snapshot.world().indicators().keySet()), units(), random.nextInt(4));
            case 1 -> new Patch.Shock("compute", units(), random.nextInt(3_000_000));
            case 2, 3, 4, 5, 6, 7, 8, 9 -> prices();
            case 10, 11, 12, 13 -> weight();
            case 14, 15, 16, 17 -> demand();
            case 18, 19 ->
                new Patch.Fact(
                        Patch.Table.SUPPLIERS,
                        random.nextBoolean() ? "origin" : "parent_origin",
                        new Where(Map.of(
                                Field.SUPPLIER,
                                List.of(of(snapshot.world().suppliers().keySet())))),
                        List.of(country()));
            case 20 ->
                new Patch.Fact(
                        Patch.Table.HOSTS,
                        "origin",
                        new Where(Map.of(
                                Field.HOST, List.of(of(snapshot.world().hosts().keySet())))),
                        List.of(country()));
            case 21, 22 -> new Patch.Fact(Patch.Table.OFFERS, "serving_regions", where(), List.of(country()));
            case 23, 24 -> new Patch.Remove(random.nextBoolean() ? Patch.Table.OFFERS : Patch.Table.MODELS, where());
            case 25, 26 -> bound();
            case 27 -> new Patch.Unbound(List.of("half", "third"));
            case 28, 29, 30 -> rules();
            case 31 -> new Patch.Lost(Patch.Loss.COUNTRY, List.of(country()), Where.ALL);
            default -> new Patch.Bar(where(), "no");
        };
    }

    private Patch.Rules rules() {
        var rule = of(snapshot.rulebook().cards().keySet());
        return switch (random.nextInt(3)) {
            case 0 -> new Patch.Rules(Patch.Ruling.OFF, List.of(rule), null);
            case 1 -> new Patch.Rules(Patch.Ruling.ON, List.of(rule), null);
            default ->
                new Patch.Rules(
                        Patch.Ruling.FROM, List.of(rule), java.time.LocalDate.of(2027, 1 + random.nextInt(12), 1));
        };
    }

    private Patch.Bound bound() {
        return new Patch.Bound(new LimitClause(
                random.nextBoolean() ? "half" : "third",
                LimitClause.Kind.CAP,
                LimitClause.On.ORIGIN,
                List.of(),
                LimitClause.Scope.BUYER,
                null,
                null,
                30 + random.nextInt(3) * 10,
                "why",
                ""));
    }

    Patch.Prices prices() {
        var verb = verb();
        var side = List.of(Patch.Side.values()).get(random.nextInt(3));
        return new Patch.Prices(verb, side, where(), number(verb));
    }

    Patch.CriterionWeight weight() {
        var verb = verb();
        long number = verb == Patch.Verb.SCALE ? random.nextInt(3_000_000) : random.nextInt(101);
        return new Patch.CriterionWeight(verb, CRITERIA.get(random.nextInt(CRITERIA.size())), number);
    }

    private Patch.Demands demand() {
        var verb = verb();
        long number = verb == Patch.Verb.SCALE ? random.nextInt(3_000_000) : random.nextInt(2_000);
        var field = List.of("volume", "input_mtok_month", "output_mtok_month", "weight")
                .get(random.nextInt(4));
        return new Patch.Demands(verb, field, Where.ALL, number);
    }

    private Patch.Verb verb() {
        return List.of(Patch.Verb.values()).get(random.nextInt(3));
    }

    private long number(Patch.Verb verb) {
        return verb == Patch.Verb.ADD ? random.nextInt(4_000_000) - 2_000_000L : random.nextInt(4_000_000);
    }

    private List<String> units() {
        return random.nextInt(4) == 0 ? List.of() : List.of(country());
    }

    private String country() {
        return of(snapshot.world().countries().keySet());
    }

    /** {@return one or two fields with values that some offer has} */
    Where where() {
        var world = snapshot.world();
        var offer = world.offers().get(of(world.offers().keySet()));
        var fields = new TreeMap<Field, List<String>>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            var field = OFFER_FIELDS.get(random.nextInt(OFFER_FIELDS.size()));
            var values = java.util.Objects.requireNonNull(PlainOffers.values(world, offer, field));
            if (!values.isEmpty()) {
                fields.put(field, List.of(values.get(random.nextInt(values.size()))));
            }
        }
        return fields.isEmpty() ? new Where(Map.of(Field.ORIGIN, List.of("US"))) : new Where(fields);
    }

    private String of(java.util.Collection<String> ids) {
        var all = List.copyOf(ids);
        return all.get(random.nextInt(all.size()));
    }
}
