package org.multipolar.web.page;

import java.util.Comparator;
import org.multipolar.advice.Advice;
import org.multipolar.explain.DemandAnswer;
import org.multipolar.explain.LossShown;

/**
 * The figures that stand first.
 *
 * @param cost whole USD a month
 * @param origins effective number of countries in which models are made, over all volume
 * @param fewest the demand with fewest of them, in words
 * @param loss percent of one demand that the worst single loss stops
 * @param lossOf what is lost, and in which demand
 * @param takers who could take over
 * @param coming the next change of law, in words; empty where none is announced
 */
public record KeyFigures(
        String cost,
        String costParts,
        String origins,
        String fewest,
        String loss,
        String lossOf,
        String takers,
        int changes,
        String coming,
        int gaps) {

    private static final double CENT = 100;

    static KeyFigures of(Advice advice, Words words) {
        var matters = new Matters(advice, words);
        var cost = advice.cost();
        var worst = matters.worst();
        return new KeyFigures(
                words.money(cost.totalMicroUsd()),
                words.say(
                        "answer.cost-parts",
                        words.money(cost.tokensMicroUsd()),
                        words.money(cost.fixedMicroUsd()),
                        words.money(cost.exitMicroUsd())),
                hundredths(matters.effectiveOrigins(), words),
                fewest(advice, words),
                worst.map(blow -> words.share(blow.loss().lost())).orElse(""),
                worst.map(blow -> words.say(
                                "answer.loss-of",
                                blow.loss().of(),
                                words.lostInSentence(
                                        blow.loss().of(), blow.loss().is()),
                                blow.demand().title()))
                        .orElse(""),
                worst.map(blow -> taker(blow.loss(), words)).orElse(""),
                advice.upcoming().size(),
                advice.upcoming().isEmpty()
                        ? ""
                        : words.say(
                                "answer.next-change",
                                words.day(advice.upcoming().get(0).date())),
                advice.openGaps().size());
    }

    /** The first of those who could; the tables name the others. */
    private static String taker(LossShown loss, Words words) {
        var takers = loss.couldTakeOver();
        return takers.isEmpty()
                ? words.say("loss.nobody")
                : words.say("answer.taker", takers.size() - 1, words.offer(takers.get(0)));
    }

    private static String fewest(Advice advice, Words words) {
        return advice.demands().stream()
                .filter(demand -> demand.effectiveOrigins() > 0)
                .min(Comparator.comparingLong(DemandAnswer::effectiveOrigins))
                .map(demand -> words.say("answer.fewest", hundredths(demand.effectiveOrigins(), words), demand.title()))
                .orElse("");
    }

    private static String hundredths(long number, Words words) {
        return words.tongue().decimal(number / CENT, 2);
    }
}
