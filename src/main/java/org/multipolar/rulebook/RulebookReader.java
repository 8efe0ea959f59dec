package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.Source;
import org.multipolar.catalog.read.CsvTable;
import org.multipolar.catalog.read.Digests;

/** Reads a rules' folder, given as bytes by path: lints, checks and compiles it, or says what is wrong with it. */
public final class RulebookReader {

    private RulebookReader() {}

    /** {@return the rulebook, or the first fault found; nothing unlinted reaches the compiler} */
    public static Parsed<Rulebook> read(Map<String, byte[]> files) {
        return Parsed.of(() -> rulebook(new TreeMap<>(files)));
    }

    private static Rulebook rulebook(Map<String, byte[]> files) {
        var sources = sources(files);
        var parameters = new ParameterReader(sources).read(files);
        var texts = new TreeMap<String, String>();
        var rules = new TreeMap<String, List<Located>>();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".drl")) {
                var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
                texts.put(path, text);
                for (var rule : Linter.lint(path, text, parameters).getRules()) {
                    rules.computeIfAbsent(Linter.id(rule), id -> new ArrayList<>())
                            .add(new Located(path, rule));
                }
            }
        });
        if (rules.isEmpty()) {
            throw new BadInput("rules", 0, "", "the folder holds no rule.", "it is not the rules' folder.");
        }
        var cards = cards(new RuleReader(sources, parameters), rules);
        return new Rulebook(
                cards,
                parameters,
                sources,
                GapReader.read(files),
                Compiler.compile(texts),
                Vocabulary.of(rules.values().stream()
                        .flatMap(List::stream)
                        .map(Located::rule)
                        .toList()),
                Digests.ofFiles(files, path -> !path.endsWith(".md") && !path.endsWith(".cases.yaml")));
    }

    /** A rule and the file it stands in. */
    private record Located(String file, RuleDescr rule) {}

    private static Map<String, RuleCard> cards(RuleReader reader, Map<String, List<Located>> rules) {
        var cards = new TreeMap<String, RuleCard>();
        rules.forEach((id, located) -> {
            var mains = located.stream()
                    .filter(each -> !Linter.effect(each.rule()).equals("unstated"))
                    .toList();
            var twins = located.stream()
                    .map(Located::rule)
                    .filter(rule -> Linter.effect(rule).equals("unstated"))
                    .toList();
            if (mains.size() > 1) {
                throw new BadInput(
                        mains.get(1).file(),
                        mains.get(1).rule().getLine(),
                        "",
                        "the id (%s) stands twice.".formatted(id),
                        "one of the two rules is a copy.");
            }
            // A rule may only say what nobody states: then it is an exclusion that can never be certain.
            var main = mains.isEmpty() ? located.get(0) : mains.get(0);
            cards.put(id, reader.card(main.file(), main.rule(), twins));
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
