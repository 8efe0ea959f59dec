package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.rulebook.Remarks.remarks;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.multipolar.rulebook.Remark.Kind;

/** In which order it is said what the rules say of themselves. */
class AnalysisTest {

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

    @Test
    void the_gravest_comes_first_then_id_then_the_other_rule() {
        var remarks = Stream.of(
                        new Remark(Kind.REVIEW_DUE, "A", "", "a.drl", 1, ""),
                        new Remark(Kind.CONTRADICTS, "B", "Z", "a.drl", 1, ""),
                        new Remark(Kind.CONTRADICTS, "B", "Y", "b.drl", 2, ""),
                        new Remark(Kind.CONTRADICTS, "A", "Z", "a.drl", 1, ""),
                        new Remark(Kind.NEVER_FIRES, "Z", "", "a.drl", 1, ""))
                .sorted()
                .map(remark -> remark.kind().word() + " " + remark.id() + remark.other())
                .toList();

        assertThat(remarks)
                .containsExactly("never-fires Z", "contradicts AZ", "contradicts BY", "contradicts BZ", "review-due A");
    }

    @Test
    void what_is_due_is_no_fault_of_the_rules() {
        assertThat(Kind.values())
                .filteredOn(Kind::fault)
                .containsExactly(Kind.NEVER_FIRES, Kind.ALWAYS_MASKED, Kind.CONTRADICTS);
        assertThat(Kind.values())
                .extracting(Kind::title)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void of_a_rule_only_the_gravest_is_said() {
        var dead = "flags.has(\"x\"), flags.lacks(\"x\")";
        var rules = new SmallRules()
                .rule("EXCLUDES", "exclude", "", "flags.has(\"y\")")
                .rule("DEAD", "prefer", "", dead)
                .rule("MASKED", "prefer", "", "flags.has(\"y\")")
                .rule("PENALISES", "penalise", "@weight( \"low\" )", "flags.has(\"y\") || flags.has(\"z\")");

        assertThat(remarks(rules.folder()))
                .filteredOn(remark -> remark.kind().fault())
                .extracting(remark -> remark.kind().word() + " " + remark.id())
                .containsExactly("never-fires DEAD", "always-masked MASKED");
    }
}
