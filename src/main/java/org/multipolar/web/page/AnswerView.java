package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.advice.Advice;
import org.multipolar.catalog.World;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.web.language.Tongue;

/**
 * An answer as the page tells it: outcome and key figures, what matters, then every demand as a bar and as a table.
 *
 * @param status code of the outcome
 * @param links to all that follows from it
 */
public record AnswerView(
        Advice advice,
        String status,
        String statusInWords,
        String proof,
        boolean hasMix,
        KeyFigures figures,
        List<String> matters,
        List<Key> legend,
        List<RegionView> regions,
        ClashView clash,
        Links links) {

    /** One colour of the bars and the country it stands for. */
    public record Key(String colour, String country) {}

    /** The demands of one region. */
    public record RegionView(String id, String name, List<DemandView> demands) {}

    /**
     * {@return the answer as a page tells it}
     *
     * @param world in which it was given
     * @param tongue of the reader
     * @param parameters by which addresses name the question, such as {@code buyer=x&asOf=2026-11-21}
     * @param decision id of the record; empty where the answer is not recorded
     */
    public static AnswerView of(Advice advice, World world, Tongue tongue, String parameters, String decision) {
        var words = new Words(world, tongue);
        var links = new Links(parameters, decision);
        boolean mix = advice.score() != null;
        return new AnswerView(
                advice,
                advice.outcome(),
                Outcomes.status(advice, words),
                Outcomes.proof(advice, words),
                mix,
                KeyFigures.of(advice, words),
                mix ? new Matters(advice, words).all() : List.of(),
                legend(advice, words),
                regions(advice, words, links),
                ClashView.of(advice, words),
                links);
    }

    private static List<Key> legend(Advice advice, Words words) {
        var countries = new TreeMap<String, Key>();
        advice.demands().stream()
                .flatMap(demand -> demand.mix().stream())
                .forEach(share -> countries.put(
                        share.supplierOrigin(),
                        new Key(
                                Segment.colour(share.supplierOrigin()),
                                words.say("answer.made-in", words.inSentence(share.supplierOrigin())))));
        return List.copyOf(countries.values());
    }

    private static List<RegionView> regions(Advice advice, Words words, Links links) {
        Map<String, List<DemandAnswer>> byRegion = new LinkedHashMap<>();
        advice.demands().forEach(demand -> byRegion.computeIfAbsent(demand.region(), id -> new ArrayList<>())
                .add(demand));
        return byRegion.entrySet().stream()
                .map(each -> new RegionView(
                        each.getKey(),
                        words.region(each.getKey()),
                        each.getValue().stream()
                                .map(demand -> DemandView.of(demand, words, links))
                                .toList()))
                .toList();
    }
}
