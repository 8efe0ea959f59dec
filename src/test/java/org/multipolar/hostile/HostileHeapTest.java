package org.multipolar.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A reader does not grow with the malice of what it reads: all hostile files and bombs fit into a small heap. */
class HostileHeapTest {

    private static final int ENOUGH_SECONDS = 60;

    /** 64 MiB for reading; profiles and rules, which are checked against, take some 30 of their own. */
    @Test
    void bombs_are_refused_in_a_small_heap() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Bombs.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines().filter(line -> line.matches("[a-z-]+ \\S+ .*")))
                .hasSizeGreaterThan(300)
                .allSatisfy(line -> assertThat(line).endsWith(" refused"));
        assertThat(process.exitValue()).as(said).isZero();
    }
}
