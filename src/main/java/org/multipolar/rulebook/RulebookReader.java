package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.Source;
import org.multipolar.catalog.read.CsvTable;
import org.multipolar.catalog.read.Digests;

/** Reads a rules' folder, given as bytes by path: lints, checks and builds it, or says what is wrong with it. */
public final class RulebookReader {

    /** Lists the files of a signed bundle; no rule, and no part of the rulebook's digest. */
    public static final String MANIFEST = "MANIFEST.json";

    /** Signs the list. */
    public static final String SIGNATURE = "MANIFEST.sig";

    private RulebookReader() {}

    /** {@return the rulebook, or the first fault found; nothing unlinted reaches the engine} */
    public static Parsed<Rulebook> read(Map<String, byte[]> files) {
        return read(files, Linted.NOTHING);
    }

    /**
     * {@return the same}
     *
     * @param linted what is known already of files that have not changed
     */
    public static Parsed<Rulebook> read(Map<String, byte[]> files, Linted linted) {
        return Parsed.of(() -> rulebook(new TreeMap<>(files), linted));
    }

    /** {@return whether a file decides what rules find, and so is part of their digest} */
    public static boolean counts(String path) {
        return !path.endsWith(".md")
                && !path.endsWith(".cases.yaml")
                && !path.equals(MANIFEST)
                && !path.equals(SIGNATURE);
    }

    private static Rulebook rulebook(Map<String, byte[]> files, Linted linted) {
        var sources = sources(files);
        var parameters = new ParameterReader(sources).read(files);
        var rules = new ArrayList<HouseRule>();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".drl")) {
                rules.addAll(linted.rules(path, bytes, parameters));
            }
        });
        if (rules.isEmpty()) {
            throw new BadInput("rules", 0, "", "the folder holds no rule.", "it is not the rules' folder.");
        }
        return new Rulebook(
                cards(new RuleReader(sources, parameters), rules),
                rules,
                parameters,
                sources,
                GapReader.read(files),
                files.entrySet().stream()
                        .filter(file -> file.getKey().endsWith(".cases.yaml"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                Digests.ofFiles(files, RulebookReader::counts));
    }

    private static Map<String, RuleCard> cards(RuleReader reader, List<HouseRule> rules) {
        var byId = rules.stream().collect(Collectors.groupingBy(HouseRule::id, TreeMap::new, Collectors.toList()));
        var cards = new TreeMap<String, RuleCard>();
        byId.forEach((id, same) -> {
            var mains = same.stream().filter(rule -> !rule.unstated()).toList();
            if (mains.size() > 1) {
                throw new BadInput(
                        mains.get(1).file(),
                        mains.get(1).line(),
                        "",
                        "the id (%s) stands twice.".formatted(id),
                        "one of the two rules is a copy.");
            }
            var names = new TreeSet<String>();
            same.stream().filter(rule -> !names.add(rule.name())).forEach(rule -> {
                throw new BadInput(
                        rule.file(), rule.line(), "", "the name (%s) stands twice.".formatted(rule.name()), null);
            });
            // A rule may only say what nobody states: then it is an exclusion that can never be certain.
            cards.put(id, reader.card(mains.isEmpty() ? same.get(0) : mains.get(0), same));
        });
        return cards;
    }

    private static Map<String, Source> sources(Map<String, byte[]> files) {
        var bytes = files.get("sources.csv");
        if (bytes == null) {
            throw new BadInput("sources.csv", 0, "", "the file is missing.", "this is not the rules' folder.");
        }
        var columns = Set.of("key", "title", "publisher", "date", "url", "tier", "read", "via");
        return CsvTable.read("sources.csv", bytes, columns).rows().stream()
                .collect(Collectors.toMap(
                        row -> row.needed("key"),
                        row -> new Source(
                                row.needed("key"),
                                row.needed("title"),
                                row.text("publisher"),
                                row.text("date"),
                                row.text("url"),
                                row.text("read").equals("true") ? "read" : "not read"),
                        (first, second) -> first,
                        TreeMap::new));
    }
}
