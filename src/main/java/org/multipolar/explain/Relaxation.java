package org.multipolar.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way out of a clash: changes after which there is a mix, and what the best one then scores and costs.
 *
 * @param limit the members changed, joined by {@code +}
 * @param owner whose they are, joined likewise
 * @param what the changes in words, with score and cost
 */
public record Relaxation(String limit, String owner, String what, List<Change> changes, long score, long costMicroUsd) {

    /**
     * One change.
     *
     * @param kind widen, drop, switch-off, evidence or need
     * @param from what the limit says today in its unit, or null where it has no figure
     * @param to what it would have to say, or null likewise
     */
    public record Change(
            String limit,
            String owner,
            String demand,
            String kind,
            @Nullable Long from,
            @Nullable Long to,
            String unit,
            String what) {}

    public Relaxation {
        changes = List.copyOf(changes);
    }
}
