package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.rulebook.Effect;

/**
 * Leaves out candidates that no best mix can hold, because others are alike in everything a limit can see and better.
 *
 * <p>Candidates are alike when maker, owner, operator, places, lineage, openness, languages covered, the caps and floors found
 * on them and what forbids them agree. Among alike candidates of one model the best is enough: what another holds can move to it. Of different
 * models three better ones are enough where a model may hold at least half of a demand and a lot is at most a tenth. The
 * three hold at most 20 - n steps when the left-out one holds n. For n up to 6 one of them has room for all n, since
 * 3(11 - n) + n is more than 20; for n of 7 or more the two with most room have (20 + 2n) / 3 or more together and n / 2 or
 * more each, which takes n in two parts of at least two steps. Moving keeps every sum a limit looks at and raises the score, or
 * lowers the cost, or comes earlier in the order of ties.
 */
final class Dominance {

    private static final int ENOUGH_MODELS = 3;

    private final boolean acrossModels;
    private final boolean scored;
    private final Map<String, List<Long>> values;
    private final boolean eachOffer;
    private final Set<String> named = new TreeSet<>();

    /**
     * @param lot smallest lot in steps
     * @param modelCap largest share of a demand that the house lets one model have, in percent
     * @param clauses limits written by buyer and question: one on models or offers would see the difference
     * @param values further scores of candidates, by {@link Statement#key}
     * @param scored whether scores count; they do not where it is only asked whether a mix exists
     */
    Dominance(int lot, long modelCap, List<LimitClause> clauses, boolean scored, Map<String, List<Long>> values) {
        this.values = values;
        this.scored = scored;
        this.acrossModels = lot <= 2 && modelCap >= 50 && clauses.stream().noneMatch(clause -> clause.on() == On.MODEL);
        var onOffers =
                clauses.stream().filter(clause -> clause.on() == On.OFFER).toList();
        this.eachOffer = onOffers.stream().anyMatch(clause -> clause.of().isEmpty());
        onOffers.forEach(clause -> named.addAll(clause.of()));
    }

    /**
     * {@return the candidates worth a variable, in their order}
     *
     * @param keep those that are asked about, however others beat them
     */
    List<Assessment> worthwhile(List<Assessment> buyable, Predicate<Assessment> keep) {
        var groups = new LinkedHashMap<String, List<Assessment>>();
        buyable.forEach(each ->
                groups.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each));
        var kept = new TreeSet<String>();
        groups.values().forEach(group -> group.stream()
                .filter(each -> keep.test(each) || !dominated(each, group))
                .forEach(each -> kept.add(each.candidate().id())));
        return buyable.stream()
                .filter(each -> kept.contains(each.candidate().id()))
                .toList();
    }

    private boolean dominated(Assessment assessment, List<Assessment> group) {
        var better = new TreeSet<String>();
        for (var other : group) {
            if (beats(other, assessment)) {
                better.add(other.candidate().model().id());
            }
        }
        return better.contains(assessment.candidate().model().id()) || (acrossModels && better.size() >= ENOUGH_MODELS);
    }

    private boolean beats(Assessment one, Assessment other) {
        long cost = cost(one) - cost(other);
        long score = scored ? one.score() - other.score() : 0;
        if (cost > 0 || score < 0 || !noWorse(one, other)) {
            return false;
        }
        return score > 0
                || cost < 0
                || one.candidate().id().compareTo(other.candidate().id()) < 0;
    }

    private List<Long> valuesOf(Assessment assessment) {
        var key = Statement.key(assessment.candidate().demand().id(), assessment);
        return values.getOrDefault(key, List.of());
    }

    private boolean noWorse(Assessment one, Assessment other) {
        var ours = valuesOf(one);
        var theirs = valuesOf(other);
        for (int i = 0; i < theirs.size(); i++) {
            if (ours.isEmpty() || ours.get(i) < theirs.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static long cost(Assessment assessment) {
        return assessment.candidate().priced() ? assessment.candidate().monthlyCost() : 0;
    }

    private String key(Assessment assessment) {
        Candidate candidate = assessment.candidate();
        if (eachOffer || named.contains(candidate.offer()) || named.contains(candidate.id())) {
            return candidate.id();
        }
        var bounds = assessment.findings().stream()
                .filter(finding -> finding.certain()
                        && (finding.rule().effect() == Effect.CAP
                                || finding.rule().effect() == Effect.REQUIRE))
                .map(finding -> finding.rule().id())
                .sorted(Comparator.naturalOrder())
                .toList();
        return String.join(
                "|",
                candidate.supplier().id(),
                candidate.operator(),
                candidate.hostOrigin(),
                candidate.access().word(),
                candidate.routing().word(),
                candidate.places().toString(),
                candidate.model().lineage().toString(),
                candidate.model().openness().word(),
                assessment.languagesCovered().toString(),
                bounds.toString(),
                Barrier.of(assessment).stream().map(Barrier::id).toList().toString());
    }
}
