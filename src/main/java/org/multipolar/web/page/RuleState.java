package org.multipolar.web.page;

import java.time.LocalDate;
import java.util.Locale;
import org.multipolar.explain.RuleShown;

/** Where a rule stands in time. */
enum RuleState {
    IN_FORCE,
    COMING,
    ENDED,
    /** It holds only where a scenario switches it on. */
    PROPOSED;

    static RuleState of(RuleShown rule, LocalDate day) {
        if (rule.switchedOff()) {
            return PROPOSED;
        }
        if (!rule.from().isEmpty() && LocalDate.parse(rule.from()).isAfter(day)) {
            return COMING;
        }
        return !rule.until().isEmpty() && LocalDate.parse(rule.until()).isBefore(day) ? ENDED : IN_FORCE;
    }

    /** {@return the word that addresses and messages use} */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
