package org.multipolar.portfolio;

import java.util.List;
import org.multipolar.rulebook.RuleCard;

/**
 * A named bound that a portfolio must keep, with who set it and on what ground.
 *
 * @param owner who may relax it
 * @param source citation, rule id or the buyer's reason
 * @param measure in which unit it is stated
 * @param rows numbers of the problem's rows that state it
 */
public record Limit(
        String id, Owner owner, String title, String source, String demand, Measure measure, List<Integer> rows) {

    /** Who set a limit. */
    public enum Owner {
        /** A rule that states law; it cannot be relaxed. */
        LAW,
        /** A house rule that a buyer may switch off with a reason. */
        HOUSE,
        /** The buyer's own policy or limit. */
        BUYER,
        /** What is known of the world, such as a day of release. */
        FACT,
        /** What makes the shares a portfolio at all. */
        STRUCTURE;

        /** {@return who sets what a rule says} */
        public static Owner of(RuleCard rule) {
            return rule.kind().equals("policy") || rule.status().equals("policy-default") ? HOUSE : LAW;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Limit {
        rows = List.copyOf(rows);
    }
}
