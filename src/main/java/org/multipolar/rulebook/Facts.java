package org.multipolar.rulebook;

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

    public Facts {
        var copy = new EnumMap<Field, List<String>>(Field.class);
        values.forEach((field, all) -> copy.put(
                field, all.size() < 2 ? List.copyOf(all) : all.stream().sorted().toList()));
        values = Collections.unmodifiableMap(copy);
    }

    /** {@return the fields that nobody stated and that do not mean none when missing} */
    public List<Field> unknown() {
        return java.util.Arrays.stream(Field.values())
                .filter(field -> field != Field.AS_OF && !field.absentMeansNone() && !values.containsKey(field))
                .toList();
    }
}
