package org.multipolar.catalog;

import java.util.List;

/**
 * A paper a buyer holds: dated, owned, and good for the flag it supports.
 *
 * @param operators operators it speaks of; empty for all
 * @param suppliers suppliers it speaks of; empty for all
 * @param demands demands it speaks of; empty for all
 */
public record Evidence(
        String flag,
        List<String> operators,
        List<String> suppliers,
        List<String> demands,
        String owner,
        String dated,
        String note) {

    public Evidence {
        operators = List.copyOf(operators);
        suppliers = List.copyOf(suppliers);
        demands = List.copyOf(demands);
    }

    public boolean covers(String demand, String operator, String supplier) {
        return (demands.isEmpty() || demands.contains(demand))
                && (operators.isEmpty() || operators.contains(operator))
                && (suppliers.isEmpty() || suppliers.contains(supplier));
    }
}
