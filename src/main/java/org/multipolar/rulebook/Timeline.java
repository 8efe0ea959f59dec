package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.multipolar.catalog.World;

/** The days on which what rules ask for or are bound by changes, and what can hold on each. Not thread-safe. */
final class Timeline {

    private final Vocabulary vocabulary;
    private final Map<String, Parameter> parameters;
    private final Map<LocalDate, Satisfiability> days = new HashMap<>();
    private final Map<HouseRule, List<LocalDate>> turns = new HashMap<>();

    Timeline(Rulebook rulebook) {
        this.vocabulary = Vocabulary.of(rulebook.rules());
        this.parameters = rulebook.parameters();
    }

    Satisfiability on(LocalDate day) {
        return days.computeIfAbsent(day, any -> new Satisfiability(vocabulary, parameters, day));
    }

    /** {@return one day of each spell of a window in which nothing changes that the rules ask for, in order} */
    List<LocalDate> spells(Window window, Provision... provisions) {
        var starts = new TreeSet<LocalDate>();
        for (var provision : provisions) {
            starts.addAll(turns(provision));
        }
        var first = first(window, starts);
        starts.removeIf(day -> !window.includes(day));
        starts.add(first);
        return List.copyOf(starts);
    }

    /** A window without a first day begins before anything changed. */
    private static LocalDate first(Window window, SortedSet<LocalDate> starts) {
        if (window.from() != null) {
            return window.from();
        }
        var before = starts.isEmpty() ? LocalDate.EPOCH : starts.first().minusDays(1);
        return window.until() != null && window.until().isBefore(before) ? window.until() : before;
    }

    private List<LocalDate> turns(Provision provision) {
        return turns.computeIfAbsent(provision.rule(), rule -> {
            var days = new TreeSet<LocalDate>();
            rule.when().asks().filter(ask -> ask.asked().ofParameter()).forEach(ask -> {
                days.addAll(changes(ask.word()));
                // Asked of the day itself, the answer changes on the parameter's day.
                if (ask.field() == Field.AS_OF) {
                    parameter(ask.word())
                            .values()
                            .forEach(each ->
                                    days.add(LocalDate.parse(each.words().get(0))));
                }
            });
            provision.card().bounds().forEach(bound -> days.addAll(changes(bound.parameter())));
            return List.copyOf(days);
        });
    }

    private List<LocalDate> changes(String parameter) {
        var days = new ArrayList<LocalDate>();
        for (var value : parameter(parameter).values()) {
            if (value.from() != null) {
                days.add(value.from());
            }
        }
        return days;
    }

    private Parameter parameter(String id) {
        return World.known(parameters, id);
    }
}
