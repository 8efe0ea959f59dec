package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.multipolar.advice.Advice;

/**
 * Who stands behind the volume: from the maker's country by maker, family of models, operator and place to the region.
 *
 * @param finding the largest part of each, in a sentence
 */
public record ChainView(String finding, List<Flow> flows) {

    /**
     * One way that volume takes.
     *
     * @param colour class of the stylesheet, by the maker's country
     * @param mtok million tokens a month
     * @param part of all volume
     */
    public record Flow(
            String colour,
            String country,
            String maker,
            String lineage,
            String operator,
            String place,
            String region,
            Figure mtok,
            Figure part) {}

    /** What makes two shares one flow. */
    private record Path(
            String origin, String country, String maker, String lineage, String operator, String place, String region)
            implements Comparable<Path> {

        private static final Comparator<Path> BY_NAMES = Comparator.comparing(Path::country)
                .thenComparing(Path::origin)
                .thenComparing(Path::maker)
                .thenComparing(Path::lineage)
                .thenComparing(Path::operator)
                .thenComparing(Path::place)
                .thenComparing(Path::region);

        @Override
        public int compareTo(Path other) {
            return BY_NAMES.compare(this, other);
        }
    }

    static ChainView of(Advice advice, Words words) {
        // Percent of million tokens, so that whole numbers hold it.
        var volumes = new TreeMap<Path, Long>();
        for (var demand : advice.demands()) {
            for (var share : demand.mix()) {
                var path = new Path(
                        share.supplierOrigin(),
                        words.country(share.supplierOrigin()),
                        share.supplierName(),
                        String.join(" + ", share.lineage()),
                        words.operator(share.operator()),
                        words.place(share.servingCountry()),
                        words.region(demand.region()));
                volumes.merge(path, share.share() * demand.volumeMtok(), Long::sum);
            }
        }
        long all =
                Math.max(1, volumes.values().stream().mapToLong(Long::longValue).sum());
        return new ChainView(finding(volumes, all, words), flows(volumes, all, words));
    }

    private static List<Flow> flows(Map<Path, Long> volumes, long all, Words words) {
        var flows = new ArrayList<Flow>();
        volumes.forEach((path, volume) -> flows.add(new Flow(
                Segment.colour(path.origin()),
                path.country(),
                path.maker(),
                path.lineage(),
                path.operator(),
                path.place(),
                path.region(),
                new Figure(Figure.plain(volume, 2), words.number((volume + 50) / 100)),
                Figure.parts(part(volume, all), words.tongue()))));
        return flows;
    }

    private static long part(long volume, long all) {
        return (20_000 * volume + all) / (2 * all);
    }

    private static String finding(Map<Path, Long> volumes, long all, Words words) {
        if (volumes.isEmpty()) {
            return "";
        }
        var maker = largest(volumes, Path::maker);
        var operator = largest(volumes, Path::operator);
        var place = largest(volumes, Path::place);
        return words.say(
                "chain.finding",
                maker.getKey(),
                words.parts(part(maker.getValue(), all)),
                operator.getKey(),
                words.parts(part(operator.getValue(), all)),
                place.getKey(),
                words.parts(part(place.getValue(), all)));
    }

    private static Map.Entry<String, Long> largest(Map<Path, Long> volumes, Function<Path, String> of) {
        var parts = new TreeMap<String, Long>();
        volumes.forEach((path, volume) -> parts.merge(of.apply(path), volume, Long::sum));
        return parts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
    }
}
