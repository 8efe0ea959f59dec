package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.multipolar.rulebook.Remark.Kind;

/** What is remarked of small rules, with the parameters that the program asks for. */
final class Remarks {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final String FROM_2026 = "@from( \"2026-01-01\" )";
    static final String PARAMETERS =
            """
            parameters:
              - parameter: review-after-months
                title: Months
                unit: count
                values: [{from: null, value: 12, sources: [house-policy]}]
              - parameter: review-after-months-low-confidence
                title: Months
                unit: count
                values: [{from: null, value: 6, sources: [house-policy]}]
              - parameter: more
                title: A larger number
                unit: percent
                values:
                  - {from: null, value: 40, sources: [house-policy]}
                  - {from: 2026-03-01, value: 41, sources: [house-policy]}
            """;

    private Remarks() {}

    /** {@return one rule; quotes within its conditions may be single} */
    static SmallRules rule(String annotations, String conditions) {
        return new SmallRules().rule("R", "oblige", annotations, conditions.replace('\'', '"'));
    }

    static List<String> seen(Kind kind, SmallRules rules) {
        return seen(kind, rules.folder());
    }

    static List<String> seen(Kind kind, Map<String, byte[]> files) {
        files.put("parameters/review.yaml", SmallRules.bytes(PARAMETERS));
        return ids(kind, files);
    }

    static List<Remark> remarks(Map<String, byte[]> files) {
        files.put("parameters/review.yaml", SmallRules.bytes(PARAMETERS));
        return Analysis.of(RulebookReader.read(files).orThrow(), TODAY);
    }

    static List<String> ids(Kind kind, Map<String, byte[]> files) {
        return Analysis.of(RulebookReader.read(files).orThrow(), TODAY).stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.other().isEmpty() ? remark.id() : remark.id() + " by " + remark.other())
                .toList();
    }
}
