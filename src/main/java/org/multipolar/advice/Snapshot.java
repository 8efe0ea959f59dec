package org.multipolar.advice;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.Digests;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.Theme;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.suitability.AbilityScale;
import org.multipolar.suitability.LanguageEvidence;
import org.multipolar.suitability.PriceGoalposts;

/**
 * Everything an answer rests on, read together and never changed.
 *
 * @param indexes the countries scored by each method shipped, by method id
 * @param themes what countries are compared on beside the enablers
 * @param buyers the buyers shipped, by id
 * @param scenarios the scenarios shipped, by id
 */
public record Snapshot(
        World world,
        Rulebook rulebook,
        Map<String, Index> indexes,
        List<Theme> themes,
        AbilityScale abilities,
        LanguageEvidence languages,
        PriceGoalposts prices,
        Map<String, Buyer> buyers,
        Map<String, Scenario> scenarios) {

    public Snapshot {
        indexes = Collections.unmodifiableMap(new TreeMap<>(indexes));
        themes = List.copyOf(themes);
        buyers = Collections.unmodifiableMap(new TreeMap<>(buyers));
        scenarios = Collections.unmodifiableMap(new TreeMap<>(scenarios));
    }

    /**
     * {@return the scores of countries as a policy weighs them}
     *
     * @throws BadInput where the policy names a method or an enabler that does not exist
     */
    public Index index(Policy policy) {
        var scores = policy.countryScores();
        var index = indexes.get(scores.method());
        if (index == null) {
            throw new BadInput(
                    "buyer",
                    0,
                    "policy.method",
                    "no method is called (%s).".formatted(scores.method()),
                    "it is one of " + List.copyOf(indexes.keySet()) + ".");
        }
        for (var weights : List.of(scores.making(), scores.serving())) {
            for (var enabler : weights.keySet()) {
                if (!index.enablers().contains(enabler)) {
                    throw new BadInput(
                            "buyer",
                            0,
                            "policy.enabler_weights",
                            "(%s) is no enabler of the method (%s).".formatted(enabler, scores.method()),
                            "it is one of " + index.enablers() + ".");
                }
            }
        }
        return index.reweighed(scores.making(), scores.serving());
    }

    /** {@return what an answer to a question rests on, by name} */
    public Map<String, String> digests(Question question, String solver) {
        var digests = new TreeMap<>(digests(question.buyer(), solver));
        if (!question.circumstances().digest().isEmpty()) {
            digests.put("scenarios", question.circumstances().digest());
        }
        return digests;
    }

    /** {@return what an answer to a buyer rests on, by name} */
    public Map<String, String> digests(Buyer buyer, String solver) {
        var digests = new TreeMap<String, String>();
        digests.put("world", world.digest());
        digests.put("rules", rulebook.digest());
        digests.put("buyer", buyer.digest());
        digests.put("program", Digests.of(AdviceWriter.PROGRAM + "\n" + solver));
        return digests;
    }

    /**
     * {@return the same with more in its world}
     *
     * @param wider the world with one more model at most, of which no test is known
     */
    public Snapshot in(World wider) {
        return new Snapshot(
                wider,
                rulebook,
                indexes,
                themes,
                abilities.over(wider),
                LanguageEvidence.of(wider),
                prices,
                buyers,
                scenarios);
    }

    /**
     * {@return the same in a world that a scenario changed}
     *
     * @param other a world of the same models at most
     * @param scored the countries scored on its figures, by method id
     */
    public Snapshot changed(World other, Map<String, Index> scored) {
        return new Snapshot(other, rulebook, scored, themes, abilities, languages, prices, buyers, scenarios);
    }

    /** {@return the same with those shipped buyers only whose ids pass} */
    public Snapshot showing(Predicate<String> buyerIds) {
        var shown = new TreeMap<>(buyers);
        shown.keySet().removeIf(buyerIds.negate());
        return new Snapshot(world, rulebook, indexes, themes, abilities, languages, prices, shown, scenarios);
    }

    /** {@return the same world and buyers under other rules} */
    public Snapshot with(Rulebook other) {
        return new Snapshot(world, other, indexes, themes, abilities, languages, prices, buyers, scenarios);
    }
}
