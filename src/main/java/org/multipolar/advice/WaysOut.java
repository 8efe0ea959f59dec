package org.multipolar.advice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.Explainer;
import org.multipolar.explain.Relaxation;
import org.multipolar.explain.Relaxation.Change;
import org.multipolar.portfolio.Limit;
import org.multipolar.portfolio.Outcome;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Problem;
import org.multipolar.portfolio.Reworked;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;

/**
 * Finds the cheapest ways out of clashes: the smallest changes after which the whole question has a mix.
 *
 * <p>Which members to change follows Reiter's tree of hitting sets: take a member out of a clash; where another clash
 * remains, take a member out of that too; sets that contain one that is enough fall away. Then each limit taken out is put
 * back as tight as it can stand. What is found is stated and solved anew before it is told: exclusions lifted may bring a
 * house cap back that was set aside.
 */
final class WaysOut {

    /** Sets looked at from one start; more would be a list that nobody reads. */
    private static final int MOST_SETS = 24;
    /** How many changes more than the fewest a way may take. */
    private static final int MORE_CHANGES = 1;
    /** Ways told. */
    private static final int MOST_WAYS = 8;

    private final Conflicts conflicts;
    private final Solver solver;

    WaysOut(Conflicts conflicts, Solver solver) {
        this.conflicts = conflicts;
        this.solver = solver;
    }

    /** {@return ways out of all conflicts at once: fewest changes first, then the best score, then the lowest cost} */
    List<Relaxation> from(List<Conflicts.Conflict> found) {
        var ways = new ArrayList<Relaxation>();
        var clashes = new ArrayList<List<String>>();
        for (var start : starts(found)) {
            for (var changed : enough(conflicts.whole(), start, clashes)) {
                var way = confirmed(changed);
                if (way != null && ways.stream().noneMatch(each -> each.limit().equals(way.limit()))) {
                    ways.add(way);
                }
            }
        }
        ways.sort(Comparator.comparingInt((Relaxation way) -> way.changes().size())
                .thenComparing(way -> -way.score())
                .thenComparing(Relaxation::costMicroUsd)
                .thenComparing(Relaxation::limit));
        return ways.stream().limit(MOST_WAYS).toList();
    }

    /** Each way out of one conflict, with the first way out of each other. */
    private List<Set<String>> starts(List<Conflicts.Conflict> found) {
        var ways = found.stream()
                .map(conflict ->
                        enough(conflict.field(), new TreeSet<>(), new ArrayList<>(List.of(conflict.members()))))
                .toList();
        var starts = new ArrayList<Set<String>>();
        if (ways.stream().anyMatch(List::isEmpty)) {
            return starts; // one of them is law or fact alone
        }
        for (int i = 0; i < ways.size(); i++) {
            for (var way : ways.get(i)) {
                Set<String> start = new TreeSet<>(way);
                for (int j = 0; j < ways.size(); j++) {
                    if (j != i) {
                        start.addAll(ways.get(j).get(0));
                    }
                }
                if (!starts.contains(start)) {
                    starts.add(start);
                }
            }
        }
        return starts;
    }

    /**
     * {@return sets of members without which a field has a mix, none within another}
     *
     * @param start what is out already
     * @param clashes those known of the field; what is found is added
     */
    private List<Set<String>> enough(Reworked field, Set<String> start, List<List<String>> clashes) {
        var enough = new ArrayList<Set<String>>();
        var seen = new ArrayList<Set<String>>();
        var open = new ArrayDeque<Set<String>>();
        open.add(start);
        int most = Integer.MAX_VALUE;
        for (int looked = 0; looked < MOST_SETS && !open.isEmpty(); looked++) {
            var out = open.remove();
            if (enough.stream().anyMatch(out::containsAll)) {
                continue;
            }
            // Sets of one size follow those of the size before, so nothing that grows from one this large is looked at.
            if (out.size() >= most) {
                if (conflicts.feasibility().holds(field.without(out))) {
                    enough.add(out);
                }
                continue;
            }
            var clash = clash(field, out, clashes);
            if (clash.isEmpty()) {
                most = Math.min(most, out.size() + MORE_CHANGES);
                enough.add(out);
                continue;
            }
            for (var member : clash) {
                Set<String> more = new TreeSet<>(out);
                more.add(member);
                if (!conflicts.locked(field.limit(member)) && !seen.contains(more)) {
                    seen.add(more);
                    open.add(more);
                }
            }
        }
        return enough;
    }

