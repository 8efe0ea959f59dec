package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.Flip;
import org.multipolar.explain.LossShown;
import org.multipolar.explain.MixShare;
import org.multipolar.explain.Rejection;

/** One demand on the page: a bar, the same as a table, what a loss takes, who was left out. */
public record DemandView(
        String id,
        String title,
        String facts,
        String barInWords,
        List<Segment> segments,
        List<ShareView> shares,
        List<String> losses,
        List<String> exposures,
        String leftOut,
        List<Rejected> rejected) {

    /**
     * A candidate left out: the first ground, and what would bring it in.
     *
     * @param tried whether that was tried by solving again, in words; empty where nobody tried
     */
    public record Rejected(
            String model,
            String offer,
            String place,
            String ground,
            String by,
            String suitability,
            String entersIf,
            String tried) {}

    static DemandView of(DemandAnswer demand, Words words) {
        return new DemandView(
                demand.id(),
                demand.title(),
                "%s data, %s, %s million tokens a month, used in %s"
                        .formatted(
                                demand.dataSensitivity(),
                                demand.audience(),
                                Words.count(demand.volumeMtok()),
                                demand.operatingCountries().stream()
                                        .map(words::country)
                                        .collect(Collectors.joining(", "))),
                demand.mix().stream().map(share -> said(share, words)).collect(Collectors.joining("; ")),
                segments(demand, words),
                demand.mix().stream().map(share -> ShareView.of(share, words)).toList(),
                demand.worstLoss().values().stream()
                        .map(loss -> loss(loss, words))
                        .toList(),
                exposures(demand, words),
                leftOut(demand),
                demand.rejected().stream().map(each -> rejected(each, words)).toList());
    }

    private static List<Segment> segments(DemandAnswer demand, Words words) {
        var segments = new ArrayList<Segment>();
        int x = 0;
        for (var share : demand.mix()) {
            segments.add(new Segment(
                    x,
                    share.share(),
                    Segment.colour(share.supplierOrigin()),
                    !share.openness().equals("closed"),
                    share.share() + "%",
                    share.modelName(),
                    words.country(share.supplierOrigin()),
                    said(share, words)));
            x += share.share();
        }
        return segments;
    }

    private static String said(MixShare share, Words words) {
        return "%d%% %s, %s, made in %s, run by %s, served from %s"
                .formatted(
                        share.share(),
                        share.modelName(),
                        Words.openness(share.openness()),
                        words.inSentence(share.supplierOrigin()),
                        words.operator(share.operator()),
                        words.place(share.servingCountry()));
    }

    private static String loss(LossShown loss, Words words) {
        var frozen = loss.frozen() == 0
                ? ""
                : " %d%% of it on open weights whose maker is lost, running on without updates."
                        .formatted(loss.frozen());
        var takers = loss.couldTakeOver().isEmpty()
                ? " Nobody else could take over."
                : " Could take over: " + String.join(", ", loss.couldTakeOver()) + ".";
        return "Without the %s %s, %d%% stops and %d%% keeps running.%s%s"
                .formatted(loss.of(), words.lost(loss.of(), loss.is()), loss.lost(), loss.keeps(), frozen, takers);
    }

    private static List<String> exposures(DemandAnswer demand, Words words) {
        return demand.exposure().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> "%s: %s"
                        .formatted(
                                name(each.getKey()),
                                each.getValue().entrySet().stream()
                                        .sorted(Comparator.comparing(value -> -value.getValue()))
                                        .map(value -> "%s %d%%"
                                                .formatted(
                                                        said(each.getKey(), value.getKey(), words), value.getValue()))
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private static String name(String exposure) {
        return switch (exposure) {
            case "origin" -> "Made in";
            case "parent" -> "Owned from";
            case "supplier" -> "Maker";
            case "operator" -> "Operator";
            case "hostOrigin" -> "Operated from";
            case "place" -> "May be served from";
            case "lineage" -> "Base model family";
            case "openness" -> "Openness";
            default -> exposure;
        };
    }

    private static String said(String exposure, String value, Words words) {
        return switch (exposure) {
            case "origin", "parent", "hostOrigin" -> words.country(value);
            case "place" -> words.place(value);
            case "supplier" -> words.lost("supplier", value);
            case "operator" -> words.operator(value);
            default -> value;
        };
    }

    private static String leftOut(DemandAnswer demand) {
        var grounds = demand.rejectedByGround().entrySet().stream()
                .map(each -> each.getValue() + " on " + each.getKey())
                .collect(Collectors.joining(", "));
        return "Left out: %s of %s candidates"
                .formatted(
                        grounds.isEmpty() ? "none" : grounds,
                        Words.count(demand.counts().getOrDefault("candidates", 0)));
    }

    private static Rejected rejected(Rejection each, Words words) {
        return new Rejected(
                each.model(),
                each.offer(),
                words.place(each.servingCountry()),
                each.ground(),
                String.join(", ", each.by()) + (each.citation().isEmpty() ? "" : " (" + each.citation() + ")"),
                Words.percent(each.suitability()),
                each.wouldEnterIf(),
                tried(each.flip()));
    }

    private static String tried(@Nullable Flip flip) {
        return flip == null
                ? ""
                : flip.confirmed()
                        ? "tried by solving again: it then gets %d%%".formatted(flip.share())
                        : "solving again did not bring it in";
    }
}
