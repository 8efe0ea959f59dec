package org.multipolar.portfolio.drawn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.multipolar.catalog.Demand;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.RuleCard;

/**
 * The caps of the house, as rules found on every candidate; critical demands keep an open part besides.
 *
 * @param numbers percent by what is bounded
 */
record House(Map<String, Long> numbers) {

    private static final Map<String, Long> SHIPPED = Map.of(
            "origin", 60L, "supplier", 50L, "operator", 60L, "lineage", 60L, "model", 50L, "distinct-origins", 2L);
    private static final List<Long> OPEN_FLOORS = List.of(10L, 20L, 30L);

    static House drawn(Random random) {
        var numbers = new LinkedHashMap<>(new java.util.TreeMap<>(SHIPPED));
        numbers.put("open", OPEN_FLOORS.get(random.nextInt(OPEN_FLOORS.size())));
        return new House(java.util.Collections.unmodifiableMap(numbers));
    }

    /** {@return the number of a parameter: pol-KEY-cap, or pol-KEY} */
    long number(String parameter) {
        return numbers.getOrDefault(parameter.replaceFirst("^pol-", "").replaceFirst("-cap$", ""), 0L);
    }

    List<Finding> findings(Demand demand) {
        var findings = new ArrayList<Finding>();
        numbers.keySet().forEach(key -> {
            if (!key.equals("open") || demand.critical()) {
                findings.add(finding(key));
            }
        });
        return findings;
    }

    private static Finding finding(String key) {
        boolean floor = key.equals("open") || key.equals("distinct-origins");
        var card = new RuleCard(
                "POL-" + key.toUpperCase(java.util.Locale.ROOT),
                "A bound of the house on " + key,
                floor ? Effect.REQUIRE : Effect.CAP,
                "policy",
                "policy-default",
                LocalDate.EPOCH,
                null,
                true,
                "",
                List.of(new RuleCard.Bound(key, "pol-" + key)),
                "",
                "",
                "",
                false,
                List.of(),
                "house-policy",
                "",
                List.of("house-policy"),
                true,
                "high",
                "",
                List.of(),
                Map.of(),
                "drawn.drl",
                1);
        return new Finding(card, true, List.of());
    }
}
