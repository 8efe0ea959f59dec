package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.multipolar.catalog.World;
import org.multipolar.explain.BestMixes;
import org.multipolar.explain.MixBrief;
import org.multipolar.explain.Stability;
import org.multipolar.explain.Tradeoffs;
import org.multipolar.portfolio.PortfolioProblem;
import org.multipolar.web.language.Tongue;

/**
 * Other mixes beside the one proposed: cost against score as a picture and a table, and the best mixes in turn.
 *
 * @param notSearched questions of the grid that stayed open, in words
 */
public record FrontierView(
        Tradeoffs tradeoffs,
        Links links,
        String finding,
        String lossKinds,
        List<Row> rows,
        Scatter scatter,
        String beside,
        List<String> notSearched,
        String bestFinding,
        List<Ranked> mixes) {

    /** One mix of the table, and the number by which the picture names it. */
    public record Row(int number, boolean proposed, Figures figures) {}

    /** What a mix comes to, in words. */
    public record Figures(Figure usd, Figure score, Figure suitability, String loss, String suppliers) {}

    /** One of the best mixes in turn, and what it has other than the first. */
    public record Ranked(int rank, String behind, Figures figures, List<String> moves) {}

    private static final int MOST_SUPPLIERS = 4;

    public static FrontierView of(
            Tradeoffs tradeoffs, BestMixes best, World world, Tongue tongue, String parameters, String decision) {
        var words = new Words(world, tongue);
        var points = points(tradeoffs);
        var rows = new ArrayList<Row>();
        for (var point : points) {
            rows.add(new Row(rows.size() + 1, point.proposed(), figures(point.mix(), words)));
        }
        return new FrontierView(
                tradeoffs,
                new Links(parameters, decision),
                finding(tradeoffs, words),
                lossKinds(tradeoffs, words),
                rows,
                Scatter.of(points, words),
                tradeoffs.proposed() != null && !tradeoffs.onFrontier() ? words.say("frontier.beside") : "",
                tradeoffs.notSearched().stream().map(each -> left(each, words)).toList(),
                bestFinding(best, words),
                best.mixes().stream().map(mix -> ranked(mix, words)).toList());
    }

    private static String finding(Tradeoffs tradeoffs, Words words) {
        if (tradeoffs.points().isEmpty()) {
            return words.say("frontier.nothing");
        }
        int left = tradeoffs.notSearched().size();
        return "%s %s%s"
                .formatted(
                        words.say("frontier.finding", tradeoffs.points().size()),
                        words.say(
                                "frontier.grid",
                                words.share(PortfolioProblem.STEP_PERCENT),
                                tradeoffs.money().size()),
                        left == 0 ? "" : " " + words.say("frontier.grid-left", left));
    }

    private static String lossKinds(Tradeoffs tradeoffs, Words words) {
        var kinds = tradeoffs.lossKinds().stream()
                .map(kind -> words.code("loss-kind", kind))
                .toList();
        return kinds.isEmpty()
                ? ""
                : words.say("frontier.loss-kinds", words.tongue().list(kinds));
    }

    private static String bestFinding(BestMixes best, Words words) {
        int found = best.mixes().size();
        var end = !best.complete() ? "work" : found < best.asked() ? "none" : "count";
        return words.say(
                best.distinct().equals("shares") ? "frontier.best-by-shares" : "frontier.best-by-suppliers",
                found,
                end);
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
                Figure.usd(mix.cost().totalMicroUsd(), words.tongue()),
                Figure.count(mix.score(), words.tongue()),
                Figure.parts(mix.suitability(), words.tongue()),
                loss(mix, words),
                suppliers(mix, words));
    }

    private static String loss(MixBrief mix, Words words) {
        var worst = mix.worstLoss();
        return worst == null
                ? words.say("frontier.no-loss")
                : words.say(
                        "frontier.loss",
                        words.share(worst.lost()),
                        worst.demand(),
                        worst.kind(),
                        words.lostInSentence(worst.kind(), worst.what()));
    }

    private static String suppliers(MixBrief mix, Words words) {
        int more = mix.suppliers().size() - MOST_SUPPLIERS;
        var named = mix.suppliers().stream()
                .limit(MOST_SUPPLIERS)
                .map(each -> words.say("frontier.supplier", each.name(), words.parts(each.volume())))
                .collect(Collectors.joining(", "));
        return more > 0 ? words.say("frontier.suppliers-more", named, more) : named;
    }

    private static String left(Tradeoffs.NotSearched left, Words words) {
        var most = left.mostMicroUsd();
        var keeps = words.share(left.keeps());
        return most == null
                ? words.say("frontier.left-any-cost", keeps)
                : words.say("frontier.left", keeps, words.money(most));
    }

    private static Ranked ranked(BestMixes.Ranked mix, Words words) {
        return new Ranked(
                mix.rank(),
                mix.behind() == 0
                        ? words.say("frontier.the-best")
                        : words.say("frontier.behind", words.number(mix.behind())),
                figures(mix.mix(), words),
                mix.moves().stream().map(move -> moved(move, words)).toList());
    }

    private static String moved(Stability.Move move, Words words) {
        return words.say(
                "frontier.moved",
                move.demand(),
                words.model(move.model()),
                words.operator(move.operator()),
                words.place(move.place()),
                words.share(move.to()),
                words.share(move.from()));
    }
}
