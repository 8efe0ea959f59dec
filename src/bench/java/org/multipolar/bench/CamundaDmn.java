package org.multipolar.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final DmnDecision table;

    CamundaDmn(List<RaceRule> rules) {
        var xml = DmnForm.table(rules).getBytes(UTF_8);
        table = engine.parseDecision(DmnForm.KEY, new ByteArrayInputStream(xml));
    }

    @Override
    public String name() {
        return "Camunda DMN";
    }

    @Override
    public Lap lap(List<Map<Field, List<String>>> candidates) {
        var variables = candidates.stream().map(CamundaDmn::variables).toList();
        return () -> judged(variables);
    }

    private static VariableMap variables(Map<Field, List<String>> candidate) {
        var variables = Variables.createVariables();
        candidate.forEach((field, values) ->
                variables.putValue(field.accessor(), Words.tags(field) ? values : values.get(0)));
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
