package org.multipolar.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.catalog.BadInput;

/** What is kept on disk is the bundle before or the one after, whatever stops the writing, and nothing that was changed. */
class LastGoodLaws {

    private static final int CHUNK = 256;
    private static final Map<String, byte[]> PROFILES = SmallFolders.profiles();
    private static final Map<String, byte[]> OLD = SmallFolders.rules("Old");
    private static final Map<String, byte[]> NEW = SmallFolders.rules("New");

    /** The process is gone: nothing after it happens, not even tidying up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Path folder;

    LastGoodLaws(@TempDir Path folder) {
        this.folder = folder.resolve("kept");
    }

    @BeforeEach
    void keepOld() {
        new LastGood(folder).keep(PROFILES, OLD);
    }

    private static List<String> steps(Path place) {
        var steps = new ArrayList<String>();
        new LastGood(place, CHUNK, steps::add).keep(PROFILES, NEW);
        return steps;
    }

    @Test
    void a_kill_before_any_step_leaves_the_old_or_the_new_and_the_next_writing_succeeds(@TempDir Path other) {
        var steps = steps(other);
        assertThat(steps).hasSizeGreaterThan(10).contains("open", "write", "force", "move", "force the folder");
        for (int kill = 0; kill < steps.size(); kill++) {
            var left = new int[] {kill};
            assertThatThrownBy(() -> new LastGood(folder, CHUNK, step -> {
                                if (left[0]-- == 0) {
                                    throw new Killed();
                                }
                            })
                            .keep(PROFILES, NEW))
                    .isInstanceOf(Killed.class);
            holds(steps.get(kill).equals("force the folder") ? NEW : OLD);
            new LastGood(folder).keep(PROFILES, NEW);
            holds(NEW);
            new LastGood(folder).keep(PROFILES, OLD);
        }
    }

    @Test
    void a_disk_that_fails_at_any_step_leaves_the_old_or_the_new_and_is_told(@TempDir Path other) {
        var steps = steps(other);
        for (int failing = 0; failing < steps.size(); failing++) {
            var left = new int[] {failing};
            assertThatThrownBy(() -> new LastGood(folder, CHUNK, step -> {
                                if (left[0]-- == 0) {
                                    throw new IOException("No space left on device");
                                }
                            })
                            .keep(PROFILES, NEW))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("cannot be kept for the next start")
                    .hasMessageContaining("No space left");
            holds(steps.get(failing).equals("force the folder") ? NEW : OLD);
            new LastGood(folder).keep(PROFILES, OLD);
        }
    }

    private void holds(Map<String, byte[]> rules) {
        var kept = Objects.requireNonNull(new LastGood(folder).read());
        assertThat(kept.profiles()).usingRecursiveComparison().isEqualTo(PROFILES);
        assertThat(kept.rules()).usingRecursiveComparison().isEqualTo(rules);
    }

    @Test
    void what_is_there_already_is_not_written_again() {
        var steps = new ArrayList<String>();
        new LastGood(folder, CHUNK, steps::add).keep(PROFILES, OLD);
        assertThat(steps).isEmpty();
    }

    @Test
    void any_flipped_byte_and_any_cut_is_refused() throws IOException {
        var good = Files.readAllBytes(folder.resolve(LastGood.FILE));
        for (int at = 0; at < good.length; at++) {
            var flipped = good.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            refused(flipped);
            refused(Arrays.copyOf(good, at));
        }
        refused(Arrays.copyOf(good, good.length + 1));
        assertThat(good.length).isGreaterThan(1_000);
    }

    /** Plain Java: an assertion each would take longer than all that is asserted. */
    private void refused(byte[] bytes) {
        try {
            new LastGood(folder).read(bytes);
        } catch (BadInput refused) {
            return;
        }
        throw new AssertionError("a change is not noticed");
    }

    @Test
    void what_is_refused_is_told_with_its_file() throws IOException {
        var file = folder.resolve(LastGood.FILE);
        var good = Files.readAllBytes(file);
        good[good.length / 2] ^= 1;
        Files.write(file, good);
        assertThatThrownBy(() -> new LastGood(folder).read())
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("its digest is another than the one it was written with");
    }

    @Test
    void nothing_kept_is_nothing() throws IOException {
        Files.delete(folder.resolve(LastGood.FILE));
        assertThat(new LastGood(folder).read()).isNull();
    }
}
