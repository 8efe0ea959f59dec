package org.multipolar.web.page;

import java.util.List;
import java.util.stream.Collectors;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.LossShown;

/**
 * One demand on the page: a bar, the same as a table, what a loss takes.
 *
 * @param why address of the reasons
 */
public record DemandView(
        String id,
        String title,
        String facts,
        String barInWords,
        List<Segment> segments,
        List<ShareView> shares,
        List<String> losses,
        String origins,
        String leftOut,
        String why) {

    private static final int CENT = 100;

    static DemandView of(DemandAnswer demand, Words words, Links links) {
        return new DemandView(
                demand.id(),
                demand.title(),
                facts(demand, words),
                demand.mix().stream().map(share -> Segment.said(share, words)).collect(Collectors.joining("; ")),
                Segment.bar(demand.mix(), words),
                demand.mix().stream().map(share -> ShareView.of(share, words)).toList(),
                demand.worstLoss().values().stream()
                        .map(loss -> loss(loss, words))
                        .toList(),
                words.say("answer.origins-of", words.tongue().decimal(demand.effectiveOrigins() / (double) CENT, 2)),
                leftOut(demand, words),
                links.why(demand.id()));
    }

    private static String facts(DemandAnswer demand, Words words) {
        return words.say(
                "answer.demand-facts",
                words.code("sensitivity", demand.dataSensitivity()),
                words.code("audience", demand.audience()),
                words.number(demand.volumeMtok()),
                words.tongue()
                        .list(demand.operatingCountries().stream()
                                .map(words::country)
                                .toList()));
    }

    private static String loss(LossShown loss, Words words) {
        var lost = words.say(
                "loss.stops",
                loss.of(),
                words.lostInSentence(loss.of(), loss.is()),
                words.share(loss.lost()),
                words.share(loss.keeps()));
        var frozen = loss.frozen() == 0 ? "" : " " + words.say("loss.frozen", words.share(loss.frozen()));
        return lost + frozen + " " + takers(loss, words);
    }

    /** {@return who could take over what a loss takes} */
    private static String takers(LossShown loss, Words words) {
        return loss.couldTakeOver().isEmpty()
                ? words.say("loss.nobody")
                : words.say(
                        "loss.takers",
                        words.tongue()
                                .list(loss.couldTakeOver().stream()
                                        .map(words::offer)
                                        .toList()));
    }

    private static String leftOut(DemandAnswer demand, Words words) {
        var all = words.number(demand.counts().getOrDefault("candidates", 0));
        var grounds = demand.rejectedByGround().entrySet().stream()
                .map(each ->
                        words.say("answer.left-on", words.number(each.getValue()), words.code("ground", each.getKey())))
                .collect(Collectors.joining(", "));
        return grounds.isEmpty() ? words.say("answer.left-none", all) : words.say("answer.left-out", grounds, all);
    }
}
