package org.multipolar.advice;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.explain.ClashMember;
import org.multipolar.explain.Relaxation;
import org.multipolar.portfolio.Solver;
import org.multipolar.portfolio.Statement;

/**
 * Why no mix exists, and the ways out.
 *
 * @param clash a smallest set that cannot hold together; empty where a mix exists
 * @param others clashes of other demands, which share no member with it
 * @param saying what there is to say of the ways out where there are none
 */
record Impasse(List<ClashMember> clash, List<List<ClashMember>> others, List<Relaxation> relaxations, String saying) {

    static final Impasse NONE = new Impasse(List.of(), List.of(), List.of(), "");

    Impasse {
        clash = List.copyOf(clash);
        others = List.copyOf(others);
        relaxations = List.copyOf(relaxations);
    }

    static Impasse of(Statement statement, Solver solver) {
        var conflicts = new Conflicts(statement, solver);
        var empty = conflicts.withoutCandidates();
        var found = conflicts.find();
        var writer = new ClashWriter(conflicts);
        var clashes = new ArrayList<List<ClashMember>>();
        empty.forEach(demand -> clashes.add(List.of(ClashWriter.emptyCatalogue(demand))));
        found.forEach(conflict -> clashes.add(writer.members(conflict)));
        if (clashes.isEmpty()) {
            return NONE;
        }
        var ways = empty.isEmpty() ? new WaysOut(conflicts, solver).from(found) : List.<Relaxation>of();
        return new Impasse(clashes.get(0), clashes.subList(1, clashes.size()), ways, saying(clashes, ways));
    }

    private static String saying(List<List<ClashMember>> clashes, List<Relaxation> ways) {
        for (var clash : clashes) {
            if (clash.stream().allMatch(ClashMember::locked)) {
                return "%s: nothing that the buyer may change helps."
                        .formatted(
                                clash.stream().allMatch(member -> member.owner().equals("law"))
                                        ? "All of %s is law".formatted(ids(clash))
                                        : "All of %s is law or fact".formatted(ids(clash)));
            }
        }
        return ways.isEmpty() ? "No way out was found within the work allowed." : "";
    }

    private static List<String> ids(List<ClashMember> clash) {
        return clash.stream().map(ClashMember::id).toList();
    }
}
