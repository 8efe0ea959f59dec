package org.multipolar.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper a buyer holds: dated, owned, and good for the flag it supports from its date to its end, both days included.
 *
 * @param operators operators it speaks of; empty for all
 * @param suppliers suppliers it speaks of; empty for all
 * @param demands demands it speaks of; empty for all
 * @param until last day it is good for, or null while it is
 */
public record Evidence(
        String flag,
        List<String> operators,
        List<String> suppliers,
        List<String> demands,
        String owner,
        LocalDate dated,
        @Nullable LocalDate until,
        String note) {

    public Evidence {
        operators = List.copyOf(operators);
        suppliers = List.copyOf(suppliers);
        demands = List.copyOf(demands);
    }

    /** {@return whether it is good for a demand's candidate on a day} */
    public boolean covers(String demand, String operator, String supplier, LocalDate day) {
        return !day.isBefore(dated)
                && (until == null || !day.isAfter(until))
                && (demands.isEmpty() || demands.contains(demand))
                && (operators.isEmpty() || operators.contains(operator))
                && (suppliers.isEmpty() || suppliers.contains(supplier));
    }
}
