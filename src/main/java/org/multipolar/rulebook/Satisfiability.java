package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.World;

/**
 * Whether conditions can hold together for some facts, all of them known, on one day. Not thread-safe.
 *
 * <p>Fields are free of each other, except that serving at home means serving in the operating country; so what is found not
 * to hold together never does, while facts found for what does may be odd (a place that is named and not stated).
 */
final class Satisfiability {

    private final Meanings meanings;

    Satisfiability(Vocabulary vocabulary, Map<String, Parameter> parameters, LocalDate day) {
        this.meanings = new Meanings(vocabulary, new ParametersOfDay(parameters, day));
    }

    /** {@return the condition that holds exactly where this one does not, on any known facts} */
    static Condition not(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return new Condition.AnyOf(
                    all.parts().stream().map(Satisfiability::not).toList());
        }
        if (condition instanceof Condition.AnyOf any) {
            return new Condition.AllOf(
                    any.parts().stream().map(Satisfiability::not).toList());
        }
        var ask = (Condition.Ask) condition;
        return new Condition.Ask(ask.field(), ask.asked().opposite(), ask.word());
    }

    /** {@return whether all these conditions can hold together} */
    boolean holds(Condition... conditions) {
        return witness(List.of(conditions)) != null;
    }

    /** {@return facts on which all these conditions hold, of every field they ask for; null if there are none} */
    @Nullable
    Facts witness(Collection<? extends Condition> conditions) {
        return solved(new EnumMap<>(Field.class), new ArrayDeque<>(conditions), List.of());
    }

    /** {@return whether wherever the first holds, the second does} */
    boolean implies(Condition first, Condition second) {
        return !holds(first, not(second));
    }

    /** Takes what must hold first, and only then tries one part after the other of what is to choose from. */
    private @Nullable Facts solved(Map<Field, Room> left, Deque<Condition> musts, List<Condition.AnyOf> choices) {
        var rooms = new EnumMap<Field, Room>(Field.class);
        rooms.putAll(left);
        var open = new ArrayList<>(choices);
        while (!musts.isEmpty()) {
            var must = musts.pop();
            if (must instanceof Condition.AllOf all) {
                musts.addAll(all.parts());
            } else if (must instanceof Condition.AnyOf any) {
                open.add(any);
            } else if (!narrowed(rooms, (Condition.Ask) must)) {
                return null;
            }
        }
        return open.isEmpty() ? tied(rooms) : chosen(rooms, open);
    }

    private @Nullable Facts chosen(Map<Field, Room> rooms, List<Condition.AnyOf> open) {
        var rest = open.subList(1, open.size());
        for (var part : open.get(0).parts()) {
            var facts = solved(rooms, new ArrayDeque<>(List.of(part)), rest);
            if (facts != null) {
                return facts;
            }
        }
        return null;
    }

    private boolean narrowed(Map<Field, Room> rooms, Condition.Ask ask) {
        var room = room(rooms, ask.field()).after(ask, meanings);
        rooms.put(ask.field(), room);
        return !room.empty();
    }

    private Room room(Map<Field, Room> rooms, Field field) {
        var room = rooms.get(field);
        return room == null ? Room.whole(field, meanings) : room;
    }

    private @Nullable Facts tied(Map<Field, Room> rooms) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        rooms.forEach((field, room) -> values.put(field, room.example(field, meanings)));
        if (rooms.containsKey(Field.SERVED_AT_HOME) && !placed(rooms, values)) {
            return null;
        }
        values.remove(Field.AS_OF);
        return new Facts(values);
    }

    /** Chooses the two countries so that they are, or are not, the same. */
    private boolean placed(Map<Field, Room> rooms, Map<Field, List<String>> values) {
        var operating = ((Room.OfText) room(rooms, Field.OPERATING_COUNTRY)).allowed();
        var serving = ((Room.OfText) room(rooms, Field.SERVING_COUNTRY)).allowed();
        for (var word : texts(Field.SERVED_AT_HOME, rooms)) {
            boolean home = word.equals("yes");
            for (int at = operating.nextSetBit(0); at >= 0; at = operating.nextSetBit(at + 1)) {
                int place = home ? (serving.get(at) ? at : -1) : other(serving, at);
                if (place >= 0) {
                    values.put(Field.OPERATING_COUNTRY, value(Field.OPERATING_COUNTRY, at));
                    values.put(Field.SERVING_COUNTRY, value(Field.SERVING_COUNTRY, place));
                    values.put(Field.SERVED_AT_HOME, List.of(word));
                    return true;
                }
            }
        }
        return false;
    }

    private static int other(BitSet places, int than) {
        int first = places.nextSetBit(0);
        return first == than ? places.nextSetBit(first + 1) : first;
    }

    private List<String> value(Field field, int place) {
        return List.of(meanings.value(field, place));
    }

    private List<String> texts(Field field, Map<Field, Room> rooms) {
        var allowed = ((Room.OfText) World.known(rooms, field)).allowed();
        return allowed.stream().mapToObj(place -> meanings.value(field, place)).toList();
    }
}
