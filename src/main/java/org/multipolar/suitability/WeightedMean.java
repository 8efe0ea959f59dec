package org.multipolar.suitability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.multipolar.catalog.Policy;

/** The weighted mean of the criteria: rounded once, and split so that the parts add up to it. */
final class WeightedMean {

    private static final double WHOLE = 10_000;
    private static final double PERCENT = 100;

    private WeightedMean() {}

    static Suitability of(Map<Criterion, Appraisal> appraisals, Policy.Weights weights) {
        var exact = new ArrayList<Double>();
        double sum = 0;
        for (var entry : appraisals.entrySet()) {
            double part = entry.getValue().value() * entry.getKey().weight(weights) * (WHOLE / PERCENT);
            exact.add(part);
            sum += part;
        }
        long base = (long) Math.rint(sum);
        var parts = split(exact, base);
        var contributions = new ArrayList<Contribution>();
        for (var entry : appraisals.entrySet()) {
            contributions.add(new Contribution(
                    entry.getKey(),
                    (long) Math.rint(entry.getValue().value() * WHOLE),
                    entry.getKey().weight(weights),
                    parts.get(contributions.size()),
                    entry.getValue().note()));
        }
        return new Suitability(contributions, base, 0);
    }

    /** The largest remainders take what rounding down left over; of equal ones the earlier. */
    private static List<Long> split(List<Double> exact, long whole) {
        var parts = new ArrayList<>(
                exact.stream().map(part -> (long) Math.floor(part)).toList());
        long left = whole - parts.stream().mapToLong(Long::longValue).sum();
        var byRemainder = new ArrayList<Integer>();
        for (int at = 0; at < exact.size(); at++) {
            byRemainder.add(at);
        }
        byRemainder.sort(Comparator.comparingDouble(at -> Math.floor(exact.get(at)) - exact.get(at)));
        for (int next = 0; next < left; next++) {
            int at = byRemainder.get(next);
            parts.set(at, parts.get(at) + 1);
        }
        return parts;
    }
}
