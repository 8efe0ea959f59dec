package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.multipolar.catalog.World;
import org.multipolar.explain.BestMixes;
import org.multipolar.explain.MixBrief;
import org.multipolar.explain.Stability;
import org.multipolar.explain.Tradeoffs;
import org.multipolar.web.language.Tongue;

/**
 * Other mixes beside the one proposed: cost against score as a picture and a table, and the best mixes in turn.
 *
 * @param notSearched questions of the grid that stayed open, in words
 */
public record FrontierView(
        Tradeoffs tradeoffs,
        String back,
        List<Row> rows,
        Scatter scatter,
        String beside,
        List<String> notSearched,
        BestMixes best,
        List<Ranked> mixes) {

    /** One mix of the table, and the number by which the picture names it. */
    public record Row(int number, boolean proposed, Figures figures) {}

    /** What a mix comes to, in words. */
    public record Figures(String usd, String score, String suitability, String loss, String suppliers) {}

    /** One of the best mixes in turn, and what it has other than the first. */
    public record Ranked(int rank, String behind, Figures figures, List<String> moves) {}

    private static final int MOST_SUPPLIERS = 4;

    public static FrontierView of(Tradeoffs tradeoffs, BestMixes best, World world) {
        var words = new Words(world, Tongue.ENGLISH);
        var points = points(tradeoffs);
        var rows = new ArrayList<Row>();
        for (var point : points) {
            rows.add(new Row(rows.size() + 1, point.proposed(), figures(point.mix(), words)));
        }
        return new FrontierView(
                tradeoffs,
                "/?buyer=%s&asOf=%s".formatted(tradeoffs.buyer(), tradeoffs.asOf()),
                rows,
                Scatter.of(points),
                tradeoffs.proposed() != null && !tradeoffs.onFrontier()
                        ? "The mix proposed is shown too: another is as good in all three and better in one."
                        : "",
                tradeoffs.notSearched().stream().map(FrontierView::left).toList(),
                best,
                best.mixes().stream().map(mix -> ranked(mix, words)).toList());
    }

    static String href(String buyer, String asOf) {
        return "/frontier?buyer=%s&asOf=%s".formatted(buyer, asOf);
    }

    /** The proposed mix comes last where it is none of the points. */
    private static List<Tradeoffs.Point> points(Tradeoffs tradeoffs) {
        var points = new ArrayList<>(tradeoffs.points());
        var proposed = tradeoffs.proposed();
        if (proposed != null && !tradeoffs.onFrontier()) {
            points.add(new Tradeoffs.Point(true, proposed));
        }
        return points;
    }

    private static Figures figures(MixBrief mix, Words words) {
        return new Figures(
                Words.usd(mix.cost().totalMicroUsd()),
                Words.count(mix.score()),
                Words.percent(mix.suitability()),
                loss(mix, words),
                suppliers(mix));
    }

    private static String loss(MixBrief mix, Words words) {
        var worst = mix.worstLoss();
        return worst == null
                ? "nothing can be lost"
                : "%d%% of %s, without the %s %s"
                        .formatted(worst.lost(), worst.demand(), worst.kind(), words.lost(worst.kind(), worst.what()));
    }

    private static String suppliers(MixBrief mix) {
        int more = mix.suppliers().size() - MOST_SUPPLIERS;
        return mix.suppliers().stream()
                        .limit(MOST_SUPPLIERS)
                        .map(each -> "%s %s".formatted(each.name(), Words.percent(each.volume())))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String left(Tradeoffs.NotSearched left) {
        var most = left.mostMicroUsd();
        return "%d%% of every demand survives, %s"
                .formatted(
                        left.keeps(), most == null ? "any cost" : "at most %s USD a month".formatted(Words.usd(most)));
    }

    private static Ranked ranked(BestMixes.Ranked mix, Words words) {
        return new Ranked(
                mix.rank(),
                mix.behind() == 0 ? "the best" : Words.count(mix.behind()) + " behind",
                figures(mix.mix(), words),
                mix.moves().stream().map(move -> moved(move, words)).toList());
    }

    private static String moved(Stability.Move move, Words words) {
        return "%s: %s by %s, served from %s, %d%% instead of %d%%"
                .formatted(
                        move.demand(),
                        move.model(),
                        words.operator(move.operator()),
                        words.place(move.place()),
                        move.to(),
                        move.from());
    }
}
