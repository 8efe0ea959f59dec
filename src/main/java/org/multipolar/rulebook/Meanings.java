package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.multipolar.catalog.World;

/**
 * Which values meet a question on one day, among all that rules can tell apart. Not thread-safe.
 *
 * <p>Of a fact with one value these are the words that rules or their parameters name and two words that nobody names, which
 * stand for all others: two, because two countries nobody names may still be the same or not.
 */
final class Meanings {

    private static final List<String> NOBODY_NAMES = List.of("any-other", "yet-another");
    private static final List<String> YES_NO = List.of("yes", "no");

    private final ParametersOfDay ofDay;
    private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
    private final Map<Field, Map<String, Integer>> places = new EnumMap<>(Field.class);
    private final Map<Condition.Ask, BitSet> met = new HashMap<>();

    Meanings(Vocabulary vocabulary, ParametersOfDay ofDay) {
        this.ofDay = ofDay;
        for (var field : Field.values()) {
            var all =
                    switch (field) {
                        // What is said of the place follows from the place, so there is no third word.
                        case SERVED_AT_HOME, PLACE_STATED -> YES_NO;
                        // These two are compared with each other, so they share their words.
                        case OPERATING_COUNTRY, SERVING_COUNTRY ->
                            named(vocabulary, Field.OPERATING_COUNTRY, Field.SERVING_COUNTRY);
                        default -> named(vocabulary, field);
                    };
            values.put(field, all);
            places.put(field, placesIn(all));
        }
    }

    private List<String> named(Vocabulary vocabulary, Field... fields) {
        var all = new TreeSet<String>();
        for (var field : fields) {
            all.addAll(vocabulary.words(field));
            vocabulary.parameters(field).forEach(id -> all.addAll(ofDay.words(id)));
        }
        var list = new java.util.ArrayList<>(all);
        list.addAll(NOBODY_NAMES);
        return list;
    }

    private static Map<String, Integer> placesIn(List<String> all) {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i), i);
        }
        return places;
    }

    LocalDate day() {
        return ofDay.day();
    }

    /** {@return a value of a field by its place among all} */
    String value(Field field, int place) {
        return World.known(values, field).get(place);
    }

    /** {@return every value a field with one value may have} */
    BitSet all(Field field) {
        var all = new BitSet();
        all.set(0, World.known(values, field).size());
        return all;
    }

    /** {@return the word, or the words of the list, that the question compares with; not to be changed} */
    BitSet compared(Condition.Ask ask) {
        return met.computeIfAbsent(ask, any -> {
            var compared = new BitSet();
            var place = World.known(places, ask.field());
            var words = ask.asked().ofParameter() ? ofDay.words(ask.word()) : List.of(ask.word());
            words.stream().filter(place::containsKey).forEach(word -> compared.set(World.known(place, word)));
            return compared;
        });
    }

    /** {@return the figure that the question compares with, days counted; infinite before a parameter's first day} */
    double figure(Condition.Ask ask) {
        if (ask.field().kind() == Field.Kind.AMOUNT) {
            return ofDay.amount(ask.word());
        }
        var limit = ofDay.day(ask.word());
        return limit.equals(LocalDate.MAX) ? Double.POSITIVE_INFINITY : limit.toEpochDay();
    }
}
