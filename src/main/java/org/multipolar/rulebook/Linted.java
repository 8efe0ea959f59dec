package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.CsvTable;
import org.multipolar.catalog.read.Digests;

/**
 * What the linter made of rule files when the program was built, so that a start need not parse the same files again.
 *
 * <p>A file's entry counts only while the file has the same bytes. Its conditions are read anew, against the parameters of
 * today; what cannot be parsed is never in here. A line each: {@code F} file and digest, {@code R} line, effect and name of
 * a rule, {@code @} an annotation, {@code ?} a condition.
 */
public final class Linted {

    /** Knows no file, so that each is linted. */
    public static final Linted NOTHING = new Linted(Map.of());

    private record Kept(String digest, List<String> lines) {}

    private final Map<String, Kept> files;

    private Linted(Map<String, Kept> files) {
        this.files = files;
    }

    /** {@return what a text written by {@link #write} says} */
    public static Linted read(String text) {
        var files = new HashMap<String, Kept>();
        var lines = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
            if (line.startsWith("F ")) {
                var words = line.split(" ", 3);
                lines = new ArrayList<>();
                files.put(words[2], new Kept(words[1], lines));
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return new Linted(files);
    }

    /** {@return the rules of a folder as text; bad input if one is not in the house form} */
    public static String write(Map<String, byte[]> folder) {
        var rulebook = RulebookReader.read(folder, NOTHING).orThrow();
        var text = new StringBuilder();
        var byFile = new TreeMap<String, List<HouseRule>>();
        rulebook.rules().forEach(rule -> byFile.computeIfAbsent(rule.file(), any -> new ArrayList<>())
                .add(rule));
        byFile.forEach((file, rules) -> {
            var bytes = folder.get(file);
            text.append("F %s %s\n".formatted(bytes == null ? "" : Digests.of(bytes), file));
            rules.forEach(rule -> write(rule, text));
        });
        return text.toString();
    }

    private static void write(HouseRule rule, StringBuilder text) {
        text.append("R %d %s %s\n".formatted(rule.line(), rule.effect(), rule.name()));
        rule.annotations()
                .forEach((name, value) -> text.append("@ %s %s\n".formatted(name, value.replace("\n", "\\n"))));
        rule.when().parts().forEach(part -> text.append("? %s\n".formatted(part.text())));
    }

    /** {@return the rules of a file: as kept where it has not changed since, else as the linter finds them now} */
    List<HouseRule> rules(String file, byte[] bytes, Map<String, Parameter> parameters) {
        var kept = files.get(file);
        if (kept == null || !kept.digest().equals(Digests.of(bytes))) {
            return Linter.lint(file, CsvTable.text(file, bytes), parameters);
        }
        var rules = new ArrayList<HouseRule>();
        int from = 0;
        for (int i = 1; i <= kept.lines().size(); i++) {
            if (i == kept.lines().size() || kept.lines().get(i).startsWith("R ")) {
                rules.add(rule(file, kept.lines().subList(from, i), parameters));
                from = i;
            }
        }
        return rules;
    }

    private static HouseRule rule(String file, List<String> lines, Map<String, Parameter> parameters) {
        var head = lines.get(0).split(" ", 4);
        int line = Integer.parseInt(head[1]);
        var name = head[3];
        var annotations = new TreeMap<String, String>();
        var parts = new ArrayList<Condition>();
        for (var each : lines.subList(1, lines.size())) {
            var words = each.split(" ", 3);
            if (words[0].equals("@")) {
                annotations.put(words[1], words[2].replace("\\n", "\n"));
            } else {
                parts.add(ConditionParser.parse(
                        each.substring(2),
                        parameters,
                        (what, maybe) -> new BadInput(file, line, "", "(%s) %s".formatted(name, what), maybe)));
            }
        }
        return new HouseRule(name, name.split(" ", 2)[0], head[2], new Condition.AllOf(parts), annotations, file, line);
    }
}
