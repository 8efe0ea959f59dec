package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.World;

/**
 * Reads facts into cases, as the parameters stand on one day.
 *
 * <p>Values that no rule can tell apart (none names them, and the same parameters list both) are read as the same object,
 * so that facts which differ in nothing that matters make equal cases: tens of thousands of candidates become a few
 * thousand cases. Not thread-safe; one per judging.
 */
final class Reading {

    private final Vocabulary vocabulary;
    private final ParametersOfDay ofDay;
    private final Map<Field, Map<Object, Object>> byValue = new EnumMap<>(Field.class);
    private final Map<Field, Map<Object, Object>> byMeaning = new EnumMap<>(Field.class);
    private final Look possibly = new Look(true);
    private final Look certainly = new Look(false);

    Reading(Vocabulary vocabulary, ParametersOfDay ofDay) {
        this.vocabulary = vocabulary;
        this.ofDay = ofDay;
        for (var field : Field.values()) {
            byValue.put(field, new HashMap<>());
            byMeaning.put(field, new HashMap<>());
        }
    }

    /** {@return the case, its unknown facts taken as meeting every condition} */
    Case possibly(Facts facts) {
        return Case.of(facts, possibly);
    }

    /** {@return the case, its unknown facts taken as meeting none; equal to the other where nothing is unknown} */
    Case certainly(Facts facts) {
        return Case.of(facts, certainly);
    }

    /** One way to look at what is unknown. */
    final class Look {

        private final boolean unknownHolds;
        private final Text unknownText;
        private final Tags unknownTags;
        private final Day unknownDay;
        private final Amount unknownAmount;
        private final Map<String, Day> openDays = new HashMap<>();

        private Look(boolean unknownHolds) {
            this.unknownHolds = unknownHolds;
            this.unknownText = Text.unknown(unknownHolds);
            this.unknownTags = Tags.unknown(unknownHolds);
            this.unknownDay = Day.unknown(unknownHolds);
            this.unknownAmount = Amount.unknown(unknownHolds);
        }

        Text text(Facts facts, Field field) {
            var value = one(facts, field);
            return value == null ? unknownText : read(field, value, Reading.this::text);
        }

        Tags tags(Facts facts, Field field) {
            var values = facts.values().get(field);
            if (values == null && !field.absentMeansNone()) {
                return unknownTags;
            }
            return read(field, values == null ? List.<String>of() : values, Reading.this::tags);
        }

        Amount amount(Facts facts, Field field) {
            var value = one(facts, field);
            return value == null ? unknownAmount : read(field, value, Reading.this::amount);
        }

        Day day(Facts facts, Field field) {
            var value = one(facts, field);
            return value == null ? unknownDay : dayOf(field, value);
        }

        Day asOf() {
            return dayOf(Field.AS_OF, ofDay.day().toString());
        }

        private Day dayOf(Field field, String value) {
            // Only of a whole day nothing is open; else what it is depends on the look.
            return value.length() == 10
                    ? read(field, value, (any, iso) -> Reading.this.day(any, iso, unknownHolds))
                    : openDays.computeIfAbsent(value, iso -> Reading.this.day(field, iso, unknownHolds));
        }
    }

    /** Reads a value of a field, once. */
    private interface Reader<V, T> extends java.util.function.BiFunction<Field, V, T> {}

    @SuppressWarnings("unchecked") // a field has one kind of value, so its tables hold one type
    private <V, T> T read(Field field, V value, Reader<V, T> reader) {
        return (T) World.known(byValue, field).computeIfAbsent(value, any -> reader.apply(field, value));
    }

    @SuppressWarnings("unchecked")
    private <T> T meaning(Field field, Object key, Function<Object, T> made) {
        return (T) World.known(byMeaning, field).computeIfAbsent(key, made);
    }

    private Text text(Field field, String value) {
        var lists = parameters(field, id -> ofDay.words(id).contains(value));
        var name = vocabulary.words(field).contains(value) ? value : "";
        return meaning(field, List.of(name, lists), any -> Text.of(value, lists));
    }

    private Tags tags(Field field, List<String> values) {
        var lists = parameters(field, id -> values.stream().anyMatch(ofDay.words(id)::contains));
        var named = new HashSet<>(values);
        named.retainAll(vocabulary.words(field));
        return meaning(field, List.of(named, lists), any -> Tags.of(named, lists));
    }

    private Amount amount(Field field, String value) {
        var amount = Double.parseDouble(value);
        var reached = parameters(field, id -> amount >= ofDay.amount(id));
        return meaning(field, reached, any -> Amount.of(reached));
    }

    private Day day(Field field, String iso, boolean openHolds) {
        LocalDate earliest = Day.earliest(iso);
        LocalDate latest = Day.latest(iso);
        var surely = parameters(field, id -> latest.isBefore(ofDay.day(id)));
        var perhaps = parameters(field, id -> earliest.isBefore(ofDay.day(id)) && !latest.isBefore(ofDay.day(id)));
        return perhaps.isEmpty()
                ? meaning(field, surely, any -> Day.of(surely, perhaps, false))
                : Day.of(surely, perhaps, openHolds);
    }

    private Set<String> parameters(Field field, Predicate<String> met) {
        var all = new HashSet<String>();
        vocabulary.parameters(field).stream().filter(met).forEach(all::add);
        return all;
    }

    private static @Nullable String one(Facts facts, Field field) {
        var values = facts.values().get(field);
        if (values == null || values.isEmpty()) {
            return field.absentMeansNone() ? field.absent() : null;
        }
        return values.get(0);
    }
}
