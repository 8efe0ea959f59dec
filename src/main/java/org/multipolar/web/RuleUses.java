package org.multipolar.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advisor;
import org.multipolar.advice.Firings;
import org.multipolar.advice.MixDiff;
import org.multipolar.advice.RuleCost;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Question;
import org.multipolar.portfolio.solve.Decomposition;
import org.multipolar.rulebook.RuleCard;

/** Where rules fire among the shipped buyers' candidates, and what they cost there. Safe for use by many threads. */
@Singleton
public class RuleUses {

    /** The firings of all rules under one snapshot on one day. */
    private record Known(List<String> digests, LocalDate day, Map<String, List<Firings.Fired>> byRule) {}

    private final Answers answers;
    private @Nullable Known known;

    @Inject
    RuleUses(Answers answers) {
        this.answers = answers;
    }

    /** {@return the demands of shipped buyers on whose candidates a rule fires; worked out once a day for all rules} */
    List<Firings.Fired> firings(Snapshot snapshot, RuleCard card, LocalDate day) {
        return answers.heavy(() -> firings(snapshot, day)).getOrDefault(card.id(), List.of());
    }

    private synchronized Map<String, List<Firings.Fired>> firings(Snapshot snapshot, LocalDate day) {
        var digests = new ArrayList<>(
                List.of(snapshot.world().digest(), snapshot.rulebook().digest()));
        snapshot.buyers().values().forEach(buyer -> digests.add(buyer.digest()));
        var last = known;
        if (last != null && last.digests().equals(digests) && last.day().equals(day)) {
            return last.byRule();
        }
        var all = new TreeMap<String, List<Firings.Fired>>();
        for (var buyer : snapshot.buyers().values()) {
            Firings.of(snapshot, new Question(buyer, day, List.of()))
                    .forEach((rule, fired) ->
                            all.computeIfAbsent(rule, any -> new ArrayList<>()).addAll(fired));
        }
        known = new Known(digests, day, all);
        return all;
    }

    /** {@return a buyer's mix beside the mix in a world without the rule} */
    MixDiff cost(Snapshot snapshot, RuleCard card, Buyer buyer, LocalDate day) {
        return answers.heavy(() -> new RuleCost(new Advisor(Decomposition.usual()))
                .of(snapshot, new Question(buyer, day, List.of()), card.id()));
    }
}
