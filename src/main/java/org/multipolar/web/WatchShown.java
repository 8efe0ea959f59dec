package org.multipolar.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Watch;

/**
 * A standing question as it stands.
 *
 * @param asks advice or review
 * @param review the review whose question it asks, or null
 * @param state quiet, raised or ended
 * @param asOf day of the latest answer that differed from the one before
 * @param cause what raised it; empty while it is quiet
 * @param diff what differs from the accepted answer; null while it is quiet
 * @param history everything that happened, oldest first
 */
public record WatchShown(
        String id,
        String buyer,
        String asks,
        @Nullable String review,
        String state,
        String asOf,
        List<String> cause,
        @Schema(ref = "AnyJson") @Nullable JsonNode diff,
        List<Happened> history) {

    /**
     * One thing that happened.
     *
     * @param record id of its record
     * @param how gone, superseded, accepted or ended, where something was resolved; else null
     * @param raised record of what was resolved, or null
     */
    public record Happened(
            String kind,
            String record,
            String at,
            String by,
            @Nullable String how,
            @Nullable String raised,
            List<String> cause) {

        static Happened of(Entry entry) {
            return new Happened(
                    entry.kind(),
                    entry.id(),
                    entry.at().toString(),
                    entry.by(),
                    entry.text("how"),
                    entry.text("raised"),
                    Watches.causesOf(entry));
        }
    }

    static WatchShown of(Watch watch, List<Entry> entries) {
        var raised = watch.raised();
        return new WatchShown(
                watch.id(),
                watch.buyer(),
                String.valueOf(watch.created().text("asks")),
                watch.review(),
                watch.ended() ? "ended" : raised == null ? "quiet" : "raised",
                String.valueOf(watch.last().text("asOf")),
                raised == null ? List.of() : Watches.causesOf(raised),
                raised == null ? null : raised.body().path("diff"),
                entries.stream().map(Happened::of).toList());
    }
}
