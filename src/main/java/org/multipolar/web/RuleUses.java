package org.multipolar.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
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
import org.multipolar.rulebook.Analysis;
import org.multipolar.rulebook.Remark;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.rulebook.Rulebook;

/** Where rules fire among the shipped buyers' candidates, and what they cost there. Safe for use by many threads. */
@Singleton
public class RuleUses {

    /** What decides firings beside the buyer. */
    private record Ground(String world, String rules, LocalDate day) {}

    /** What was found in a rulebook on a day. */
    private record Review(String rules, LocalDate day, List<Remark> remarks) {}

    private final Answers answers;
    private final Map<String, Map<String, List<Firings.Fired>>> byBuyer = new TreeMap<>();
    private @Nullable Ground ground;
    private volatile @Nullable Review review;

    @Inject
    RuleUses(Answers answers) {
        this.answers = answers;
    }

    /** {@return the demands of a snapshot's buyers on whose candidates a rule fires; worked out once a day for all rules} */
    List<Firings.Fired> firings(Snapshot snapshot, RuleCard card, LocalDate day) {
        return answers.heavy(() -> ofBuyers(snapshot, card, day));
    }

    private synchronized List<Firings.Fired> ofBuyers(Snapshot snapshot, RuleCard card, LocalDate day) {
        var now = new Ground(snapshot.world().digest(), snapshot.rulebook().digest(), day);
        if (!now.equals(ground)) {
            byBuyer.clear();
            ground = now;
        }
        return snapshot.buyers().values().stream()
                .flatMap(buyer -> byBuyer
                        .computeIfAbsent(
                                buyer.digest(), unseen -> Firings.of(snapshot, new Question(buyer, day, List.of())))
                        .getOrDefault(card.id(), List.of())
                        .stream())
                .toList();
    }

    /** {@return what the owner of the rules should look at; worked out once a day, for it takes a second} */
    List<Remark> review(Rulebook rulebook, LocalDate day) {
        var known = review;
        if (known == null
                || !known.rules().equals(rulebook.digest())
                || !known.day().equals(day)) {
            known = new Review(rulebook.digest(), day, Analysis.of(rulebook, day));
            review = known;
        }
        return known.remarks();
    }

    /** {@return a buyer's mix beside the mix in a world without the rule} */
    MixDiff cost(Snapshot snapshot, RuleCard card, Buyer buyer, LocalDate day) {
        return answers.heavy(() -> new RuleCost(new Advisor(Decomposition.forQuestions()))
                .of(snapshot, new Question(buyer, day, List.of()), card.id()));
    }
}
