package org.multipolar.web.page;

import java.util.Comparator;
import java.util.List;
import org.multipolar.explain.DemandAnswer;

/**
 * Why a demand is served as it is: its shares with their reasons, what it is exposed to, and who was left out.
 *
 * @param view the demand itself
 */
public record DemandWhy(DemandView view, List<Exposure> exposures, List<LeftOut> rejected) {

    /** What shares of a demand have in common. */
    public record Exposure(String of, String shares) {}

    static DemandWhy of(DemandAnswer demand, Words words, Links links, LeftOut.Limits limits) {
        return new DemandWhy(
                DemandView.of(demand, words, links),
                exposures(demand, words),
                demand.rejected().stream()
                        .map(each -> LeftOut.of(each, demand, words, limits))
                        .toList());
    }

    private static List<Exposure> exposures(DemandAnswer demand, Words words) {
        return demand.exposure().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Exposure(
                        words.code("exposure", each.getKey()),
                        words.tongue()
                                .list(each.getValue().entrySet().stream()
                                        .sorted(Comparator.comparing(value -> -value.getValue()))
                                        .map(value -> words.say(
                                                "why.exposed",
                                                said(each.getKey(), value.getKey(), words),
                                                words.share(value.getValue())))
                                        .toList())))
                .toList();
    }

    private static String said(String exposure, String value, Words words) {
        return switch (exposure) {
            case "origin", "parent", "hostOrigin" -> words.country(value);
            case "place" -> words.place(value);
            case "supplier" -> words.lost("supplier", value);
            case "operator" -> words.operator(value);
            case "openness" -> words.open(value);
            default -> value;
        };
    }
}
