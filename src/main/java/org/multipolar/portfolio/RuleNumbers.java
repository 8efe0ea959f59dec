package org.multipolar.portfolio;

import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The numbers that rules turn on, as they stand on the day of a question.
 *
 * @param value a parameter's number
 * @param superpowers countries outside which a floor may ask for shares
 */
public record RuleNumbers(ToLongFunction<String> value, Set<String> superpowers) {}
