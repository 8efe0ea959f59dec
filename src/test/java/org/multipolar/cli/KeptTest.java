package org.multipolar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multipolar.catalog.BadInput;
import org.multipolar.sweep.Blob;
import org.multipolar.sweep.SmallSweep;
import org.multipolar.sweep.Sweep;
import org.multipolar.whatif.Told;

/** A sweep that was ended goes on from its file to the same bytes, whatever became of the file's end. */
class KeptTest {

    private static final String SWEEP =
            """
            id: drawn
            draws: 60
            scenarios:
              - {id: france, patch: {event: {lost: country, is: FR}}, likelihood: 0.3}
              - {id: dear, patch: {scale: {price: both, where: {offer: beta@two}}}, range: {from: 1, to: 3, steps: 3}}
            """;

    private static final SmallSweep SMALL = new SmallSweep(Told.market(), SWEEP);
    private static final String TASK = SmallSweep.TASK.id();

    private final Path file;

    KeptTest(@TempDir Path folder) {
        this.file = folder.resolve("sweep.kept");
    }

    private static Blob blob(String text) {
        return Blob.of(text.getBytes(UTF_8));
    }

    /** Works until so many chunks are kept. */
    private Sweep run(int most) {
        var sweep = SMALL.fresh();
        try (var kept = Kept.of(file, TASK);
                var engine = SMALL.engine(1)) {
            kept.chunks().forEach(sweep::take);
            int from = sweep.missing().size();
            engine.work(
                    SmallSweep.TASK,
                    sweep.missing(),
                    (chunk, result) -> {
                        sweep.take(chunk, result);
                        kept.keep(chunk, result);
                    },
                    () -> from - sweep.missing().size() >= most);
        }
        return sweep;
    }

    private int keptChunks() {
        try (var kept = Kept.of(file, TASK)) {
            return kept.chunks().size();
        }
    }

    private static String inOneGo() {
        return SmallSweep.json(SMALL.whole(1));
    }

    @Test
    void what_was_ended_goes_on_to_the_same_bytes() {
        assertThat(SmallSweep.json(run(3))).isNotEqualTo(inOneGo());
        assertThat(keptChunks()).isEqualTo(3);
        run(2);
        assertThat(keptChunks()).isEqualTo(5);

        assertThat(SmallSweep.json(run(1_000))).isEqualTo(inOneGo());
        assertThat(SmallSweep.json(run(0))).isEqualTo(inOneGo());
    }

    @Test
    void a_last_line_that_was_cut_anywhere_is_worked_out_again() throws IOException {
        run(3);
        var bytes = Files.readAllBytes(file);
        int last = new String(bytes, UTF_8).trim().lastIndexOf('\n') + 1;
        for (int length = last; length < bytes.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            assertThat(keptChunks()).as("%d bytes", length).isEqualTo(2);
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));

        assertThat(SmallSweep.json(run(1_000))).isEqualTo(inOneGo());
        assertThat(keptChunks()).isEqualTo(SMALL.fresh().missing().size());
    }

    @Test
    void a_line_whose_sum_is_wrong_is_worked_out_again() throws IOException {
        run(3);
        var text = Files.readString(file);
        int second = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
        int at = text.indexOf(' ', second) + 2;
        Files.writeString(file, text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1));

        assertThat(keptChunks()).isEqualTo(1);
        assertThat(SmallSweep.json(run(1_000))).isEqualTo(inOneGo());
    }

    @Test
    void the_number_of_a_chunk_is_under_its_sum() throws IOException {
        try (var kept = Kept.of(file, TASK)) {
            kept.keep(1, blob("one"));
        }
        Files.writeString(file, Files.readString(file).replace("\n1 ", "\n257 "));

        assertThat(keptChunks()).isZero();
    }

    @Test
    void bytes_that_are_no_text_at_the_end_are_worked_out_again() throws IOException {
        run(2);
        Files.write(file, new byte[] {'7', ' ', (byte) 0xC3, 0, (byte) 0xFF}, java.nio.file.StandardOpenOption.APPEND);

        assertThat(keptChunks()).isEqualTo(2);
        assertThat(SmallSweep.json(run(1_000))).isEqualTo(inOneGo());
    }

    @Test
    void a_head_without_the_end_of_its_line_is_completed() throws IOException {
        run(0);
        Files.writeString(file, Files.readString(file).trim());
        try (var kept = Kept.of(file, TASK)) {
            kept.keep(4, blob("four"));
        }

        try (var kept = Kept.of(file, TASK)) {
            assertThat(kept.chunks()).isEqualTo(Map.of(4, blob("four")));
        }
    }

    @Test
    void the_file_of_another_sweep_is_refused_and_left_alone() throws IOException {
        run(1);
        var before = Files.readString(file);

        assertThatThrownBy(() -> Kept.of(file, "another"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(TASK)
                .hasMessageContaining("Maybe ");
        assertThat(Files.readString(file)).isEqualTo(before);

        Files.writeString(file, "a letter\n");
        assertThatThrownBy(() -> Kept.of(file, TASK)).isInstanceOf(BadInput.class);
        assertThat(Files.readString(file)).isEqualTo("a letter\n");
    }

    @Test
    void without_a_file_nothing_is_kept() {
        try (var kept = Kept.of(null, TASK)) {
            kept.keep(1, blob("one"));
            assertThat(kept.chunks()).isEmpty();
        }
        assertThat(file).doesNotExist();
    }
}