    /** A clash that these members do not break, a known one where there is: to find one anew takes many questions. */
    private List<String> clash(Reworked field, Set<String> out, List<List<String>> clashes) {
        for (var known : clashes) {
            if (known.stream().noneMatch(out::contains)) {
                return known;
            }
        }
        var found = conflicts.smallest(field.without(out));
        if (!found.isEmpty()) {
            clashes.add(found);
        }
        return found;
    }

    /** States and solves the question with these changes; null where that has no mix after all. */
    private @Nullable Relaxation confirmed(Set<String> changed) {
        var wider = widths(changed);
        var statement = conflicts.statement();
        for (var id : changed) {
            var barrier = conflicts.barriers().get(id);
            if (barrier != null) {
                statement = statement.changed(barrier::lifted);
            }
        }
        boolean barriersAlone = changed.stream().allMatch(conflicts.barriers()::containsKey);
        var stated = statement.problem(barriersAlone ? Statement.Over.BUYABLE : Statement.Over.EACH_LIMIT_ALONE);
        var field = Reworked.of(stated);
        for (var id : changed) {
            var width = wider.get(id);
            if (stated.limits().containsKey(id)) {
                field = width == null ? field.without(List.of(id)) : field.wider(id, width);
            }
        }
        return solver.solve(field.problem(), stated.ties())
                .fold(
                        optimal -> way(changed, wider, stated, optimal.solution()),
                        none -> null,
                        open -> open.best().isEmpty()
                                ? null
                                : way(changed, wider, stated, open.best().get(0)));
    }

    /** By how much each limit must be wider, the earlier settled before the later; what has no width is dropped. */
    private Map<String, Long> widths(Set<String> changed) {
        var widths = new TreeMap<String, Long>();
        for (var id : changed) {
            var limit = conflicts.whole().limit(id);
            var field = conflicts.whole();
            for (var other : changed) {
                var width = widths.get(other);
                if (!other.equals(id)) {
                    field = width == null ? field.without(List.of(other)) : field.wider(other, width);
                }
            }
            var least = conflicts.feasibility().least(field, limit);
            if (least != null) {
                widths.put(id, least);
            }
        }
        return widths;
    }

    private Relaxation way(
            Set<String> changed, Map<String, Long> wider, PortfolioProblem stated, Outcome.Solution mix) {
        var changes = changed.stream()
                .map(id -> change(id, wider.get(id), stated, mix))
                .toList();
        long cost = Explainer.cost(conflicts.statement().buyer(), stated, mix.values())
                .totalMicroUsd();
        return new Relaxation(
                String.join(" + ", changed),
                String.join(
                        " + ", changes.stream().map(Change::owner).distinct().toList()),
                "%s; the best mix then scores %d and costs %s"
                        .formatted(
                                String.join(
                                        "; ", changes.stream().map(Change::what).toList()),
                                mix.score(),
                                org.multipolar.portfolio.Measure.usd(cost)),
                changes,
                mix.score(),
                cost);
    }

    private Change change(String id, @Nullable Long width, PortfolioProblem stated, Outcome.Solution mix) {
        var barrier = conflicts.barriers().get(id);
        if (barrier != null) {
            var bought = stated.bought(mix.values()).stream()
                    .filter(choice -> choice.candidate().demand().id().equals(barrier.demand()))
                    .map(choice -> choice.candidate().id())
                    .filter(candidate ->
                            conflicts.statement().assessments().getOrDefault(barrier.demand(), List.of()).stream()
                                    .anyMatch(each -> each.candidate().id().equals(candidate) && barrier.against(each)))
                    .toList();
            return BarrierWords.change(barrier, bought);
        }
        var limit = conflicts.whole().limit(id);
        return widened(limit, width, conflicts.whole().problem());
    }

    private static Change widened(Limit limit, @Nullable Long width, Problem problem) {
        var measure = limit.measure();
        var from = ClashWriter.asked(problem.rows(), limit);
        boolean most = problem.rows().stream()
                .filter(row -> row.limit().equals(limit.id()))
                .filter(row -> Reworked.bounds(row, measure))
                .anyMatch(row -> row.lower() == Long.MIN_VALUE);
        var to = width == null || from == null ? null : Long.valueOf(most ? from + width : from - width);
        var house = limit.owner() == Limit.Owner.HOUSE
                ? " (a house rule, which the buyer may set aside with a reason)"
                : "";
        return new Change(
                limit.id(),
                limit.owner().word(),
                limit.demand(),
                to == null ? "drop" : "widen",
                from,
                to,
                measure.unit().word(),
                (to == null || from == null
                                ? "%s: dropped".formatted(limit.title())
                                : "%s: %s %s instead of %s"
                                        .formatted(
                                                limit.title(),
                                                most ? "at most" : "at least",
                                                measure.words(to),
                                                measure.words(from)))
                        + house);
    }
}
