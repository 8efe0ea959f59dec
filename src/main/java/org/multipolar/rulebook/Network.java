package org.multipolar.rulebook;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import org.drools.model.Model;
import org.drools.model.PatternDSL;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The rules as a Drools network, built from what the linter read.
 *
 * <p>Decided: Drools' canonical model, not its compilers, because the house form is small enough to hand over whole. Nothing
 * is generated, loaded or interpreted, so rules are ready in a fraction of a second and no rule's text can become code. That
 * Drools' own compiler understands the same files alike is tested.
 */
final class Network {

    private static final String PACKAGE = "rules";

    private Network() {}

    /** {@return the network; its consequences note each firing in the global {@code findings}} */
    static KieBase of(Collection<HouseRule> rules, Questionnaire questionnaire) {
        var uses = new HashMap<String, Integer>();
        rules.forEach(rule -> rule.when().parts().forEach(part -> uses.merge(part.text(), 1, Integer::sum)));
        var shared = Comparator.<Condition>comparingInt(part -> -uses.getOrDefault(part.text(), 0))
                .thenComparing(Condition::text);
        var model = new ModelImpl();
        var findings = PatternDSL.globalOf(Findings.class, PACKAGE, "findings");
        model.addGlobal(findings);
        rules.forEach(rule -> model.addRule(rule(rule, questionnaire, shared, findings)));
        return withLoader(() -> KieBaseBuilder.createKieBaseFromModel((Model) model));
    }

    /** What most rules ask comes first: rules share a test as long as all before it are shared too. */
    private static org.drools.model.Rule rule(
            HouseRule rule,
            Questionnaire questionnaire,
            Comparator<Condition> shared,
            org.drools.model.Global<Findings> findings) {
        var fact = PatternDSL.declarationOf(Case.class, "$c");
        var pattern = PatternDSL.pattern(fact);
        for (var part : rule.when().parts().stream().sorted(shared).toList()) {
            var holds = questionnaire.test(part);
            pattern = pattern.expr(part.text(), holds::test);
        }
        return PatternDSL.rule(PACKAGE, rule.name())
                .build(pattern, PatternDSL.on(fact, findings).execute((found, noted) -> noted.note(rule, found)));
    }

    /** Drools finds its services through this loader; a plain thread has one that does not see them. */
    private static <T> T withLoader(java.util.function.Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Network.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
