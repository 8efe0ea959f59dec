package org.multipolar.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/** Writes rules down as Java source and compiles it: the floor is real code and no interpreter of conditions. */
final class HandWriter {

    /** HotSpot never compiles a method of more than 8000 bytes, so a careful engineer writes chapters. */
    private static final int CHAPTER = 25;

    private static final String SOURCE =
            """
            import java.util.List;
            import java.util.Set;
            import java.util.function.Predicate;
            import org.multipolar.bench.HandWritten;
            import org.multipolar.bench.PlainCandidate;

            public final class Written implements HandWritten {
            %s
                @Override
                public void judge(PlainCandidate c, List<String> findings) {
            %s
                }

                @Override
                public List<Predicate<PlainCandidate>> predicates() {
                    return List.of(%s);
                }
            }
            """;

    private final List<RaceRule> rules;
    private final Map<String, List<String>> lists = new TreeMap<>();

    HandWriter(List<RaceRule> rules) {
        this.rules = rules;
    }

    HandWritten written() {
        try {
            var folder = Files.createTempDirectory("race");
            var file = folder.resolve("Written.java");
            Files.writeString(file, source(), UTF_8);
            int fault = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-cp", System.getProperty("java.class.path", ""), file.toString());
            if (fault != 0) {
                throw new IllegalStateException("The hand-written rules (%s) do not compile.".formatted(file));
            }
            return loaded(folder);
        } catch (IOException | ReflectiveOperationException broken) {
            throw new IllegalStateException("The hand-written rules cannot be loaded.", broken);
        }
    }

    /** The loader stays open: the class is used as long as the race runs. */
    @SuppressWarnings("resource")
    private static HandWritten loaded(Path folder) throws IOException, ReflectiveOperationException {
        var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, HandWriter.class.getClassLoader());
        return (HandWritten) loader.loadClass("Written").getConstructor().newInstance();
    }

    private String source() {
        var methods = new StringBuilder();
        for (int number = 0; number < rules.size(); number++) {
            methods.append("    private static boolean rule%d(PlainCandidate c) {\n        return %s;\n    }\n"
                    .formatted(
                            number,
                            rules.get(number).conditions().stream()
                                    .map(this::java)
                                    .collect(Collectors.joining("\n                && "))));
        }
        var calls = new StringBuilder();
        for (int from = 0; from < rules.size(); from += CHAPTER) {
            methods.append(chapter(from, Math.min(from + CHAPTER, rules.size())));
            calls.append("        chapter%d(c, findings);\n".formatted(from));
        }
        lists.forEach((name, words) -> methods.append("    private static final Set<String> %s = Set.of(%s);\n"
                .formatted(name, words.stream().map(HandWriter::quoted).collect(Collectors.joining(", ")))));
        var predicates = IntStream.range(0, rules.size())
                .mapToObj(number -> "Written::rule" + number)
                .collect(Collectors.joining(",\n                "));
        return SOURCE.formatted(methods, calls, predicates);
    }

    private String chapter(int from, int to) {
        var ifs = IntStream.range(from, to)
                .mapToObj(number -> "        if (rule%d(c)) {\n            findings.add(%s);\n        }\n"
                        .formatted(number, quoted(rules.get(number).id())))
                .collect(Collectors.joining());
        return "    private static void chapter%d(PlainCandidate c, List<String> findings) {\n%s    }\n"
                .formatted(from, ifs);
    }

    private String java(Condition condition) {
        var field = "c." + condition.field().accessor();
        return switch (condition.question()) {
            case NAMED -> "%s.equals(%s)".formatted(field, quoted(condition.word()));
            case OTHER_THAN -> "!%s.equals(%s)".formatted(field, quoted(condition.word()));
            case WITHIN -> "%s.contains(%s)".formatted(list(condition), field);
            case OUTSIDE -> "!%s.contains(%s)".formatted(list(condition), field);
            case HAS -> "%s.contains(%s)".formatted(field, quoted(condition.word()));
            case LACKS -> "!%s.contains(%s)".formatted(field, quoted(condition.word()));
        };
    }

    private String list(Condition condition) {
        var name = condition.word().replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        lists.put(name, condition.words());
        return name;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
