package org.multipolar.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Redraw.Noise;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.Digests;
import org.multipolar.catalog.read.NearIds;
import org.multipolar.catalog.read.ScenarioReader;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.scenario.PatchWords;
import org.multipolar.sweep.SweepPlan.Aim;
import org.multipolar.sweep.SweepPlan.Option;
import org.multipolar.sweep.SweepPlan.Variable;
import org.multipolar.whatif.Stack;

/** Reads sweeps, checked against the world, the rules and the scenarios they vary. */
public final class SweepReader {

    private static final int MOST_STEPS = 100;
    private static final int USUAL_STEPS = 10;
    private static final Map<String, Aim> AIMS =
            Map.of("worst", Aim.WORST, "expected", Aim.EXPECTED, "regret", Aim.REGRET);

    private final World world;
    private final Collection<String> rules;
    private final Map<String, Scenario> scenarios;

    /**
     * @param rules ids of all rules
     * @param scenarios those that a sweep may name, by id
     */
    public SweepReader(World world, Collection<String> rules, Map<String, Scenario> scenarios) {
        this.world = world;
        this.rules = rules;
        this.scenarios = scenarios;
    }

    public SweepPlan read(String file, byte[] bytes) {
        var yaml = YamlNode.read(file, bytes);
        yaml.onlyKeys("id", "title", "story", "draws", "seed", "scenarios", "noise", "robust");
        int draws = yaml.has("draws") ? (int) yaml.at("draws").whole(1, SweepPlan.MOST_DRAWS) : 0;
        var noise = noise(yaml.atOrNull("noise"));
        if (draws == 0 && !noise.none()) {
            throw yaml.at("noise").fault("a grid draws nothing, so it has no noise.", "the key (draws) is missing.");
        }
        var variables = new ArrayList<Variable>();
        var ids = new HashSet<String>();
        for (var each : yaml.itemsAt("scenarios")) {
            var variable = variable(each, draws > 0, "change-" + (variables.size() + 1));
            if (!ids.add(variable.id())) {
                throw each.fault("(%s) stands twice.".formatted(variable.id()), null);
            }
            variables.add(variable);
        }
        if (variables.size() > SweepPlan.MOST_VARIABLES || (variables.isEmpty() && noise.none())) {
            throw yaml.fault(
                    "%d scenarios are varied; between 1 and %d may be."
                            .formatted(variables.size(), SweepPlan.MOST_VARIABLES),
                    "the key (scenarios) is missing.");
        }
        var id = yaml.textAt("id", "sweep");
        var plan = new SweepPlan(
                id,
                yaml.textAt("title", id),
                yaml.textAt("story", ""),
                draws,
                yaml.has("seed") ? yaml.at("seed").whole() : 1,
                variables,
                noise,
                yaml.itemsAt("robust").stream().map(each -> each.word(AIMS)).toList(),
                Digests.of(bytes));
        if (plan.futures() > SweepPlan.MOST_DRAWS) {
            throw yaml.at("scenarios")
                    .fault(
                            "the grid has more than %d futures.".formatted(SweepPlan.MOST_DRAWS),
                            "fewer steps do, or draws.");
        }
        return plan;
    }

    private static Noise noise(@Nullable YamlNode yaml) {
        if (yaml == null) {
            return Noise.NONE;
        }
        yaml.onlyKeys("weights", "prices", "indicators", "abilities");
        return new Noise(
                part(yaml.atOrNull("weights")),
                part(yaml.atOrNull("prices")),
                yaml.yesAt("indicators", false),
                yaml.yesAt("abilities", false));
    }

    private static double part(@Nullable YamlNode yaml) {
        double part = yaml == null ? 0 : yaml.number();
        if (yaml != null && (part < 0 || part >= 1)) {
            throw yaml.fault("(%s) is no part of 1.".formatted(yaml.text()), "0.25 says a quarter more or less.");
        }
        return part;
    }

    private Variable variable(YamlNode yaml, boolean drawn, String unnamed) {
        yaml.onlyKeys("scenario", "id", "title", "patch", "patches", "likelihood", "range", "why");
        var id = yaml.textAt("id", unnamed);
        return yaml.has("range") ? range(yaml, id) : event(yaml, drawn, id);
    }

