package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One parameter that differs between two rulebooks.
 *
 * @param change added, removed or changed
 * @param texts title, unit, sources and days of review that differ
 * @param values the values that differ, by the first day they hold
 * @param usedBy rules whose conditions or bounds turn on it; the program itself turns on some others
 * @param days first days on which a differing value starts to hold
 */
public record ParameterChange(
        String id,
        String title,
        String unit,
        String change,
        List<Altered> texts,
        List<ValueChange> values,
        List<String> usedBy,
        List<String> days) {

    /**
     * A value that differs on its first day.
     *
     * @param from the day, or always
     * @param old the old value, or null where none starts that day
     * @param fresh the fresh value, or null where none starts that day
     */
    public record ValueChange(String from, @Nullable List<String> old, @Nullable List<String> fresh) {}

    private static final String ALWAYS = "always";

    public ParameterChange {
        texts = List.copyOf(texts);
        values = List.copyOf(values);
        usedBy = List.copyOf(usedBy);
        days = List.copyOf(days);
    }

    /** {@return how a parameter differs; its lists are empty where nothing does} */
    static ParameterChange between(@Nullable Parameter old, @Nullable Parameter fresh, List<String> usedBy) {
        var shown = java.util.Objects.requireNonNull(fresh == null ? old : fresh);
        var values = values(words(old), words(fresh));
        return new ParameterChange(
                shown.id(),
                shown.title(),
                shown.unit().word(),
                old == null ? "added" : fresh == null ? "removed" : "changed",
                old == null || fresh == null ? List.of() : Altered.between(texts(old), texts(fresh)),
                values,
                usedBy,
                values.stream()
                        .map(ValueChange::from)
                        .filter(day -> !day.equals(ALWAYS))
                        .toList());
    }

    /** {@return whether anything differs} */
    boolean any() {
        return !change.equals("changed") || !texts.isEmpty() || !values.isEmpty();
    }

    private static Map<String, String> texts(Parameter parameter) {
        var texts = new TreeMap<>(Map.of(
                "title", parameter.title(),
                "unit", parameter.unit().word()));
        parameter.values().forEach(value -> {
            texts.put("sources " + from(value.from()), String.join(", ", value.sources()));
            var review = value.review();
            texts.put("review " + from(value.from()), review == null ? "" : review.toString());
        });
        return texts;
    }

    private static Map<String, List<String>> words(@Nullable Parameter parameter) {
        var words = new TreeMap<String, List<String>>();
        if (parameter != null) {
            // A list is a set; a figure is one word.
            parameter
                    .values()
                    .forEach(value -> words.put(
                            from(value.from()), value.words().stream().sorted().toList()));
        }
        return words;
    }

    private static List<ValueChange> values(Map<String, List<String>> old, Map<String, List<String>> fresh) {
        var days = new TreeSet<>(Comparator.<String, Boolean>comparing(day -> !day.equals(ALWAYS))
                .thenComparing(Comparator.naturalOrder()));
        days.addAll(old.keySet());
        days.addAll(fresh.keySet());
        var values = new ArrayList<ValueChange>();
        for (var day : days) {
            if (!java.util.Objects.equals(old.get(day), fresh.get(day))) {
                values.add(new ValueChange(day, old.get(day), fresh.get(day)));
            }
        }
        return values;
    }

    private static String from(@Nullable LocalDate day) {
        return day == null ? ALWAYS : day.toString();
    }
}
