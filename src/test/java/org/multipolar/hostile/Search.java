package org.multipolar.hostile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A search by Jazzer for inputs that some readers do not expect, in a process of its own. */
final class Search {

    private static final Path ROOM = Path.of("target", "fuzz");

    /** Jazzer looks into every class of its path before it begins, so it is given what readers need and no more. */
    private static final Pattern NEEDED = Pattern.compile(
            ".*(classes|test-classes|jazzer|fastcsv|snakeyaml-engine|jackson|drools|kie-|antlr|cyclonedx|json-schema|"
                    + "canonical|slf4j|jboss-|smallrye-|jspecify|mcp-server|packageurl|commons-|itu|assertj|junit-jupiter-api|"
                    + "picocli|micrometer|jakarta|quarkus-core-\\d|quarkus-development-mode-spi)[^/\\\\]*");

    /** Ends with this where it found something. */
    private static final int FOUND = 77;

    private final List<Reader> readers;
    private final Path folder;
    private final Process process;

    private Search(List<Reader> readers, Path folder, Process process) {
        this.readers = readers;
        this.folder = folder;
        this.process = process;
    }

    /** {@return a search that has begun} */
    static Search of(List<Reader> readers, Duration each) {
        try {
            var folder = ROOM.resolve(readers.get(0).word() + "-" + readers.size());
            emptied(folder);
            var seeds = Files.createDirectories(folder.resolve("seeds"));
            for (int number = 0; number < readers.size(); number++) {
                seed(readers.get(number), number, seeds);
            }
            var found = Files.createDirectories(folder.resolve("found"));
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx600m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    path(),
                    "com.code_intelligence.jazzer.Jazzer",
                    "--target_class=" + Searched.class.getName(),
                    "--target_args=" + readers.stream().map(Reader::word).collect(Collectors.joining(" ")),
                    "--instrumentation_includes=org.multipolar.**",
                    "-max_total_time=" + each.multipliedBy(readers.size()).toSeconds(),
                    "--reproducer_path=" + folder,
                    "-max_len=4096",
                    "-timeout=20",
                    // The most it measures is inherited from whoever starts it; the heap is bounded above.
                    "-rss_limit_mb=0",
                    "-artifact_prefix=" + folder + File.separator,
                    found.toString(),
                    seeds.toString()));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
            return new Search(readers, folder, process);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (var each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void seed(Reader reader, int number, Path seeds) throws IOException {
        for (var file :
                Stream.concat(reader.good().stream(), reader.bad().stream()).toList()) {
            var bytes = Reader.bytes(file);
            var seed = new byte[bytes.length + 1];
            seed[0] = (byte) number;
            System.arraycopy(bytes, 0, seed, 1, bytes.length);
            Files.write(seeds.resolve(reader.word() + "-" + file.getFileName()), seed);
        }
    }

    private static String path() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(each -> NEEDED.matcher(each).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** {@return what it found and where that lies; null where it found nothing} */
    @Nullable
    String found() throws InterruptedException, IOException {
        int code = process.waitFor();
        var said = Files.readString(folder.resolve("said.txt"), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (code == 0) {
            return null;
        }
        var words = said.lines()
                .filter(line -> !line.matches("(INFO|#\\d+|Warning|WARN).*"))
                .limit(40)
                .collect(Collectors.joining("\n"));
        return "%s of %s, exit %d:%n%s%s"
                .formatted(code == FOUND ? "A finding" : "No search", readers, code, words, finding());
    }

    /** {@return which reader it was, and the file that a regression test would keep} */
    private String finding() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var crash = files.filter(each -> String.valueOf(each.getFileName()).matches("(crash|timeout|oom)-.*"))
                    .findFirst();
            if (crash.isEmpty()) {
                return "";
            }
            var bytes = Reader.bytes(crash.get());
            if (bytes.length == 0) {
                return "";
            }
            var reader = readers.get(Byte.toUnsignedInt(bytes[0]) % readers.size());
            var kept = Objects.requireNonNull(folder).resolve(reader.word() + ".input");
            Files.write(kept, Arrays.copyOfRange(bytes, 1, bytes.length));
            return "%nReader %s; the input: %s".formatted(reader.word(), kept);
        }
    }

    void stop() {
        process.destroyForcibly();
    }
}
