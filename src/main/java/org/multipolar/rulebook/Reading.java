package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    private final Questionnaire questionnaire;
    private final ParametersOfDay ofDay;
    private final Map<Field, Map<Object, Answering>> byValue = new EnumMap<>(Field.class);
    private final Map<Field, Map<Object, Answering>> byMeaning = new EnumMap<>(Field.class);
    private final Look possibly;
    private final Look certainly;

    Reading(Vocabulary vocabulary, Questionnaire questionnaire, ParametersOfDay ofDay) {
        this.questionnaire = questionnaire;
        this.vocabulary = vocabulary;
        this.ofDay = ofDay;
        for (var field : Field.values()) {
            byValue.put(field, new HashMap<>());
            byMeaning.put(field, new HashMap<>());
        }
        this.possibly = new Look(true);
        this.certainly = new Look(false);
    }

    /** {@return the case, its unknown facts taken as meeting every condition} */
    Case possibly(Facts facts) {
        return Case.of(facts, possibly);
    }

    /** {@return whether anything was unknown in what was last read as possible} */
    boolean leftOpen() {
        return possibly.open;
    }

    /** {@return the case, its unknown facts taken as meeting none; equal to the other where nothing is unknown} */
    Case certainly(Facts facts) {
        return Case.of(facts, certainly);
    }

    /** One way to look at what is unknown. Reads the facts of one case after the other, each with {@link #asOf} last. */
    final class Look {

        private final boolean unknownHolds;
        private final Map<Field, Answering> unknown = new EnumMap<>(Field.class);
        private final Map<String, Day> openDays = new HashMap<>();
        private final Day asOf;
        private boolean open;
        private boolean seenOpen;
        private long[] bits = new long[questionnaire.words()];

        private Look(boolean unknownHolds) {
            this.unknownHolds = unknownHolds;
            for (var field : Field.values()) {
                unknown.put(
                        field,
                        asked(
                                field,
                                switch (field.kind()) {
                                    case TEXT -> Text.unknown(unknownHolds);
                                    case TAGS -> Tags.unknown(unknownHolds);
                                    case DAY -> Day.unknown(unknownHolds);
                                    case AMOUNT -> Amount.unknown(unknownHolds);
                                }));
            }
            this.asOf = Reading.this.day(Field.AS_OF, ofDay.day().toString(), unknownHolds);
        }

        Text text(Facts facts, Field field) {
            var value = one(facts, field);
            return (Text) noted(field, value == null ? unknown(field) : read(field, value, Reading.this::text));
        }

        Tags tags(Facts facts, Field field) {
            var values = facts.values().get(field);
            return (Tags) noted(
                    field,
                    values == null && !field.absentMeansNone()
                            ? unknown(field)
                            : read(field, values == null ? List.<String>of() : values, Reading.this::tags));
        }

        Amount amount(Facts facts, Field field) {
            var value = one(facts, field);
            return (Amount) noted(field, value == null ? unknown(field) : read(field, value, Reading.this::amount));
        }

        Day day(Facts facts, Field field) {
            var value = one(facts, field);
            return (Day) noted(field, value == null ? unknown(field) : dayOf(field, value));
        }

        Day asOf() {
            return (Day) noted(Field.AS_OF, asOf);
        }

        /** {@return the answers of all facts read since the last time} */
        Answers answers() {
            open = seenOpen;
            seenOpen = false;
            var answers = new Answers(bits);
            bits = new long[bits.length];
            return answers;
        }

        private Answering unknown(Field field) {
            seenOpen = true;
            return World.known(unknown, field);
        }

        private Answering noted(Field field, Answering value) {
            var answers = value.answers();
            System.arraycopy(answers, 0, bits, questionnaire.firstWord(field), answers.length);
            return value;
        }

        private Day dayOf(Field field, String value) {
            // Only of a whole day nothing is open; else what it is depends on the look.
            seenOpen |= value.length() != Facts.WHOLE_DAY;
            return value.length() == Facts.WHOLE_DAY
                    ? read(field, value, (any, iso) -> Reading.this.day(any, iso, unknownHolds))
                    : openDays.computeIfAbsent(value, iso -> Reading.this.day(field, iso, unknownHolds));
        }
    }

    private <A extends Answering> A asked(Field field, A value) {
        value.ask(questionnaire, field);
        return value;
    }

    /** Reads a value of a field, once. */
    private interface Reader<V, T> extends java.util.function.BiFunction<Field, V, T> {}

    @SuppressWarnings("unchecked") // a field has one kind of value, so its tables hold one type
    private <V, T extends Answering> T read(Field field, V value, Reader<V, T> reader) {
        var ofField = World.known(byValue, field);
        var known = (T) ofField.get(value);
        if (known == null) {
            known = reader.apply(field, value);
            ofField.put(value, known);
        }
        return known;
    }

    @SuppressWarnings("unchecked")
    private <T extends Answering> T meaning(Field field, Object key, Supplier<T> made) {
        return (T) World.known(byMeaning, field).computeIfAbsent(key, any -> asked(field, made.get()));
    }

    private Text text(Field field, String value) {
        var lists = parameters(field, id -> ofDay.words(id).contains(value));
        var name = vocabulary.words(field).contains(value) ? value : "";
        return meaning(field, List.of(name, lists), () -> Text.of(value, lists));
    }

    private Tags tags(Field field, List<String> values) {
        var lists = parameters(field, id -> values.stream().anyMatch(ofDay.words(id)::contains));
        var named = new HashSet<>(values);
        named.retainAll(vocabulary.words(field));
        return meaning(field, List.of(named, lists), () -> Tags.of(named, lists));
    }

    private Amount amount(Field field, String value) {
        var amount = Double.parseDouble(value);
        var reached = parameters(field, id -> amount >= ofDay.amount(id));
        return meaning(field, reached, () -> Amount.of(reached));
    }

    private Day day(Field field, String iso, boolean openHolds) {
        LocalDate earliest = Day.earliest(iso);
        LocalDate latest = Day.latest(iso);
        var surely = parameters(field, id -> latest.isBefore(ofDay.day(id)));
        var perhaps = parameters(field, id -> earliest.isBefore(ofDay.day(id)) && !latest.isBefore(ofDay.day(id)));
        return perhaps.isEmpty()
                ? meaning(field, surely, () -> Day.of(surely, perhaps, false))
                : asked(field, Day.of(surely, perhaps, openHolds));
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
