package org.multipolar.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.multipolar.rulebook.CaseFile;
import org.multipolar.rulebook.RuleCard;

/** A lawyer's case that speaks of a rule: what is given, and whether the rule must fire on it. */
public record CaseShown(
        String id,
        String asOf,
        String verdict,
        boolean fires,
        String why,
        List<String> switchedOn,
        String file,
        int line) {

    /** {@return the cases that name a rule: those beside its file first, then those that span files} */
    static List<CaseShown> about(RuleCard card, Map<String, byte[]> files) {
        var beside = card.file().replaceFirst("\\.drl$", ".cases.yaml");
        return files.entrySet().stream()
                .filter(file -> file.getKey().equals(beside) || file.getKey().startsWith("cases/"))
                .sorted(Comparator.comparing(file -> !file.getKey().equals(beside)))
                // A file at fault is told by rules test; a reader of the rule need not trip over it.
                .flatMap(file -> CaseFile.read(file.getKey(), file.getValue())
                        .fold(cases -> of(cases, card.id()), fault -> List.<CaseShown>of())
                        .stream())
                .toList();
    }

    private static List<CaseShown> of(CaseFile file, String rule) {
        return file.cases().stream()
                .filter(each ->
                        each.mustName().contains(rule) || each.mustNotName().contains(rule))
                .map(each -> new CaseShown(
                        each.id(),
                        each.asOf().toString(),
                        each.expected(),
                        each.mustName().contains(rule),
                        each.why(),
                        each.switchedOn().stream().sorted().toList(),
                        file.file(),
                        each.line()))
                .toList();
    }
}
