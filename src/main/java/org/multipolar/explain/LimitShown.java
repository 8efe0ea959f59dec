package org.multipolar.explain;

/**
 * A limit as it stands in the mix.
 *
 * @param owner law, house, buyer or structure
 * @param left what the mix reaches where it is closest to the limit
 * @param right what the limit allows or asks
 * @param relation at most, at least or exactly
 * @param binding whether one step more would break it
 * @param worth what one step of relief would add to the score, or null where it was not computed
 */
public record LimitShown(
        String id,
        String owner,
        String title,
        String source,
        String demand,
        long left,
        String relation,
        long right,
        boolean binding,
        @org.jspecify.annotations.Nullable Long worth) {}
