package org.multipolar.portfolio.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same work for every demand, one after the other or side by side. All of it has ended when a call returns or throws:
 * a demand's search belongs to one thread at a time, and whoever goes on after a failure uses it again.
 */
enum Together {
    /** For one question at a time. */
    SIDE_BY_SIDE,
    /** For many questions at once, each on a thread of its own. */
    IN_TURN;

    /** One demand's result, or what it threw. */
    private record Ended<R>(List<R> result, @Nullable RuntimeException thrown) {}

    /** {@return the results in order; throws what the first in order threw} */
    <R> List<R> each(int count, IntFunction<R> work) {
        if (this == IN_TURN) {
            return IntStream.range(0, count).mapToObj(work).toList();
        }
        var ended = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> ended(() -> work.apply(i)))
                .toList();
        var results = new ArrayList<R>();
        for (var each : ended) {
            if (each.thrown() != null) {
                throw each.thrown();
            }
            results.addAll(each.result());
        }
        return results;
    }

    private static <R> Ended<R> ended(Supplier<R> work) {
        try {
            return new Ended<>(List.of(work.get()), null);
        } catch (RuntimeException thrown) {
            return new Ended<>(List.of(), thrown);
        }
    }
}
