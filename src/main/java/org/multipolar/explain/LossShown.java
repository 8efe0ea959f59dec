package org.multipolar.explain;

import java.util.List;

/**
 * The worst single loss of a kind: what it takes, what keeps running, and who could take over.
 *
 * @param lost percent of the demand that stops
 * @param keeps percent that keeps running
 * @param frozen percent that keeps running on open weights whose maker is lost, and so is updated no more
 * @param couldTakeOver best buyable offers that the loss does not touch, shown and not assumed
 */
public record LossShown(String of, String is, int lost, int keeps, int frozen, List<String> couldTakeOver) {}
