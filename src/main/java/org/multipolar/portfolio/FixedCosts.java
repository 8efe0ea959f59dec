package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.multipolar.catalog.Buyer;
import org.multipolar.portfolio.Problem.Term;

/**
 * What contracts cost besides tokens, in micro-USD a month.
 *
 * @param terms per contract its fixed cost, less the exit cost that keeping an incumbent saves
 * @param constant the exit costs of all incumbents, which keeping them gives back
 */
public record FixedCosts(List<Term> terms, long constant) {

    public FixedCosts {
        terms = List.copyOf(terms);
    }

    static FixedCosts of(Buyer buyer, Map<String, Integer> contracts) {
        var terms = new ArrayList<Term>();
        contracts.forEach((operator, variable) -> {
            long fixed = fixed(buyer, operator) - buyer.incumbents().getOrDefault(operator, 0L);
            if (fixed != 0) {
                terms.add(new Term(variable, fixed));
            }
        });
        long exits =
                buyer.incumbents().values().stream().mapToLong(Long::longValue).sum();
        return new FixedCosts(terms, exits);
    }

    /** {@return micro-USD a month that using an operator or a site costs at all} */
    public static long fixed(Buyer buyer, String operator) {
        return buyer.sites().stream()
                .filter(site -> operator.equals("site:" + site.id()))
                .mapToLong(site -> site.fixedCost())
                .findFirst()
                .orElse(buyer.policy().contractCost());
    }
}
