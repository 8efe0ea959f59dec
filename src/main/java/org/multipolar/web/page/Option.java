package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** One thing to choose from a list. */
public record Option(String value, String name, boolean chosen) {

    /**
     * {@return what is offered, in order of names, after the empty choice that narrows nothing}
     *
     * @param none what the empty choice is called
     * @param named how a value is called
     */
    static List<Option> all(String none, String chosen, Collection<String> values, Function<String, String> named) {
        var options = new ArrayList<Option>();
        options.add(new Option("", none, chosen.isEmpty()));
        values.stream()
                .map(value -> new Option(value, named.apply(value), value.equals(chosen)))
                .sorted(Comparator.comparing(Option::name).thenComparing(Option::value))
                .forEach(options::add);
        return options;
    }
}
