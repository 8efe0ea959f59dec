package org.multipolar.explain;

/**
 * One member of a smallest set that cannot hold together.
 *
 * @param locked whether it comes from law and cannot be relaxed
 * @param need what it asks
 * @param have what there is
 */
public record ClashMember(
        String id,
        String owner,
        String title,
        String source,
        String demand,
        boolean locked,
        String need,
        String have) {}
