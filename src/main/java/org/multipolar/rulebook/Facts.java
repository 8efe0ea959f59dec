package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one candidate in one country and place; a field that is missing is unknown.
 *
 * @param values per field its value, or several for a field of tags
 */
public record Facts(Map<Field, List<String>> values) {

    /** How long an ISO day is, beside a month or a year. */
    static final int WHOLE_DAY = "2026-01-01".length();

    public Facts {
        var copy = new EnumMap<Field, List<String>>(Field.class);
        copy.putAll(values);
        copy.replaceAll((field, all) ->
                all.size() < 2 ? List.copyOf(all) : all.stream().sorted().toList());
        values = Collections.unmodifiableMap(copy);
    }

    /** {@return the fields that nobody stated and that do not mean none when missing} */
    public List<Field> unknown() {
        var unknown = new ArrayList<Field>();
        for (var field : Field.values()) {
            if (!values.containsKey(field) && !field.absentMeansNone() && field != Field.AS_OF) {
                unknown.add(field);
            }
        }
        return unknown;
    }

    /** {@return the value of a field of one value, or empty where nobody stated it} */
    public String one(Field field) {
        var known = values.get(field);
        return known == null || known.isEmpty() ? "" : known.get(0);
    }

    /**
     * {@return which of the fields a rule asks for somebody would have to state, in the words of case files}
     *
     * @param vague whether the month or year stated for the release leaves the rule's own days open
     */
    List<String> unstated(List<Field> asked, boolean vague) {
        var unknown = unknown();
        return asked.stream()
                // What is said of the place follows from the place.
                .map(field ->
                        field == Field.SERVED_AT_HOME || field == Field.PLACE_STATED ? Field.SERVING_COUNTRY : field)
                .filter(field -> unknown.contains(field) || (vague && field == Field.MODEL_RELEASE_DATE))
                .distinct()
                .map(Field::word)
                .toList();
    }
}
