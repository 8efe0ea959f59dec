package org.multipolar.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.multipolar.rulebook.CaseFile;
import org.multipolar.rulebook.Field;
import org.multipolar.rulebook.Rulebook;

/**
 * What came of the cases of a file, in the shape that is printed and served.
 *
 * @param digest SHA-256 over the rules that judged
 */
public record CaseReport(List<CaseResult> results, int passed, int failed, int notCovered, String digest) {

    /**
     * One case's verdict and findings.
     *
     * @param passed whether verdict and named rules are as expected; null where nothing is expected
     * @param notCovered rules the case names that the rulebook does not have
     * @param covered false where no rules were read for the country of operation
     * @param openGaps what the rulebook declares not to encode for the country of operation, its data and sector
     */
    public record CaseResult(
            String id,
            String asOf,
            String verdict,
            String expected,
            List<FindingShown> findings,
            boolean passed,
            List<String> notCovered,
            boolean covered,
            List<GapShown> openGaps) {}

    /** {@return the report; a case that names a rule which is not there counts as not covered, neither passed nor failed} */
    public static CaseReport of(List<CaseFile.Result> results, Rulebook rulebook) {
        var shown = results.stream()
                .map(result -> new CaseResult(
                        result.expectation().id(),
                        result.expectation().asOf().toString(),
                        result.judgement().verdict().word(),
                        result.expectation().expected(),
                        result.judgement().findings().stream()
                                .map(FindingShown::of)
                                .toList(),
                        result.passed(),
                        result.notCovered(),
                        covered(result.expectation(), rulebook),
                        gaps(result.expectation(), rulebook)))
                .toList();
        int uncovered = (int) shown.stream()
                .filter(each -> !each.passed() && !each.notCovered().isEmpty())
                .count();
        int passed = (int) shown.stream().filter(CaseResult::passed).count();
        return new CaseReport(shown, passed, shown.size() - passed - uncovered, uncovered, rulebook.digest());
    }

    private static boolean covered(CaseFile.Expectation given, Rulebook rulebook) {
        var country = given.facts().one(Field.OPERATING_COUNTRY);
        return country.isEmpty() || rulebook.covers(country);
    }

    private static List<GapShown> gaps(CaseFile.Expectation given, Rulebook rulebook) {
        var country = given.facts().one(Field.OPERATING_COUNTRY);
        if (country.isEmpty()) {
            return List.of();
        }
        return rulebook
                .gapsFor(
                        country,
                        List.of(
                                given.facts().one(Field.DATA_SENSITIVITY),
                                given.facts().one(Field.SECTOR)))
                .stream()
                .map(gap -> GapShown.of(gap, List.of()))
                .toList();
    }

    /** {@return the counts, with only those cases spelt out that did not pass} */
    public String summary() {
        var lines = results.stream()
                .filter(each -> !each.passed())
                .map(each -> line(each) + "\n")
                .collect(Collectors.joining());
        return lines + counts();
    }

    public String text() {
        var lines = results.stream().map(CaseReport::line).collect(Collectors.joining("\n"));
        return lines + "\n" + counts();
    }

    private String counts() {
        return "%d passed, %d failed, %d not covered%n".formatted(passed, failed, notCovered);
    }

    private static String line(CaseResult result) {
        var state = result.passed()
                ? "ok"
                : result.notCovered().isEmpty() ? "FAILED" : "not covered " + result.notCovered();
        var expected = result.expected().isEmpty() || result.expected().equals(result.verdict())
                ? ""
                : " (expected " + result.expected() + ")";
        var findings = result.findings().stream()
                .map(each -> each.rule() + (each.certain() ? "" : "?"))
                .collect(Collectors.joining(" "));
        var open = result.covered() ? "" : "  (country not covered: only rules of worldwide scope judged)";
        return "%-12s %-40s %s%s  %s%s".formatted(state, result.id(), result.verdict(), expected, findings, open);
    }
}
