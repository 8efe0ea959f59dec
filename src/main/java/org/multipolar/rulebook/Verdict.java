package org.multipolar.rulebook;

import java.util.List;

/** What the law and policy in force say of a candidate. */
public enum Verdict {
    EXCLUDED,
    UNRESOLVED,
    CONDITIONAL,
    ALLOWED;

    /** {@return the verdict that a set of findings folds into; order cannot matter} */
    public static Verdict of(List<Finding> findings) {
        if (findings.stream().anyMatch(each -> each.certain() && each.rule().effect() == Effect.EXCLUDE)) {
            return EXCLUDED;
        }
        if (findings.stream().anyMatch(each -> !each.certain() && each.rule().effect() == Effect.EXCLUDE)) {
            return UNRESOLVED;
        }
        return findings.stream().anyMatch(Verdict::conditions) ? CONDITIONAL : ALLOWED;
    }

    private static boolean conditions(Finding finding) {
        return finding.certain()
                && !finding.rule().baseline()
                && switch (finding.rule().effect()) {
                    case OBLIGE, CAP, REQUIRE -> true;
                    case EXCLUDE, PENALISE, PREFER -> false;
                };
    }

    /** {@return whether a candidate with this verdict may be bought} */
    public boolean buyable() {
        return this == CONDITIONAL || this == ALLOWED;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
