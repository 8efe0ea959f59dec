package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.rulebook.Remarks.TODAY;

import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.rulebook.Remark.Kind;

/** What the shipped rules say of themselves: whether they are sound. */
class ShippedAnalysisTest {

    @Test
    void nothing_in_the_shipped_rules_is_at_fault() {
        assertThat(Analysis.of(Shipped.snapshot().rulebook(), TODAY))
                .filteredOn(remark -> remark.kind().fault())
                .isEmpty();
    }

    @Test
    void the_shipped_rules_all_say_when_they_were_checked() {
        assertThat(Analysis.of(Shipped.snapshot().rulebook(), TODAY))
                .extracting(Remark::kind)
                .doesNotContain(Kind.NO_REVIEW_DAY);
    }
}
