package org.multipolar.suitability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.multipolar.catalog.Policy;

/**
 * What each criterion weighs, in hundredths of a percent, so that weights can be moved a little.
 *
 * @param parts one per criterion in their order; they sum to 10,000
 */
public record FineWeights(List<Integer> parts) {

    public static final int WHOLE = 10_000;
    private static final int PERCENT = WHOLE / 100;
    private static final List<Criterion> ORDER = List.of(Criterion.values());

    public FineWeights {
        parts = List.copyOf(parts);
        int sum = parts.stream().mapToInt(Integer::intValue).sum();
        if (sum != WHOLE || parts.size() != ORDER.size()) {
            throw new IllegalArgumentException("The weights %s sum to %d.".formatted(parts, sum));
        }
    }

    public static FineWeights of(Policy.Weights weights) {
        return new FineWeights(ORDER.stream()
                .map(criterion -> PERCENT * criterion.weight(weights))
                .toList());
    }

    public int of(Criterion criterion) {
        return parts.get(ORDER.indexOf(criterion));
    }

    /** {@return each weight times its factor, shared out anew to the same sum} */
    public FineWeights times(List<Double> factors) {
        var raw = new ArrayList<Double>();
        for (int at = 0; at < parts.size(); at++) {
            raw.add(parts.get(at) * factors.get(at));
        }
        return new FineWeights(sharedOut(WHOLE, raw));
    }

    /** {@return one weight at a percentage and all others in their proportions; in equal parts where they had none} */
    public FineWeights with(Criterion criterion, int percent) {
        int others = WHOLE - of(criterion);
        var raw = new ArrayList<Double>();
        for (var each : ORDER) {
            raw.add(each == criterion ? 0.0 : others == 0 ? 1.0 : of(each));
        }
        var moved = new ArrayList<>(sharedOut(WHOLE - PERCENT * percent, raw));
        moved.set(ORDER.indexOf(criterion), PERCENT * percent);
        return new FineWeights(moved);
    }

    /** Rounded down, and what is left to the largest remainders; of equal ones to the earlier. */
    private static List<Integer> sharedOut(int whole, List<Double> raw) {
        double sum = raw.stream().mapToDouble(Double::doubleValue).sum();
        var parts = new ArrayList<Integer>();
        var remainders = new ArrayList<Double>();
        for (double each : raw) {
            double part = each * whole / sum;
            parts.add((int) part);
            remainders.add(part - (int) part);
        }
        int left = whole - parts.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, raw.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -remainders.get(at)))
                .limit(left)
                .forEach(at -> parts.set(at, parts.get(at) + 1));
        return parts;
    }
}
