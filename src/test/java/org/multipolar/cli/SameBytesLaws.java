package org.multipolar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.Shipped;
import org.multipolar.catalog.read.Digests;

/** The same question gives the same bytes wherever the program runs: in any zone, in any language, on any number of processors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesLaws {

    private static final boolean SLOW = Boolean.getBoolean("slow");

    /** A day apart for most of the day. */
    private static final List<String> ZONES = List.of("Pacific/Pago_Pago", "Pacific/Kiritimati");

    /** With another small letter of I, with other digits, and with neither. */
    private static final List<String> LOCALES = List.of("tr-TR", "ar-EG", "en-US");

    private static final List<Integer> PROCESSORS = List.of(1, 2, 4);
    private static final long ENOUGH_SECONDS = 120;

    private final Path folder;

    SameBytesLaws(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Machine(String zone, String locale, int processors) {

        List<String> options() {
            var parts = locale.split("-", 2);
            return List.of(
                    "-Duser.timezone=" + zone,
                    "-Duser.language=" + parts[0],
                    "-Duser.country=" + parts[1],
                    "-XX:ActiveProcessorCount=" + processors);
        }
    }

    /** House rules alone are read in no time. */
    @BeforeAll
    void copy() throws IOException {
        Files.writeString(folder.resolve("mini.yaml"), MiniBuyer.YAML);
        for (var each : Shipped.world().entrySet()) {
            write("profiles/" + each.getKey(), each.getValue());
        }
        for (var each : Shipped.rules().entrySet()) {
            if (!each.getKey().endsWith(".drl") || each.getKey().startsWith("house/")) {
                write("rules/" + each.getKey(), each.getValue());
            }
        }
    }

    private void write(String path, byte[] bytes) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);
    }

    @Test
    void advice_has_the_same_bytes_in_every_zone_and_language_and_on_any_number_of_processors() throws Exception {
        var digests = new TreeMap<String, List<Machine>>();
        for (var machine : machines()) {
            var digest = Digests.of(said(machine, List.of("--json")));
            digests.computeIfAbsent(digest, any -> new ArrayList<>()).add(machine);
        }
        assertThat(digests).hasSize(1);
    }

    @Test
    void its_text_has_the_same_bytes_where_digits_and_small_letters_are_others() throws Exception {
        var here = said(new Machine("UTC", "en-US", 2), List.of());

        assertThat(here).contains("Letters");
        assertThat(said(new Machine("UTC", "ar-EG", 2), List.of())).isEqualTo(here);
        if (SLOW) {
            assertThat(said(new Machine("UTC", "tr-TR", 2), List.of())).isEqualTo(here);
        }
    }

    /** {@return all of them in the slow run; otherwise one for each language, in which zones and processors differ too} */
    private static List<Machine> machines() {
        var machines = new ArrayList<Machine>();
        for (int i = 0; i < LOCALES.size(); i++) {
            for (int j = 0; j < PROCESSORS.size(); j++) {
                for (int k = 0; k < ZONES.size(); k++) {
                    if (SLOW || (j == i && k == i % ZONES.size())) {
                        machines.add(new Machine(ZONES.get(k), LOCALES.get(i), PROCESSORS.get(j)));
                    }
                }
            }
        }
        return machines;
    }

    private String said(Machine machine, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine.options());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.multipolar.Main",
                "advise",
                folder.resolve("mini.yaml").toString(),
                "--as-of",
                "2026-11-22",
                "--profiles",
                folder.resolve("profiles").toString(),
                "--rules",
                folder.resolve("rules").toString()));
        command.addAll(options);
        var errors = folder.resolve("errors.txt");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("%s: %s", machine, Files.readString(errors))
                    .isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
