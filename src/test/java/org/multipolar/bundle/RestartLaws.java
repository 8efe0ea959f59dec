package org.multipolar.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service killed in the middle of taking a bundle starts again with a whole one, though its folders are gone. */
class RestartLaws {

    private static final int KILLS = Boolean.getBoolean("slow") ? 200 : 6;
    private static final long SEED = 20261123;

    private final Path folder;

    RestartLaws(@TempDir Path folder) throws IOException {
        this.folder = folder;
        var key = SmallFolders.key(folder, "key");
        Files.writeString(folder.resolve("signers"), key.publicKey() + "\n");
        SmallFolders.write(folder.resolve("profiles"), SmallFolders.profiles());
        SmallFolders.write(folder.resolve("rules"), SmallFolders.signed(SmallFolders.rules("R1"), 1, key));
    }

    private LiveSnapshot restarted(String rules) {
        return LiveSnapshot.open(
                folder.resolve("profiles"),
                folder.resolve(rules),
                new Safeguards(folder.resolve("signers"), folder.resolve("kept")));
    }

    @Test
    void a_killed_service_starts_from_what_it_took_last() throws Exception {
        var random = new Random(SEED);
        long newest = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = killed(newest + 1, random.nextInt(400));
            var bundle = restarted("none").current();
            long kept = Objects.requireNonNull(bundle.manifest()).revision();
            // What was taken and not yet told may be there or not; more than one such there cannot be.
            assertThat(kept).as("kill %d of seed %d", kill, SEED).isBetween(acknowledged, acknowledged + 1);
            assertThat(bundle.snapshot().rulebook().card("ONE").title()).isEqualTo("R" + kept);
            newest = kept;
            // The folder of the killed one may be half written: refused, or the newest one, never an older or a broken.
            var half = restarted("rules");
            assertThat(Objects.requireNonNull(half.current().manifest()).revision())
                    .isGreaterThanOrEqualTo(kept);
            newest = Math.max(
                    newest, Objects.requireNonNull(half.current().manifest()).revision());
        }
        assertThat(newest).isGreaterThan(KILLS);
    }

    /** {@return the last revision that a process took before it was killed, some time after its first} */
    private long killed(long first, long afterMillis) throws Exception {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Activator.class.getName(),
                        folder.toString(),
                        String.valueOf(first))
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (told(said).isEmpty()) {
            assertThat(System.nanoTime())
                    .as("took nothing: %s", Files.readString(folder.resolve("errors")))
                    .isLessThan(end);
            Thread.sleep(5);
        }
        Thread.sleep(afterMillis);
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var told = told(said);
        return Long.parseLong(told.get(told.size() - 1));
    }

    private static List<String> told(Path said) throws IOException {
        var text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
