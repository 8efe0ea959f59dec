package org.multipolar.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.BuyerReader;
import org.multipolar.catalog.read.ProfileReader;
import org.multipolar.catalog.read.ScenarioReader;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.enabler.Index;
import org.multipolar.enabler.MethodReader;
import org.multipolar.enabler.Scorer;
import org.multipolar.enabler.Theme;
import org.multipolar.rulebook.Parameter;
import org.multipolar.rulebook.Rulebook;
import org.multipolar.rulebook.RulebookReader;
import org.multipolar.suitability.AbilityGoalposts;
import org.multipolar.suitability.AbilityScale;
import org.multipolar.suitability.LanguageEvidence;
import org.multipolar.suitability.PriceGoalposts;

/** Reads profiles and rules from disk into a snapshot, all or nothing. */
public final class SnapshotReader {

    private SnapshotReader() {}

    /** {@return the snapshot, or the first fault in profiles or rules} */
    public static Parsed<Snapshot> read(Path profiles, Path rules) {
        return Parsed.of(() -> snapshot(Folder.read(profiles), Folder.read(rules)));
    }

    /** {@return the snapshot of files by path, or the first fault in them} */
    public static Parsed<Snapshot> read(Map<String, byte[]> profiles, Map<String, byte[]> rules) {
        return Parsed.of(() -> snapshot(profiles, rules));
    }

    /** {@return the snapshot of two folders with their files, or the first fault in them} */
    static Parsed<Bundle> bundle(Path profiles, Path rules) {
        return Parsed.of(() -> {
            var profileFiles = Folder.read(profiles);
            var ruleFiles = Folder.read(rules);
            return Bundle.unsigned(snapshot(profileFiles, ruleFiles), profileFiles, ruleFiles);
        });
    }

    /** {@return the same of files by path that were tried on their own cases before} */
    static Parsed<Bundle> untried(
            Map<String, byte[]> profiles, Map<String, byte[]> rules, @Nullable Manifest manifest) {
        return Parsed.of(() -> new Bundle(snapshot(profiles, rules), profiles, rules, manifest));
    }

    /** {@return the snapshot of files by path, in which every case of the rules passes, or the first fault} */
    public static Parsed<Bundle> tried(Map<String, byte[]> profiles, Map<String, byte[]> rules) {
        return tried(profiles, rules, null);
    }

    /**
     * {@return the same}
     *
     * @param manifest what they were checked against; null where no signature is asked for
     */
    static Parsed<Bundle> tried(Map<String, byte[]> profiles, Map<String, byte[]> rules, @Nullable Manifest manifest) {
        return Parsed.of(() -> {
            var snapshot = snapshot(profiles, rules);
            Cases.mustPass(rules, snapshot.rulebook());
            return new Bundle(snapshot, profiles, rules, manifest);
        });
    }

    /** {@return a folder beside the program, or in the folder it was started from} */
    public static Path defaultFolder(String name) {
        var stated = System.getProperty("multipolar." + name);
        if (stated != null) {
            return Path.of(stated);
        }
        var here = Path.of(name);
        return java.nio.file.Files.isDirectory(here) ? here : besideProgram(name);
    }

