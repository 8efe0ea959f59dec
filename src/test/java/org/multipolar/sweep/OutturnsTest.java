package org.multipolar.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutturnsTest {

    private static long number(Random random) {
        long size = random.nextLong() >> random.nextInt(64);
        return random.nextInt(8) == 0 ? (random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE) : size;
    }

    private static List<Outturn> drawn(Random random) {
        var outturns = new ArrayList<Outturn>();
        for (int i = random.nextInt(9); i > 0; i--) {
            var held = new ArrayList<Outturn.Held>();
            for (int j = random.nextInt(4); j > 0; j--) {
                held.add(new Outturn.Held(number(random), number(random), number(random)));
            }
            var suppliers = new TreeMap<Integer, Long>();
            for (int j = random.nextInt(5); j > 0; j--) {
                suppliers.put(random.nextInt(200) - 1, number(random));
            }
            outturns.add(new Outturn(
                    List.of(Outturn.End.values()).get(random.nextInt(3)),
                    number(random),
                    number(random),
                    held,
                    suppliers));
        }
        return outturns;
    }

    @Test
    void outturns_come_back_from_their_bytes() {
        for (long seed = 0; seed < 500; seed++) {
            var outturns = drawn(new Random(seed));

            assertThat(Outturns.read(Outturns.blob(outturns)))
                    .as("seed %d", seed)
                    .isEqualTo(outturns);
        }
    }

    @Test
    void one_outturn_is_these_bytes() {
        var one = new Outturn(Outturn.End.INFEASIBLE, -1, 64, List.of(new Outturn.Held(0, 1, -64)), Map.of(3, 10_000L));

        // one; end 1; -1; 64; one held: 0, 1, -64; one supplier: 3, 10,000. Each doubled, less one where negative
        assertThat(Outturns.blob(List.of(one)).bytes())
                .isEqualTo(bytes(2, 2, 1, 0x80, 1, 2, 0, 2, 127, 2, 6, 0xA0, 0x9C, 1));
    }

    private static byte[] bytes(int... numbers) {
        var bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }

    @Test
    void bytes_that_are_cut_or_go_on_are_refused() {
        for (long seed = 0; seed < 100; seed++) {
            var bytes = Outturns.blob(drawn(new Random(seed))).bytes();
            for (int length = 0; length < bytes.length; length++) {
                var cut = Blob.of(Arrays.copyOf(bytes, length));

                assertThatThrownBy(() -> Outturns.read(cut))
                        .as("seed %d, %d bytes", seed, length)
                        .isInstanceOf(IllegalStateException.class);
            }
            var longer = Blob.of(Arrays.copyOf(bytes, bytes.length + 1));
            assertThatThrownBy(() -> Outturns.read(longer)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void an_end_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> Outturns.read(Blob.of(new byte[] {2, 6, 0, 0, 0, 0})))
                .isInstanceOf(IllegalStateException.class);
    }
}
