package org.multipolar.advice;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.Candidates;
import org.multipolar.catalog.Question;
import org.multipolar.rulebook.Finding;

/** Where each rule fires among the candidates of a question. */
public final class Firings {

    private Firings() {}

    /**
     * How often a rule fires in one demand.
     *
     * @param certain candidates on which it fires whatever is unknown
     * @param open candidates on which it would fire for some value of an unknown fact
     * @param candidates all candidates of the demand
     */
    public record Fired(String buyer, String demand, int certain, int open, int candidates) {

        private Fired plus(Finding finding) {
            return new Fired(
                    buyer,
                    demand,
                    certain + (finding.certain() ? 1 : 0),
                    open + (finding.certain() ? 0 : 1),
                    candidates);
        }
    }

    /** {@return per rule id its firings by demand, in order of demand; rules that fire nowhere are absent} */
    public static Map<String, List<Fired>> of(Snapshot snapshot, Question question) {
        var assessor = new Assessor(snapshot, question);
        var byRule = new TreeMap<String, Map<String, Fired>>();
        for (var demand : question.buyer().demands()) {
            var candidates = Candidates.of(snapshot.world(), question.buyer(), demand);
            var none = new Fired(question.buyer().id(), demand.id(), 0, 0, candidates.size());
            for (var judgement : assessor.judge(candidates, assessor.setting())) {
                judgement.findings().forEach(finding -> byRule.computeIfAbsent(
                                finding.rule().id(), any -> new TreeMap<>())
                        .compute(demand.id(), (id, sofar) -> (sofar == null ? none : sofar).plus(finding)));
            }
        }
        var firings = new TreeMap<String, List<Fired>>();
        byRule.forEach((rule, fired) -> firings.put(rule, List.copyOf(fired.values())));
        return firings;
    }
}
