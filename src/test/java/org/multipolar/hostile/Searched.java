package org.multipolar.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.multipolar.catalog.BadInput;

/** What Jazzer calls, in a process of its own, again and again: the first byte of an input chooses among the readers. */
public final class Searched {

    private static List<Reader> readers = List.of();

    private Searched() {}

    /**
     * Called once.
     *
     * @param names of the readers to be searched
     */
    public static void fuzzerInitialize(String[] names) {
        readers = Arrays.stream(names)
                .map(name -> Objects.requireNonNull(Reader.byWord().get(name), name))
                .toList();
        // What they check against is read before the clock runs.
        readers.forEach(reader -> reader.good().forEach(file -> reader.read(Reader.bytes(file))));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        try {
            readers.get(Byte.toUnsignedInt(input[0]) % readers.size()).read(Arrays.copyOfRange(input, 1, input.length));
        } catch (BadInput refused) {
            var fault = refused.fault();
            if (fault.file().isBlank() || fault.what().isBlank() || fault.line() < 0) {
                throw new IllegalStateException("A refusal that does not say what is wrong, or where.", refused);
            }
        }
    }
}
