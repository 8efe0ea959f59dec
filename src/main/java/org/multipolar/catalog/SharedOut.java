package org.multipolar.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares a whole out in proportion to some parts and loses nothing: what rounding down leaves goes to the largest remainders. */
public final class SharedOut {

    private SharedOut() {}

    /** {@return whole shares that sum to the whole, the earlier first among equals; equal parts where all are nothing} */
    public static List<Long> of(long whole, List<Long> parts) {
        long sum = parts.stream().mapToLong(Long::longValue).sum();
        if (sum == 0) {
            return parts.isEmpty() ? List.of() : of(whole, Collections.nCopies(parts.size(), 1L));
        }
        var shares = new ArrayList<Long>();
        parts.forEach(part -> shares.add(whole * part / sum));
        long left = whole - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> -(whole * parts.get(at) % sum)))
                .limit(left)
                .forEach(at -> shares.set(at, shares.get(at) + 1));
        return shares;
    }
}
