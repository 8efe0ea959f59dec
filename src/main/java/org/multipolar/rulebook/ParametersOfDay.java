package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Every parameter's value on one day; a list that has no value yet is empty, a threshold that has none cannot be met. */
final class ParametersOfDay {

    private final LocalDate day;
    private final Map<String, Set<String>> words = new HashMap<>();

    ParametersOfDay(Map<String, Parameter> parameters, LocalDate day) {
        this.day = day;
        parameters.forEach((id, parameter) -> {
            var value = parameter.on(day);
            words.put(id, value == null ? Set.of() : Set.copyOf(value.words()));
        });
    }

    LocalDate day() {
        return day;
    }

    Set<String> words(String parameter) {
        var set = words.get(parameter);
        if (set == null) {
            throw new IllegalStateException(
                    "No parameter is called (%s), though the linter should have refused it.".formatted(parameter));
        }
        return set;
    }

    LocalDate day(String parameter) {
        return words(parameter).stream().map(LocalDate::parse).findFirst().orElse(LocalDate.MAX);
    }

    double amount(String parameter) {
        return words(parameter).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
