package org.multipolar.sweep;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Outturns as bytes: whole numbers, seven bits a byte, the sign in the lowest bit. */
final class Outturns {

    private static final List<Outturn.End> ENDS =
            List.of(Outturn.End.OPTIMAL, Outturn.End.INFEASIBLE, Outturn.End.UNPROVEN);

    /** No number takes more. */
    private static final int MOST_BYTES = 10;

    private Outturns() {}

    static Blob blob(List<Outturn> outturns) {
        var out = ByteBuffer.allocate(MOST_BYTES * numbers(outturns));
        write(out, outturns.size());
        for (var each : outturns) {
            write(out, ENDS.indexOf(each.end()));
            write(out, each.score());
            write(out, each.cost());
            write(out, each.held().size());
            for (var held : each.held()) {
                write(out, held.capacity());
                write(out, held.score());
                write(out, held.cost());
            }
            write(out, each.suppliers().size());
            each.suppliers().forEach((supplier, part) -> {
                write(out, supplier);
                write(out, part);
            });
        }
        return Blob.of(Arrays.copyOf(out.array(), out.position()));
    }

    private static int numbers(List<Outturn> outturns) {
        return 1
                + outturns.stream()
                        .mapToInt(each -> 5
                                + 3 * each.held().size()
                                + 2 * each.suppliers().size())
                        .sum();
    }

    static List<Outturn> read(Blob blob) {
        var in = ByteBuffer.wrap(blob.bytes());
        int many = Math.toIntExact(read(in));
        var outturns = new ArrayList<Outturn>();
        for (int i = 0; i < many; i++) {
            var end = end(read(in));
            long score = read(in);
            long cost = read(in);
            var held = new ArrayList<Outturn.Held>();
            for (long left = read(in); left > 0; left--) {
                held.add(new Outturn.Held(read(in), read(in), read(in)));
            }
            var suppliers = new TreeMap<Integer, Long>();
            for (long left = read(in); left > 0; left--) {
                suppliers.put(Math.toIntExact(read(in)), read(in));
            }
            outturns.add(new Outturn(end, score, cost, held, suppliers));
        }
        if (in.hasRemaining()) {
            throw new IllegalStateException(
                    "The outturns of a chunk are followed by %d bytes.".formatted(in.remaining()));
        }
        return outturns;
    }

    private static Outturn.End end(long number) {
        if (number < 0 || number >= ENDS.size()) {
            throw new IllegalStateException("An outturn of a chunk ends in no known way: %d.".formatted(number));
        }
        return ENDS.get((int) number);
    }

    private static void write(ByteBuffer out, long number) {
        long left = (number << 1) ^ (number >> 63);
        while ((left & ~0x7FL) != 0) {
            out.put((byte) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
    }

    private static long read(ByteBuffer in) {
        long number = 0;
        int shift = 0;
        int next;
        do {
            if (!in.hasRemaining() || shift > 63) {
                throw new IllegalStateException("The outturns of a chunk are cut off.");
            }
            next = in.get();
            number |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return (number >>> 1) ^ -(number & 1);
    }
}
