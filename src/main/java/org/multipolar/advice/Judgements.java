package org.multipolar.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.multipolar.catalog.Availability;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Evidence;
import org.multipolar.catalog.Reach;
import org.multipolar.catalog.World;
import org.multipolar.rulebook.Judgement;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.rulebook.Verdict;

/**
 * What the rules said of candidates, kept as long as neither the law nor anything that rules ask about changes: scenarios that
 * move prices, weights or limits judge nothing again.
 *
 * <p>Safe for use by many threads. Belongs to one rulebook.
 */
public final class Judgements {

    private static final int LAWS_KEPT = 24;

    /** All that decides a judgement besides the candidate itself. */
    private record Law(
            Rulebook.Setting setting,
            List<Reach> reach,
            List<Availability> availability,
            String seat,
            String ownership,
            String type,
            List<String> flags,
            List<Evidence> papers) {

        static Law of(Rulebook.Setting setting, World world, Buyer buyer) {
            return new Law(
                    setting,
                    world.reach(),
                    world.availability(),
                    buyer.seat(),
                    buyer.ownership(),
                    buyer.type(),
                    buyer.flags(),
                    buyer.evidence());
        }
    }

    /** Stands where a candidate is still to be judged. */
    private static final Judgement UNJUDGED = new Judgement(Verdict.UNRESOLVED, List.of());

    private record Known(Candidate candidate, Judgement judgement) {}

    private final Map<Law, Map<String, Known>> byLaw = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Law, Map<String, Known>> eldest) {
            return size() > LAWS_KEPT;
        }
    };

    /**
     * {@return the judgement on each candidate}
     *
     * @param judge judges those that are not known
     */
    List<Judgement> of(
            List<Candidate> candidates,
            Rulebook.Setting setting,
            World world,
            Buyer buyer,
            Function<List<Candidate>, List<Judgement>> judge) {
        var known = known(Law.of(setting, world, buyer));
        var judgements = new ArrayList<Judgement>(Collections.nCopies(candidates.size(), UNJUDGED));
        var missing = new ArrayList<Integer>();
        synchronized (known) {
            for (int i = 0; i < candidates.size(); i++) {
                var kept = known.get(key(candidates.get(i)));
                if (kept != null && same(kept.candidate(), candidates.get(i))) {
                    judgements.set(i, kept.judgement());
                } else {
                    missing.add(i);
                }
            }
        }
        if (missing.isEmpty()) {
            return judgements;
        }
        var fresh = judge.apply(missing.stream().map(candidates::get).toList());
        synchronized (known) {
            for (int at = 0; at < fresh.size(); at++) {
                int i = missing.get(at);
                judgements.set(i, fresh.get(at));
                known.put(key(candidates.get(i)), new Known(candidates.get(i), fresh.get(at)));
            }
        }
        return judgements;
    }

    private synchronized Map<String, Known> known(Law law) {
        return byLaw.computeIfAbsent(law, any -> new HashMap<>());
    }

    private static String key(Candidate candidate) {
        return candidate.demand().id() + " | " + candidate.id();
    }

    /** Prices and volumes are nothing that rules ask about. */
    private static boolean same(Candidate one, Candidate other) {
        var demand = other.demand();
        return one.model().equals(other.model())
                && one.supplier().equals(other.supplier())
                && one.access() == other.access()
                && one.host().equals(other.host())
                && one.operator().equals(other.operator())
                && one.hostOrigin().equals(other.hostOrigin())
                && one.places().equals(other.places())
                && one.routing() == other.routing()
                && Objects.equals(one.site(), other.site())
                && one.demand()
                        .sized(demand.inputMtok(), demand.outputMtok(), demand.weight())
                        .equals(demand);
    }
}
