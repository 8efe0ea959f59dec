package org.multipolar.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.multipolar.catalog.BadInput;
import org.multipolar.rulebook.CaseFile;
import org.multipolar.rulebook.Rulebook;

/** The cases that lie beside the rules. */
public final class Cases {

    private Cases() {}

    /** {@return what came of every case in a rules' folder, file by file} */
    public static List<CaseFile.Result> judge(Map<String, byte[]> files, Rulebook rulebook) {
        var results = new ArrayList<CaseFile.Result>();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".cases.yaml")) {
                results.addAll(CaseFile.read(path, bytes).orThrow().judge(rulebook));
            }
        });
        return results;
    }

    /** Refuses a rules' folder of which one case fails. */
    static void mustPass(Map<String, byte[]> files, Rulebook rulebook) {
        files.forEach((path, bytes) -> {
            if (path.endsWith(".cases.yaml")) {
                CaseFile.read(path, bytes).orThrow().judge(rulebook).stream()
                        .filter(result -> !result.passed())
                        .findFirst()
                        .ifPresent(failed -> refuse(path, failed));
            }
        });
    }

    private static void refuse(String path, CaseFile.Result failed) {
        var given = failed.expectation();
        var found = failed.judgement().findings().stream()
                .map(finding -> finding.rule().id())
                .toList();
        throw new BadInput(
                path,
                given.line(),
                given.id(),
                "the case fails: the verdict is %s by %s, expected is %s with %s and without %s."
                        .formatted(
                                failed.judgement().verdict().word(),
                                found,
                                given.expected().isEmpty() ? "any" : given.expected(),
                                given.mustName(),
                                given.mustNotName()),
                failed.notCovered().isEmpty()
                        ? "the rule changed what the case was written for; `rules test` runs them all."
                        : "no rule is called " + failed.notCovered() + ".");
    }
}
