package org.multipolar.explain;

import org.jspecify.annotations.Nullable;

/**
 * One member of a smallest set that cannot hold together: without it the others can.
 *
 * @param id a limit; or a rule or need {@code @} the demand whose candidates it keeps out, with {@code :evidence} behind
 *     where only a paper is missing
 * @param owner law, house, buyer or fact
 * @param locked whether nothing that the buyer may do removes it
 * @param need what it asks, in words
 * @param have what the other members leave, in words
 * @param unit of both figures: percent, suppliers, contracts, origins, micro-USD or Mtok; empty where it has none
 * @param needs what it asks, or null where it has no figure
 * @param has the best that the other members leave, or null where it has no figure
 * @param settledBy who may remove it, and how
 */
public record ClashMember(
        String id,
        String owner,
        String title,
        String source,
        String demand,
        boolean locked,
        String need,
        String have,
        String unit,
        @Nullable Long needs,
        @Nullable Long has,
        String settledBy) {}
