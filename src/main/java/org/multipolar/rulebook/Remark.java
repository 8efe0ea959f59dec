package org.multipolar.rulebook;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something about the rules that their owner should look at.
 *
 * @param id the rule or parameter it is about
 * @param other the rule it has to do with, or empty
 * @param text what was seen, with values; a second line begins "Maybe" where something may help
 */
public record Remark(Kind kind, String id, String other, String file, int line, String text)
        implements Comparable<Remark> {

    private static final Comparator<Remark> ORDER =
            Comparator.comparing(Remark::kind).thenComparing(Remark::id).thenComparing(Remark::other);

    /** What is remarked, the gravest first. */
    public enum Kind {
        NEVER_FIRES("No known facts on any day make it fire", true),
        ALWAYS_MASKED("Wherever it fires, an exclusion fires as well", true),
        CONTRADICTS("Two rules pull one candidate apart", true),
        REVIEW_DUE("Nobody checked its source for too long", false),
        PARAMETER_DUE("Somebody was to look at its value again", false),
        NO_REVIEW_DAY("Nobody can tell when its source was checked", false);

        private final String title;
        private final boolean fault;

        Kind(String title, boolean fault) {
            this.title = title;
            this.fault = fault;
        }

        public String title() {
            return title;
        }

        /** {@return whether the rules themselves are wrong, rather than due to be looked at} */
        public boolean fault() {
            return fault;
        }

        /** {@return the word that answers use} */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Remark of(Kind kind, RuleCard rule, String other, String text) {
        return new Remark(kind, rule.id(), other, rule.file(), rule.line(), text);
    }

    @Override
    public int compareTo(Remark other) {
        return ORDER.compare(this, other);
    }
}
