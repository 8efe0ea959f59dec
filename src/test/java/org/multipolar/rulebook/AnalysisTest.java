package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.rulebook.Remarks.TODAY;
import static org.multipolar.rulebook.Remarks.remarks;

import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.rulebook.Remark.Kind;

/** What the rules say of themselves: whether those that ship are sound, and in which order it is said. */
class AnalysisTest {

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

    @Test
    void remarks_stand_in_order_with_file_and_line() {
        var rules = new SmallRules()
                .rule("B", "oblige", "", "flags.has(\"x\"), flags.lacks(\"x\")")
                .rule("A", "oblige", "", "flags.has(\"x\"), flags.lacks(\"x\")");

        assertThat(remarks(rules.folder()))
                .isSorted()
                .filteredOn(remark -> remark.kind() == Kind.NEVER_FIRES)
                .extracting(remark -> remark.id() + " " + remark.file() + ":" + remark.line())
                .containsExactly("A small.drl:18", "B small.drl:6");
    }
}