    private Variable event(YamlNode yaml, boolean drawn, String id) {
        if (drawn != yaml.has("likelihood")) {
            throw yaml.fault(
                    drawn
                            ? "an event that is drawn needs a likelihood."
                            : "a grid takes every option, so nothing is likely.",
                    drawn
                            ? "write likelihood: 0.1, your own estimate; none ships as fact."
                            : "the key (draws) is missing.");
        }
        var stack = Stack.of(List.of(scenario(yaml, id)), scenarios).all();
        var asked = stack.get(stack.size() - 1);
        return new Variable(
                asked.id(),
                asked.title(),
                true,
                drawn ? likelihood(yaml.at("likelihood")) : 0,
                yaml.textAt("why", ""),
                List.of(new Option("as things are", List.of()), new Option(asked.title(), stack)));
    }

    private static long likelihood(YamlNode yaml) {
        double number = yaml.number();
        if (number < 0 || number > 1) {
            throw yaml.fault(
                    "(%s) is no likelihood: it lies between 0 and 1.".formatted(yaml.text()), "percent are meant.");
        }
        return new BigDecimal(yaml.text())
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private Scenario scenario(YamlNode yaml, String unnamed) {
        if (!yaml.has("scenario")) {
            return inline(unnamed, patches(yaml, null), yaml.textAt("title", unnamed));
        }
        yaml.onlyKeys("scenario", "title", "likelihood", "why");
        var id = yaml.textAt("scenario");
        var known = scenarios.get(id);
        if (known == null) {
            var near = NearIds.of(id, scenarios.keySet());
            throw yaml.at("scenario")
                    .fault(
                            "no scenario is called (%s).".formatted(id),
                            near.isEmpty() ? "its file is missing." : "it is one of " + near + ".");
        }
        return known;
    }

    private List<Patch> patches(YamlNode yaml, @Nullable String given) {
        return yaml.has("patch")
                ? ScenarioReader.patch(yaml.at("patch"), world, rules, given)
                : ScenarioReader.patches(yaml.at("patches"), world, rules, given);
    }

    private static Scenario inline(String id, List<Patch> patches, String title) {
        return new Scenario(
                id,
                title,
                "",
                Scenario.Kind.EVENT,
                null,
                null,
                null,
                List.of(),
                patches,
                Digests.of(patches.toString()));
    }

    private Variable range(YamlNode yaml, String id) {
        if (yaml.has("likelihood")) {
            throw yaml.at("likelihood").fault("a range has no likelihood; all its steps are as likely.", null);
        }
        var range = yaml.at("range").onlyKeys("from", "to", "steps");
        range.at("from").number();
        range.at("to").number();
        int steps = range.has("steps") ? (int) range.at("steps").whole(2, MOST_STEPS) : USUAL_STEPS;
        var from = new BigDecimal(range.textAt("from"));
        var width = new BigDecimal(range.textAt("to")).subtract(from);
        var options = new ArrayList<Option>();
        for (int step = 0; step < steps; step++) {
            var number = from.add(width.multiply(BigDecimal.valueOf(step))
                            .divide(BigDecimal.valueOf(steps - 1L), 6, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros()
                    .toPlainString();
            var patches = patches(yaml, number);
            var text = patches.stream().map(PatchWords::of).toList();
            options.add(new Option(
                    String.join("; ", text), List.of(inline(id, patches, yaml.textAt("title", id) + " at " + number))));
        }
        varied(range, options);
        return new Variable(id, yaml.textAt("title", id), false, 0, yaml.textAt("why", ""), options);
    }

    /** A range all of whose steps are the same varies nothing. */
    private static void varied(YamlNode range, List<Option> options) {
        if (range.textAt("from").equals(range.textAt("to"))) {
            throw range.fault(
                    "it goes from (%s) to the same.".formatted(range.textAt("to")), "its two ends are to differ.");
        }
        var first = options.get(0).scenarios().get(0).patches();
        if (first.equals(options.get(options.size() - 1).scenarios().get(0).patches())) {
            throw range.fault(
                    "no patch leaves its number to the range.",
                    "the patch has a (by) or (to) of its own: leave it out.");
        }
    }

    static String word(Aim aim) {
        return aim.name().toLowerCase(Locale.ROOT);
    }
}
