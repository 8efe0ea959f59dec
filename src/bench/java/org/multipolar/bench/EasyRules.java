package org.multipolar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.multipolar.rulebook.Field;

/**
 * Easy Rules as its wiki shows it: rules from {@code RuleBuilder}, registered once, fired on facts one set at a time.
 *
 * <p>The candidate is one fact of the set, as the person is in the wiki's shop: looking up a fact walks the whole set, so
 * a fact per field would be slower. Conditions are the hand-written ones, compiled.
 */
final class EasyRules implements Contestant {

    private static final String CANDIDATE = "candidate";
    private static final String FINDINGS = "findings";

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();

    EasyRules(List<RaceRule> written, HandWritten code) {
        var predicates = code.predicates();
        for (int number = 0; number < written.size(); number++) {
            register(written.get(number).id(), predicates.get(number));
        }
    }

    private void register(String id, Predicate<PlainCandidate> holds) {
        rules.register(new RuleBuilder()
                .name(id)
                .when(facts -> holds.test(facts.get(CANDIDATE)))
                .then(facts -> facts.<List<String>>get(FINDINGS).add(id))
                .build());
    }

    @Override
    public String name() {
        return "Easy Rules";
    }

    @Override
    public Lap lap(List<Map<Field, List<String>>> candidates) {
        var plain = candidates.stream().map(PlainCandidate::new).toList();
        return () -> judged(plain);
    }

    private Supplier<List<List<String>>> judged(List<PlainCandidate> candidates) {
        var all = new ArrayList<List<String>>(candidates.size());
        for (var candidate : candidates) {
            var findings = new ArrayList<String>();
            var facts = new Facts();
            facts.put(CANDIDATE, candidate);
            facts.put(FINDINGS, findings);
            engine.fire(rules, facts);
            all.add(findings);
        }
        return () -> all;
    }
}
