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
        var strictest = ALLOWED;
        for (var finding : findings) {
            var verdict = of(finding);
            strictest = verdict.compareTo(strictest) < 0 ? verdict : strictest;
        }
        return strictest;
    }

    /** The verdicts stand from the strictest to the loosest, so that the strictest finding decides. */
    private static Verdict of(Finding finding) {
        if (finding.rule().effect() == Effect.EXCLUDE) {
            return finding.certain() ? EXCLUDED : UNRESOLVED;
        }
        return conditions(finding) ? CONDITIONAL : ALLOWED;
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
