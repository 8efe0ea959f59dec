package org.multipolar.catalog;

import java.time.LocalDate;
import java.util.List;

/** One question: which mix should this buyer have, under the law and data of this day. */
public record Question(Buyer buyer, LocalDate asOf, List<LimitClause> extraLimits) {

    public Question {
        extraLimits = List.copyOf(extraLimits);
    }
}
