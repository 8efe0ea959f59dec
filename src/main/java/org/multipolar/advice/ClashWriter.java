package org.multipolar.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.ClashMember;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Barrier;
import org.multipolar.portfolio.Limit;
import org.multipolar.portfolio.Measure;
import org.multipolar.portfolio.Problem.Row;

/** Says of each member of a clash whose it is, what it asks, and what the others leave. */
final class ClashWriter {

    private final Conflicts conflicts;

    ClashWriter(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    List<ClashMember> members(Conflicts.Conflict conflict) {
        return conflict.members().stream().map(id -> member(conflict, id)).toList();
    }

    private ClashMember member(Conflicts.Conflict conflict, String id) {
        var barrier = conflicts.barriers().get(id);
        return barrier == null ? limit(conflict, conflict.field().limit(id)) : barrier(barrier);
    }

    private ClashMember limit(Conflicts.Conflict conflict, Limit limit) {
        var measure = limit.measure();
        var field = conflict.field().only(conflict.members());
        var rows = field.bounds(limit.id());
        var least = rows.isEmpty() && measure.unit() != Measure.Unit.LOT
                ? null
                : conflicts.feasibility().least(field, limit);
        var needs = asked(conflict.field().problem().rows(), limit);
        boolean most = !rows.isEmpty() && rows.get(0).lower() == Long.MIN_VALUE;
        var has = least == null || needs == null ? null : Long.valueOf(most ? needs + least : needs - least);
        return new ClashMember(
                limit.id(),
                limit.owner().word(),
                limit.title(),
                limit.source(),
                limit.demand(),
                conflicts.locked(limit),
                needs == null ? limit.title() : (most ? "at most " : "at least ") + measure.words(needs),
                has == null
                        ? "nothing that the other members leave"
                        : (most ? "at least " : "at most ") + measure.words(has) + nothing(has, most),
                measure.unit().word(),
                needs,
                has,
                settledBy(limit));
    }

    private static String nothing(long has, boolean most) {
        return has == 0 && !most ? ": nothing that the other members leave counts towards it" : "";
    }

    /** {@return what a limit says in its own unit, or null where it says no figure} */
    static @Nullable Long asked(List<Row> all, Limit limit) {
        var measure = limit.measure();
        var rows = all.stream().filter(row -> row.limit().equals(limit.id())).toList();
        if (measure.unit() == Measure.Unit.LOT) {
            return rows.stream()
                    .filter(row -> row.lower() == 0)
                    .flatMap(row -> row.terms().stream())
                    .filter(term -> term.factor() < 0)
                    .map(term -> measure.down(-term.factor()))
                    .findFirst()
                    .orElse(null);
        }
        for (var row : rows) {
            if (org.multipolar.portfolio.Reworked.bounds(row, measure)) {
                return row.lower() == Long.MIN_VALUE ? measure.down(row.upper()) : measure.up(row.lower());
            }
        }
        return null;
    }

    private static String settledBy(Limit limit) {
        return switch (limit.owner()) {
            case LAW -> "nobody: it is law";
            case HOUSE -> "the buyer, who may switch the house rule off with a reason";
            case BUYER, STRUCTURE -> "the buyer";
            case FACT -> "nobody";
        };
    }

    private ClashMember barrier(Barrier barrier) {
        var limit = conflicts.whole().limit(barrier.id());
        var all = conflicts.statement().assessments().getOrDefault(barrier.demand(), List.of());
        long against = all.stream().filter(barrier::against).count();
        long left = all.stream().filter(Assessment::buyable).count();
        return new ClashMember(
                barrier.id(),
                limit.owner().word(),
                limit.title(),
                limit.source(),
                limit.demand(),
                barrier.locked(),
                need(barrier),
                "%d of %d candidates fall under it; %d may be bought as things stand"
                        .formatted(against, all.size(), left),
                "",
                null,
                null,
                settledBy(barrier));
    }

    private static String need(Barrier barrier) {
        return switch (barrier.kind()) {
            case EXCLUSION -> "nothing of what it excludes";
            case EVIDENCE -> "evidence: " + barrier.why();
            case NEED -> "more than: " + barrier.why();
            case RELEASE -> "models on offer that day: " + barrier.why();
        };
    }

    private static String settledBy(Barrier barrier) {
        return switch (barrier.kind()) {
            case EXCLUSION ->
                barrier.locked() ? "nobody: it is law" : "the buyer, who may switch the house rule off with a reason";
            case EVIDENCE -> barrier.why();
            case NEED -> "the buyer, who may ask less of a model";
            case RELEASE -> "a later day";
        };
    }

    /** {@return the one member where the catalogue offers nothing at all for a demand} */
    static ClashMember emptyCatalogue(String demand) {
        return new ClashMember(
                "fit:catalogue@" + demand,
                "fact",
                "The catalogue offers something for the demand",
                "profiles",
                demand,
                true,
                "a catalogue with offers",
                "no candidate",
                "",
                null,
                null,
                "a catalogue with offers");
    }
}
