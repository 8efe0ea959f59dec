/**
 * How well a candidate suits its demand, criterion by criterion.
 *
 * <p>Start at {@link org.multipolar.suitability.Rating}: it weighs six {@link
 * org.multipolar.suitability.Criterion criteria} of a candidate and gives a {@link
 * org.multipolar.suitability.Suitability}. What is costly to know is computed once per world: the {@link
 * org.multipolar.suitability.AbilityScale} links all tests on one scale, the {@link
 * org.multipolar.suitability.LanguageEvidence} says what is known of each model and language.
 *
 * <p>Decided: tests are linked by a one-factor linear model over the models they share, because a plain mean rewards
 * whoever sat the easy tests only.
 *
 * <p>Decided: quality is the prudent end of ability (one standard error below), because few tests must not pay; a model
 * nobody evaluated independently takes the lowest known of its openness and size class and nothing from its relatives.
 *
 * <p>Decided: prices and abilities are mapped between fixed, dated goalposts and never between the candidates at hand,
 * because removing one offer must not rescore the others.
 *
 * <p>Decided: the weighted mean is computed in doubles with {@code StrictMath} and rounded once, half-even, to
 * ten-thousandths; the contributions are split so that they add up to it exactly.
 */
@NullMarked
package org.multipolar.suitability;

import org.jspecify.annotations.NullMarked;
