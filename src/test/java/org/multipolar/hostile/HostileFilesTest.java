package org.multipolar.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.catalog.BadInput;

/** Hostile files are refused with file and line; what a search found before stays among them. */
class HostileFilesTest {

    /** Answered by codes of JSON-RPC, or beside a field of a form: neither knows lines. */
    private static final Set<Reader> WITHOUT_LINES = Set.of(Reader.MESSAGE, Reader.FORM, Reader.PARTS);

    /** Nothing stands in it that a line could be named of. */
    private static final Path EMPTY_LOG = Path.of("empty.jsonl");

    static Stream<Arguments> bad() {
        return Arrays.stream(Reader.values())
                .flatMap(reader -> reader.bad().stream().map(file -> Arguments.of(reader, file)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_hostile_file_is_refused_where_it_is_hostile(Reader reader, Path file) {
        assertThatThrownBy(() -> reader.read(Reader.bytes(file))).isInstanceOfSatisfying(BadInput.class, bad -> {
            assertThat(bad.fault().file()).isNotBlank();
            assertThat(bad.fault().what()).isNotBlank();
            if (!WITHOUT_LINES.contains(reader) && !file.endsWith(EMPTY_LOG)) {
                assertThat(bad.fault().line()).as(bad.getMessage()).isBetween(1, 1 + lines(Reader.bytes(file)));
            }
        });
    }

    private static int lines(byte[] bytes) {
        int lines = 0;
        for (byte each : bytes) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Else a reader that refuses everything would pass. */
    @ParameterizedTest
    @EnumSource
    void a_good_file_is_read(Reader reader) {
        assertThat(reader.good()).isNotEmpty();
        reader.good().forEach(file -> assertThatCode(() -> reader.read(Reader.bytes(file)))
                .as(file.toString())
                .doesNotThrowAnyException());
    }

    @Test
    void every_reader_has_hostile_files() {
        assertThat(Reader.values())
                .allSatisfy(reader -> assertThat(reader.bad()).as(reader.word()).hasSizeGreaterThan(1));
    }
}
