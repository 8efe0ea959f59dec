package org.multipolar.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Picks offers, candidates or countries by their fields: every field named must match, with any one of its values.
 *
 * @param fields values by field; no field matches all
 */
public record Where(Map<Field, List<String>> fields) {

    /** Matches whatever there is. */
    public static final Where ALL = new Where(Map.of());

    /** What can be asked of an offer, or of a candidate, which has a demand too. */
    public enum Field {
        OFFER("offer"),
        MODEL("model"),
        FAMILY("family"),
        SUPPLIER("supplier"),
        ORIGIN("origin"),
        PARENT("parent"),
        PARENT_ORIGIN("parent_origin"),
        HOST("host"),
        OPERATOR("operator"),
        HOST_ORIGIN("host_origin"),
        PLACE("place"),
        ROUTING("routing"),
        OPENNESS("openness"),
        LICENCE("licence"),
        LINEAGE("lineage"),
        ACCESS_MODE("access_mode"),
        RELEASED_AFTER("released_after"),
        INCUMBENT("incumbent"),
        DEMAND("demand"),
        REGION("region"),
        OPERATING_COUNTRY("operating_country"),
        AUDIENCE("audience"),
        DATA_SENSITIVITY("data_sensitivity"),
        SECTOR("sector");

        private static final Set<Field> OF_DEMAND =
                Set.of(DEMAND, REGION, OPERATING_COUNTRY, AUDIENCE, DATA_SENSITIVITY, SECTOR);

        private final String word;

        Field(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** {@return whether it asks about the demand and not about the offer} */
        public boolean ofDemand() {
            return OF_DEMAND.contains(this);
        }
    }

    public Where {
        var sorted = new TreeMap<Field, List<String>>();
        fields.forEach((field, values) -> sorted.put(field, List.copyOf(values)));
        fields = Collections.unmodifiableMap(sorted);
    }

    /** {@return the values asked of a field; none where it is not asked} */
    public List<String> of(Field field) {
        return fields.getOrDefault(field, List.of());
    }

    /** {@return the fields and values in words} */
    public String words() {
        var parts = fields.entrySet().stream()
                .map(each -> each.getKey().word().replace('_', ' ') + " " + String.join(" or ", each.getValue()))
                .toList();
        return parts.isEmpty() ? "everything" : String.join(", ", parts);
    }
}
