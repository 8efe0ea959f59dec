package org.multipolar.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Candidates;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.World;
import org.multipolar.rulebook.CandidateFacts;
import org.multipolar.rulebook.Effect;
import org.multipolar.rulebook.Facts;
import org.multipolar.rulebook.Judgement;
import org.multipolar.rulebook.ReachTable;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.rulebook.Verdict;

/**
 * What is said of a candidate as far as it may be bought.
 *
 * @param restricting ids of rules that restrict or might, open ones among them
 * @param helping ids of rules that surely add to its score
 * @param fits whether it meets the hard needs of its demand
 * @param covered languages of the demand that it counts for
 */
record Seen(Verdict verdict, Set<String> restricting, Set<String> helping, boolean fits, Set<String> covered) {

    /** Rules read nothing but facts and day, so that what they said of some holds for all the same. */
    static final class Judge {
        private final Rulebook rulebook;
        private final Map<Rulebook.Setting, Map<Facts, Judgement>> known = new HashMap<>();

        Judge(Rulebook rulebook) {
            this.rulebook = rulebook;
        }

        private Map<Facts, Judgement> of(List<Facts> facts, Rulebook.Setting setting) {
            var of = known.computeIfAbsent(setting, any -> new HashMap<>());
            var fresh = facts.stream()
                    .filter(each -> !of.containsKey(each))
                    .distinct()
                    .toList();
            var judged = rulebook.judge(fresh, setting);
            for (int i = 0; i < fresh.size(); i++) {
                of.put(fresh.get(i), judged.get(i));
            }
            return of;
        }
    }

    boolean bought() {
        return fits && verdict.buyable();
    }

    /**
     * {@return whether it is bought only where the other is, no rule that spoke of the other falls silent, and it is credited
     * with nothing more}
     *
     * <p>A duty whose ground went unknown is listed as open; it counts as spoken.
     */
    boolean noMoreAllowedThan(Seen other) {
        return (!bought() || other.bought())
                && (!verdict.buyable() || other.verdict.buyable())
                && restricting.containsAll(other.restricting)
                && other.helping.containsAll(helping)
                && other.covered.containsAll(covered);
    }

    /** {@return all candidates of a question, by demand, offer and then place} */
    static Map<String, Map<String, Seen>> of(Snapshot snapshot, Question question, Judge judge) {
        var buyer = question.buyer();
        var world = snapshot.world();
        var setting = new Rulebook.Setting(
                question.asOf(), buyer.policy().switchedOff().keySet(), Set.of());
        var members = snapshot.rulebook().words("eu27", question.asOf());
        var facts = new CandidateFacts(buyer, new ReachTable(world, members, question.asOf()));
        var fit = new Fit(snapshot.abilities(), new FirstSeen(world), question, new Barriers(world, question));
        var candidates = new ArrayList<Candidate>();
        buyer.demands().forEach(demand -> candidates.addAll(Candidates.of(world, buyer, demand)));
        var of = new LinkedHashMap<Candidate, List<Facts>>();
        candidates.forEach(each -> of.put(each, facts.of(each)));
        var judged = judge.of(of.values().stream().flatMap(List::stream).toList(), setting);
        var seen = new TreeMap<String, Map<String, Seen>>();
        of.forEach((candidate, sets) -> {
            var judgement = Assessor.strictest(
                    sets.stream().map(each -> World.known(judged, each)).toList());
            seen.computeIfAbsent(candidate.demand().id() + " " + candidate.offer(), any -> new TreeMap<>())
                    .put(candidate.id(), seen(snapshot, candidate, judgement, fit));
        });
        return seen;
    }

    private static Seen seen(Snapshot snapshot, Candidate candidate, Judgement judgement, Fit fit) {
        var restricting = new TreeSet<String>();
        var helping = new TreeSet<String>();
        judgement.findings().forEach(each -> {
            if (each.rule().effect() != Effect.PREFER) {
                restricting.add(each.rule().id());
            } else if (each.certain()) {
                helping.add(each.rule().id());
            }
        });
        var covered = candidate.demand().languages().stream()
                .map(language -> language.code())
                .filter(code ->
                        snapshot.languages().level(candidate.model().id(), code).covers())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Seen(
                judgement.verdict(),
                restricting,
                helping,
                fit.failures(candidate).isEmpty(),
                covered);
    }
}
