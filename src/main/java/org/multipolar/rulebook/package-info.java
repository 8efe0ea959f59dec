/**
 * Constraint law as data: rules that a lawyer can read, dated, cited, judged in three values by Drools.
 *
 * <p>A {@link org.multipolar.rulebook.Case} is one candidate used in one country and served from one place. Rules are
 * DRL files in the house form, which {@link org.multipolar.rulebook.Linter} enforces:
 * conditions over the case's fields, then one call on {@code findings}. What fired is a set, so order cannot matter.
 *
 * <p>Decided: the engine sees each case with every condition on an unknown fact taken as holding; what fires is asked once
 * more with those conditions taken as failing, and is certain if it holds still, else open. Conditions have no negation of
 * their own (each has a negative twin instead), so this is Kleene's logic without a truth type.
 *
 * <p>Decided: dates are checked outside Drools, by the rule cards, because Drools' own effective dates exclude the first
 * instant, follow the session's clock and drop rules silently.
 *
 * <p>Decided: a rule file is read three times over by different eyes in the tests, because one reading could be wrong
 * alike for years: by the engine ({@link org.multipolar.rulebook.Network}), by {@link
 * org.multipolar.rulebook.ReferenceRulebook}, and by Drools' own compiler.
 *
 * <p>Three doors: {@link org.multipolar.rulebook.Rulebook} judges; {@link org.multipolar.rulebook.Analysis} tells the owner
 * what to look at; {@link org.multipolar.rulebook.RulebookChanges} compares two folders.
 */
@NullMarked
package org.multipolar.rulebook;

import org.jspecify.annotations.NullMarked;
