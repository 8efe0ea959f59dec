package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause;

/**
 * All that a portfolio problem is stated from, so that it can be stated again with something changed.
 *
 * @param assessments every demand's candidates in id order, buyable or not, by demand id
 * @param clauses the limits of buyer and question
 * @param kept candidates that stay in the problem though others beat them, as {@link #key}
 * @param values further scores of candidates, as {@link #key}: only who is no worse in any of them beats another
 */
public record Statement(
        Buyer buyer,
        Grouping grouping,
        RuleNumbers numbers,
        Map<String, List<Assessment>> assessments,
        List<LimitClause> clauses,
        Set<String> kept,
        Map<String, List<Long>> values) {

    /** Over which candidates a problem is stated, and how tightly. */
    public enum Over {
        /** What may be bought; rows say what other rows imply, which makes it quick to solve. */
        BUYABLE,
        /** The same with those too that others beat, which no best mix holds. */
        EVERY_BUYABLE,
        /** What may be bought, but no row relies on another, so that each limit may be widened or dropped alone. */
        EACH_LIMIT_ALONE,
        /** As before over all candidates; a row for each {@link Barrier} forbids what may not be bought. */
        EVERY_CANDIDATE
    }

    public Statement {
        assessments = java.util.Collections.unmodifiableMap(new TreeMap<>(assessments));
        clauses = List.copyOf(clauses);
        kept = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(kept));
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public Statement(
            Buyer buyer,
            Grouping grouping,
            RuleNumbers numbers,
            Map<String, List<Assessment>> assessments,
            List<LimitClause> clauses) {
        this(buyer, grouping, numbers, assessments, clauses, Set.of(), Map.of());
    }

    /** {@return how {@link #kept} names a candidate} */
    public static String key(String demand, Assessment assessment) {
        return demand + " | " + assessment.candidate().id();
    }

    /** {@return the same where candidates count in several ways: none is left out that is best in one of them} */
    public Statement valued(Map<String, List<Long>> others) {
        return new Statement(buyer, grouping, numbers, assessments, clauses, kept, others);
    }

    public PortfolioProblem problem(Over over) {
        return new ProblemBuilder(buyer, grouping, numbers, over).build(this);
    }

    /** {@return the same over some of its candidates} */
    public Statement among(Predicate<Assessment> some) {
        var chosen = new TreeMap<String, List<Assessment>>();
        assessments.forEach(
                (demand, all) -> chosen.put(demand, all.stream().filter(some).toList()));
        return new Statement(buyer, grouping, numbers, chosen, clauses, kept, values);
    }

    /** {@return the same with every assessment changed} */
    public Statement changed(UnaryOperator<Assessment> change) {
        var changed = new TreeMap<String, List<Assessment>>();
        assessments.forEach(
                (demand, all) -> changed.put(demand, all.stream().map(change).toList()));
        return new Statement(buyer, grouping, numbers, changed, clauses, kept, values);
    }

    /** {@return the same with a candidate, in place of that of the same id, and kept in the problem} */
    public Statement with(Assessment other) {
        var demand = other.candidate().demand().id();
        var keep = new LinkedHashSet<>(kept);
        keep.add(key(demand, other));
        var changed = new TreeMap<>(assessments);
        var all = new ArrayList<>(changed.getOrDefault(demand, List.of()));
        all.removeIf(each -> each.candidate().id().equals(other.candidate().id()));
        all.add(other);
        all.sort(Comparator.comparing(each -> each.candidate().id()));
        changed.put(demand, all);
        return new Statement(buyer, grouping, numbers, changed, clauses, keep, values);
    }

    /** {@return the same in which nothing is left out that others beat} */
    public Statement keepingAll() {
        var keep = new LinkedHashSet<>(kept);
        assessments.forEach((demand, all) -> all.forEach(each -> keep.add(key(demand, each))));
        return new Statement(buyer, grouping, numbers, assessments, clauses, keep, values);
    }

    /** {@return the same over the choices of a problem alone, all of which stay: what others beat is left out for good} */
    public Statement choosing(PortfolioProblem stated) {
        var chosen = new TreeMap<String, List<Assessment>>();
        var keep = new LinkedHashSet<>(kept);
        for (var part : stated.parts()) {
            var demand = part.demand().id();
            var all = part.choices().stream().map(Choice::assessment).toList();
            all.forEach(each -> keep.add(key(demand, each)));
            chosen.put(demand, all);
        }
        return new Statement(buyer, grouping, numbers, chosen, clauses, keep, values);
    }
}
