/**
 * Constraint law as data: rules that a lawyer can read, dated, cited, judged in three values by Drools.
 *
 * <p>A {@link org.multipolar.rulebook.Case} is one candidate used in one country and served from one place. Rules are
 * DRL files in the house form, which {@link org.multipolar.rulebook.Linter} enforces before any compiler sees them:
 * conditions over the case's fields, then one call on {@code findings}. What fired is a set, so order cannot matter.
 *
 * <p>Decided: an unknown fact is judged by asking each rule twice, once with every condition on an unknown fact taken as
 * failing and once as holding, because conditions have no negation of their own (each has a negative twin instead): what
 * fires the first time is certain, what fires only the second time is open. This is Kleene's logic without a truth type.
 *
 * <p>Decided: dates are checked outside Drools, by the rule cards, because Drools' own effective dates exclude the first
 * instant, follow the session's clock and drop rules silently.
 *
 * <p>Decided: rules are compiled at run time in the classic way, because it reports a fault with the line of the DRL.
 */
@NullMarked
package org.multipolar.rulebook;

import org.jspecify.annotations.NullMarked;
