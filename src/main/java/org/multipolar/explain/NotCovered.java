package org.multipolar.explain;

import java.util.List;

/** A country of operation for which no pack of rules was read: only rules of worldwide scope judged there. */
public record NotCovered(String country, List<String> demands) {

    /** {@return the sentence that a reader sees} */
    public String text() {
        return "%s is not covered: no rules were read for it, so only rules of worldwide scope (licences, sanctions, suppliers' terms) judged. Nothing here says that local law allows it."
                .formatted(country);
    }
}