    private static Path besideProgram(String name) {
        var jar = Path.of(System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1)[0])
                .toAbsolutePath();
        for (var folder = jar.getParent(); folder != null; folder = folder.getParent()) {
            if (java.nio.file.Files.isDirectory(folder.resolve(name).resolve("suppliers"))
                    || java.nio.file.Files.isRegularFile(folder.resolve(name).resolve("sources.csv"))) {
                return folder.resolve(name);
            }
        }
        return Path.of(name);
    }

    private static Snapshot snapshot(Map<String, byte[]> profiles, Map<String, byte[]> rules) {
        // Neither needs the other until they meet, and a start waits for both.
        var reading = CompletableFuture.supplyAsync(() -> RulebookReader.read(rules, BuiltRules.linted()));
        var world = ProfileReader.world(profiles).orThrow();
        var rulebook = reading.join().orThrow();
        meet(world, rulebook);
        var snapshot = new Snapshot(
                world,
                rulebook,
                indexes(profiles, world),
                themes(profiles, world),
                AbilityScale.link(world, AbilityGoalposts.read(yaml(profiles, "suppliers/ability.yaml"))),
                LanguageEvidence.of(world),
                PriceGoalposts.read(yaml(profiles, "suppliers/price-goalposts.yaml")),
                buyers(profiles, world, rulebook),
                ScenarioReader.all(profiles, world, rulebook.cards().keySet()));
        snapshot.buyers().values().forEach(buyer -> snapshot.index(buyer.policy()));
        return snapshot;
    }

    private static YamlNode yaml(Map<String, byte[]> profiles, String path) {
        var bytes = profiles.get(path);
        if (bytes == null) {
            throw new BadInput(path, 0, "", "the file is missing.", "the profiles' folder is not the right one.");
        }
        return YamlNode.read(path, bytes);
    }

    private static Map<String, Index> indexes(Map<String, byte[]> profiles, World world) {
        var indexes = new TreeMap<String, Index>();
        profiles.forEach((path, bytes) -> {
            if (path.startsWith("countries/methods/") && path.endsWith(".yaml")) {
                var method = MethodReader.read(YamlNode.read(path, bytes));
                indexes.put(method.id(), Scorer.score(world, method));
            }
        });
        return indexes;
    }

    private static List<Theme> themes(Map<String, byte[]> profiles, World world) {
        var path = "countries/themes.yaml";
        return profiles.containsKey(path) ? Theme.read(yaml(profiles, path), world.indicators()) : List.of();
    }

    private static Map<String, Buyer> buyers(Map<String, byte[]> profiles, World world, Rulebook rulebook) {
        var buyers = new TreeMap<String, Buyer>();
        profiles.forEach((path, bytes) -> {
            if (path.startsWith("buyers/") && path.endsWith(".yaml")) {
                var buyer = buyer(path, bytes, world, rulebook);
                if (!path.equals("buyers/" + buyer.id() + ".yaml")) {
                    throw new BadInput(
                            path, 1, "buyer", "the id (%s) differs from the file's name.".formatted(buyer.id()), null);
                }
                buyers.put(buyer.id(), buyer);
            }
        });
        return buyers;
    }

    /** {@return a buyer whose policy names only rules that exist} */
    public static Buyer buyer(String path, byte[] bytes, World world, Rulebook rulebook) {
        var buyer = BuyerReader.read(path, bytes, world).orThrow();
        for (var rule : buyer.policy().switchedOff().keySet()) {
            var card = rulebook.cardOrNull(rule);
            if (card == null) {
                throw new BadInput(
                        path, 0, "policy.switched_off", "no rule is called (%s).".formatted(rule), "it is misspelt.");
            }
            if (!card.kind().equals("policy") && !card.status().equals("policy-default")) {
                throw new BadInput(
                        path,
                        0,
                        "policy.switched_off",
                        "(%s) is law and cannot be switched off.".formatted(rule),
                        "a scenario that tries a world without it is meant.");
            }
        }
        return buyer;
    }

    /** Catalogue and rules must meet: a rule's list may not name what nobody defines. */
    private static void meet(World world, Rulebook rulebook) {
        var operators = new TreeSet<String>();
        world.hosts().values().forEach(host -> operators.add(host.operator()));
        var lineages = new TreeSet<String>();
        world.models().values().forEach(model -> lineages.addAll(model.lineage()));
        var known = Map.<Parameter.Unit, Set<String>>of(
                Parameter.Unit.COUNTRY_CODES, Set.of(Locale.getISOCountries()),
                Parameter.Unit.SUPPLIER_IDS, world.suppliers().keySet(),
                Parameter.Unit.OPERATOR_IDS, operators,
                Parameter.Unit.LICENCE_IDS, world.licences().keySet(),
                Parameter.Unit.LINEAGE_IDS, lineages);
        rulebook.parameters().values().forEach(parameter -> parameter.values().forEach(value -> value.words()
                .forEach(word -> {
                    var defined = known.get(parameter.unit());
                    if (defined != null && !defined.contains(word)) {
                        throw new BadInput(
                                parameter.file(),
                                parameter.line(),
                                parameter.id(),
                                "(%s) is in no list of %s."
                                        .formatted(word, parameter.unit().word()),
                                "it is misspelt, or its profile is missing.");
                    }
                })));
        membersCountTogether(world, rulebook);
        world.regions().values().forEach(region -> {
            if (!region.adequateCountries().isEmpty()
                    && !rulebook.parameters().containsKey(region.adequateCountries())) {
                throw new BadInput(
                        "regions/" + region.id() + ".yaml",
                        0,
                        "adequate_countries",
                        "no parameter is called (%s).".formatted(region.adequateCountries()),
                        null);
            }
        });
    }

    /** A member that counted as a country of its own would slip through bounds on the Union. */
    private static void membersCountTogether(World world, Rulebook rulebook) {
        var members = rulebook.parameters().get("eu27");
        if (members == null) {
            return;
        }
        var latest = members.values().get(members.values().size() - 1).words();
        world.countries().values().forEach(country -> {
            if (latest.contains(country.code()) && !"EU".equals(country.bloc())) {
                throw new BadInput(
                        "countries/countries.csv",
                        0,
                        "bloc",
                        "(%s) is a member of the Union by the rules' list (eu27), yet not of the bloc EU here."
                                .formatted(country.code()),
                        "the cell was left blank.");
            }
        });
    }
}
