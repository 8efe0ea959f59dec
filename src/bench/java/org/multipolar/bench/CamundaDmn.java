package org.multipolar.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.multipolar.rulebook.Field;

/** Camunda DMN as its manual shows it: one decision table, parsed once, evaluated with a map of variables at a time. */
final class CamundaDmn implements Contestant {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnForm form;
    private final Map<String, Set<String>> lists = new TreeMap<>();
    private final DmnDecision table;

    CamundaDmn(DmnForm form, List<RaceRule> rules, Words words) {
        this.form = form;
        Words.fields().forEach(field -> words.lists(field)
                .forEach((name, list) -> lists.put(DmnForm.list(name), Set.copyOf(list))));
        var xml = form.table(rules).getBytes(UTF_8);
        table = engine.parseDecision(DmnForm.KEY, new ByteArrayInputStream(xml));
    }

    @Override
    public String name() {
        return "Camunda DMN " + form;
    }

    @Override
    public Lap lap(List<Map<Field, List<String>>> candidates) {
        var variables = candidates.stream().map(this::variables).toList();
        return () -> judged(variables);
    }

    private VariableMap variables(Map<Field, List<String>> candidate) {
        var variables = Variables.createVariables();
        candidate.forEach(
                (field, values) -> variables.putValue(field.accessor(), Words.tags(field) ? values : values.get(0)));
        if (form == DmnForm.JUEL) {
            lists.forEach(variables::putValue);
        }
        return variables;
    }

    private Supplier<List<List<String>>> judged(List<VariableMap> candidates) {
        var all = new ArrayList<List<String>>(candidates.size());
        for (var candidate : candidates) {
            all.add(engine.evaluateDecisionTable(table, candidate).collectEntries(DmnForm.OUTPUT));
        }
        return () -> all;
    }
}
