package org.multipolar.enabler;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every unit's scores by one method.
 *
 * @param units by code
 */
public record Index(Method method, Map<String, UnitScore> units) {

    public Index {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
    }

    public List<String> enablers() {
        return method.enablers();
    }

    public @Nullable UnitScore unit(String code) {
        return units.get(code);
    }

    /** {@return the units in the ranking, best first} */
    public List<UnitScore> ranking() {
        return units.values().stream()
                .filter(unit -> unit.rank() != null)
                .sorted(java.util.Comparator.comparingInt(Index::place).thenComparing(UnitScore::unit))
                .toList();
    }

    /** {@return how strong a country, or the bloc it is scored with, is in making models; null where unknown} */
    public @Nullable Double making(String country, boolean memberScoredWithBloc) {
        var own = units.get(country);
        if (own == null) {
            return null;
        }
        var bloc = own.memberOf() == null ? null : units.get(own.memberOf());
        return (memberScoredWithBloc && bloc != null ? bloc : own).making().score();
    }

    /** {@return how strong a country is in serving models; null where unknown} */
    public @Nullable Double serving(String country) {
        var unit = units.get(country);
        return unit == null ? null : unit.serving().score();
    }

    private static int place(UnitScore unit) {
        return unit.rank() == null ? Integer.MAX_VALUE : unit.rank();
    }
}
