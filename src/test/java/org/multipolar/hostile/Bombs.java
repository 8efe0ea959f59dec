package org.multipolar.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.multipolar.catalog.BadInput;

/**
 * Small efforts that would become large ones, made here because they would be large files. Run in a process of its own whose
 * heap is too small for any of them; prints what each came to.
 */
public final class Bombs {

    /** Nearly what a body, a profile or a table may have, so that its size is not what it is refused for. */
    private static final int LARGE = 2_000_000;

    private static final int TOO_LARGE = 5 << 20;

    /** One reader for each parser underneath: a bomb does not get as far as what the others are about. */
    private static final Set<Reader> PARSERS = EnumSet.of(
            Reader.YAML,
            Reader.CSV,
            Reader.RULE,
            Reader.ADVICE,
            Reader.MESSAGE,
            Reader.BILL,
            Reader.MODELS_DEV,
            Reader.PROBLEM,
            Reader.LOG);

    private Bombs() {}

    public static void main(String[] arguments) {
        for (var reader : Reader.values()) {
            for (var file : reader.bad()) {
                tell(reader, String.valueOf(file.getFileName()), Reader.bytes(file));
            }
        }
        PARSERS.forEach(reader -> bombs().forEach((name, bytes) -> tell(reader, name, bytes.get())));
    }

    private static void tell(Reader reader, String name, byte[] bytes) {
        long begun = System.nanoTime();
        var outcome = outcome(reader, bytes);
        System.out.printf("%s %s %d ms: %s%n", reader.word(), name, (System.nanoTime() - begun) / 1_000_000, outcome);
    }

    private static String outcome(Reader reader, byte[] bytes) {
        try {
            reader.read(bytes);
            return "taken";
        } catch (BadInput refused) {
            return "refused";
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError surprise) {
            return surprise.toString();
        }
    }

    /** Each is made anew when it is wanted, so that only one is in memory. */
    private static Map<String, Supplier<byte[]>> bombs() {
        var bombs = new TreeMap<String, Supplier<byte[]>>();
        bombs.put("brackets", () -> bytes("[".repeat(LARGE)));
        bombs.put("braces", () -> bytes("{\"a\":".repeat(LARGE / 5)));
        bombs.put("blanks", () -> bytes(" ".repeat(LARGE)));
        bombs.put("line-ends", () -> bytes("\n".repeat(LARGE)));
        bombs.put("commas", () -> bytes("a" + ",".repeat(LARGE) + "\n"));
        bombs.put("one-line", () -> bytes("x".repeat(LARGE)));
        bombs.put("digits", () -> bytes("{\"buyer\": " + "9".repeat(LARGE / 2) + "}"));
        bombs.put("one-key", () -> bytes("{\"" + "k".repeat(LARGE / 2) + "\": 1}"));
        bombs.put("dashes", () -> bytes("- ".repeat(LARGE / 2)));
        bombs.put("questions", () -> bytes("? ".repeat(LARGE / 2)));
        bombs.put("exclamations", () -> bytes("!".repeat(LARGE / 2)));
        bombs.put("quotes", () -> bytes("\"".repeat(LARGE / 2 + 1)));
        bombs.put("parentheses", () -> bytes("rule \"x\" when Case(" + "(".repeat(LARGE / 5)));
        bombs.put("too-large", () -> bytes("a,b\n" + "1,2\n".repeat(TOO_LARGE / 4)));
        bombs.put("laughs", () -> bytes(laughs()));
        return bombs;
    }

    private static String laughs() {
        var yaml = new StringBuilder("a0: &a0 lol\n");
        for (int level = 1; level < 30; level++) {
            yaml.append("a%d: &a%d [".formatted(level, level))
                    .append("*a%d, ".formatted(level - 1).repeat(9))
                    .append("*a%d]%n".formatted(level - 1));
        }
        return yaml.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
