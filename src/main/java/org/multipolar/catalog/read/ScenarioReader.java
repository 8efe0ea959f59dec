package org.multipolar.catalog.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Region;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.World;

/** Reads scenarios, checked against the world and the rules they change. */
public final class ScenarioReader {

    private static final String FOLDER = "scenarios/";
    private static final int MOST_PATCHES = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Map<String, Scenario.Kind> KINDS = Arrays.stream(Scenario.Kind.values())
            .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), Function.identity()));

    private ScenarioReader() {}

    /**
     * {@return the scenarios among the profiles, by id}
     *
     * @param rules ids of all rules
     */
    public static Map<String, Scenario> all(Map<String, byte[]> files, World world, Collection<String> rules) {
        var scenarios = new TreeMap<String, Scenario>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(FOLDER) && path.endsWith(".yaml")) {
                var scenario = one(path, bytes, world, rules);
                if (!path.equals(FOLDER + scenario.id() + ".yaml")) {
                    throw new BadInput(
                            path, 1, "id", "the id (%s) differs from the file's name.".formatted(scenario.id()), null);
                }
                scenarios.put(scenario.id(), scenario);
            }
        });
        scenarios.values().forEach(each -> bases(each, scenarios, FOLDER + each.id() + ".yaml"));
        return scenarios;
    }

    /** {@return a scenario from a file; what it stands on is not looked up yet} */
    public static Scenario one(String file, byte[] bytes, World world, Collection<String> rules) {
        return read(YamlNode.read(file, bytes), world, rules, Digests.of(bytes));
    }

    private static Scenario read(YamlNode yaml, World world, Collection<String> rules, String digest) {
        yaml.onlyKeys("id", "title", "story", "kind", "from", "until", "on", "source", "sources", "patches");
        var id = yaml.textAt("id");
        if (!ID.matcher(id).matches()) {
            throw yaml.at("id").fault("(%s) is no id.".formatted(id), "it is small letters, digits and hyphens.");
        }
        var from = yaml.has("from") ? yaml.at("from").day() : null;
        var until = yaml.has("until") ? yaml.at("until").day() : null;
        if (from != null && until != null && until.isBefore(from)) {
            throw yaml.at("until").fault("(%s) comes before (%s).".formatted(until, from), "the two are swapped.");
        }
        return new Scenario(
                id,
                yaml.textAt("title", id),
                yaml.textAt("story", ""),
                yaml.has("kind") ? yaml.at("kind").word(KINDS) : Scenario.Kind.EVENT,
                from,
                until,
                yaml.has("on") ? yaml.textAt("on") : null,
                sources(yaml),
                patches(yaml.at("patches"), world, rules, null),
                digest);
    }

    /**
     * {@return a list of patches}
     *
     * @param given the number of patches that leave theirs out, or null where none may
     */
    public static List<Patch> patches(YamlNode yaml, World world, Collection<String> rules, @Nullable String given) {
        var items = yaml.items();
        if (items.size() > MOST_PATCHES) {
            throw yaml.fault("%d patches; at most %d are made.".formatted(items.size(), MOST_PATCHES), null);
        }
        var reader = new PatchReader(world, rules, given);
        return items.stream().map(reader::read).toList();
    }

    /** {@return one patch, as a list} */
    public static List<Patch> patch(YamlNode yaml, World world, Collection<String> rules, @Nullable String given) {
        return List.of(new PatchReader(world, rules, given).read(yaml));
    }

    private static List<Region.Citation> sources(YamlNode yaml) {
        var nodes = new ArrayList<YamlNode>();
        if (yaml.has("source")) {
            nodes.add(yaml.at("source"));
        }
        nodes.addAll(yaml.itemsAt("sources"));
        return nodes.stream()
                .map(each -> each.isMap() ? RegionReader.citation(each) : new Region.Citation(each.text(), "", "", ""))
                .toList();
    }

    /**
     * {@return what a scenario stands on, the lowest first}
     *
     * @param file where it was read from
     * @throws BadInput where it stands on nothing known, or on itself
     */
    public static List<Scenario> bases(Scenario scenario, Map<String, Scenario> known, String file) {
        var below = new LinkedHashSet<Scenario>();
        var at = scenario;
        while (at.on() != null) {
            var base = known.get(at.on());
            if (base == null) {
                var near = NearIds.of(at.on(), known.keySet());
                throw new BadInput(
                        file,
                        0,
                        "on",
                        "no scenario is called (%s).".formatted(at.on()),
                        near.isEmpty() ? "it is misspelt, or its file is missing." : "it is one of " + near + ".");
            }
            if (base.id().equals(scenario.id()) || !below.add(base)) {
                throw new BadInput(file, 0, "on", "(%s) stands on itself.".formatted(scenario.id()), null);
            }
            at = base;
        }
        var bases = new ArrayList<>(below);
        java.util.Collections.reverse(bases);
        return bases;
    }
}
