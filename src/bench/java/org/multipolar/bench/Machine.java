package org.multipolar.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says on what the race was run: commit, machine, JVM, and the versions of everybody. */
final class Machine {

    private static final String ENGINES =
            "(drools-engine|drools-mvel|easy-rules-core|camunda-engine-dmn|feel-engine|ortools-java|ojalgo)-\\d.*";

    private Machine() {}

    static void print() {
        var jvm = ManagementFactory.getRuntimeMXBean();
        System.out.printf("when      %s%n", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        System.out.printf("commit    %s%n", commit());
        System.out.printf(
                "machine   %s, %d processors, load %.2f, %s %s%n",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
        System.out.printf(
                "jvm       %s %s, %d MiB, %s%n",
                jvm.getVmName(),
                jvm.getVmVersion(),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")));
        System.out.printf("engines   %s%n", engines());
    }

    private static String engines() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1))
                .map(path -> String.valueOf(Path.of(path).getFileName()).replaceFirst("\\.jar$", ""))
                .filter(name -> name.matches(ENGINES))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String commit() {
        var changed = said("git", "status", "--porcelain", "--", "src/main", "pom.xml");
        return said("git", "rev-parse", "--short", "HEAD") + (changed.isEmpty() ? "" : ", with changes not committed");
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch");
        }
    }

    /** {@return what a command says, or a question mark where it cannot be run} */
    private static String said(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        } catch (IOException missing) {
            return "?";
        }
    }
}
