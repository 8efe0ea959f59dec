package org.multipolar.rulebook;

/**
 * How a case is looked at: under the parameters of a day, with unknown facts taken as failing or as holding.
 *
 * @param unknownHolds whether a condition on an unknown fact counts as met
 */
record Lens(ParametersOfDay parameters, boolean unknownHolds) {}
