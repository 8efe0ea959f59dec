package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.multipolar.portfolio.Limit;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.portfolio.Statement;

/** Finds the limits that held shares break: those of them that shares and contracts alone decide. */
final class Broken {

    private Broken() {}

    static List<WhatIf.Broken> by(Standpoint point, List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        return by(point.inquiry().problem(Statement.Over.EVERY_BUYABLE), pieces, false);
    }

    /**
     * {@return the same where a problem is stated over the mix alone}
     *
     * <p>Then every supplier, origin and contract that can be counted is used, so that limits on their number are looked at too.
     */
    static List<WhatIf.Broken> by(PortfolioProblem ofMix, List<Piece> pieces) {
        return by(ofMix, pieces, true);
    }

    static List<WhatIf.Broken> by(PortfolioProblem problem, List<Piece> pieces, boolean allUsed) {
        var values = new HashMap<Integer, Long>();
        var held = new HashMap<String, Integer>();
        pieces.forEach(piece -> held.put(Mixes.key(piece), piece.steps()));
        problem.parts().forEach(part -> part.choices()
                .forEach(choice -> values.put(choice.variable(), (long) held.getOrDefault(
                        part.demand().id() + " | " + choice.candidate().id(), 0))));
        problem.contracts()
                .forEach((operator, variable) -> values.put(
                        variable,
                        pieces.stream().anyMatch(each -> each.assessment()
                                        .candidate()
                                        .operator()
                                        .equals(operator))
                                ? 1L
                                : 0L));
        var broken = new TreeMap<String, Limit>();
        for (var row : problem.problem().rows()) {
            boolean known = allUsed || row.terms().stream().allMatch(term -> values.containsKey(term.variable()));
            var limit = problem.limits().get(row.limit());
            if (!known || limit == null || limit.owner() == Limit.Owner.STRUCTURE) {
                continue;
            }
            long sum = row.terms().stream()
                    .mapToLong(term -> term.factor() * values.getOrDefault(term.variable(), 1L))
                    .sum();
            if (sum < row.lower() || sum > row.upper()) {
                broken.put(limit.id(), limit);
            }
        }
        var shown = new ArrayList<WhatIf.Broken>();
        broken.values().forEach(each -> shown.add(new WhatIf.Broken(each.id(), each.title(), each.source())));
        return shown;
    }
}
