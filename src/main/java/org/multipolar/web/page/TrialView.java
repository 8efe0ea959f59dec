package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.World;
import org.multipolar.web.language.Tongue;
import org.multipolar.whatif.Side;
import org.multipolar.whatif.Trial;
import org.multipolar.whatif.WhatIf;

/**
 * What moves come to, as the page tells it.
 *
 * @param status how the answer is framed: optimal, infeasible, unproven; still while the new best mix is worked out
 * @param said the finding, sentence by sentence
 * @param working null where the new best mix is there, or nothing is moved
 * @param columns what the rows have a figure of, beside their name
 * @param broken limits that the mix of today breaks
 */
public record TrialView(
        TrialForm form,
        String status,
        List<String> said,
        @Nullable Working working,
        List<String> columns,
        List<Row> rows,
        List<WhatIf.Broken> broken,
        List<Move> moves) {

    /** One figure of each mix. */
    public record Row(String name, List<Figure> figures) {}

    /** A share that differs between the mix of today and the new best one. */
    public record Move(String demand, String offer, String place, Figure from, Figure to) {}

    /**
     * {@return the page}
     *
     * @param anew null where it is not there yet, or nothing is moved
     * @param working what to say while it is not; null where nothing is moved
     */
    public static TrialView of(
            TrialForm form,
            Trial.Held held,
            Trial.@Nullable Anew anew,
            @Nullable Working working,
            World world,
            Tongue tongue) {
        var telling = new Telling(held, anew, working != null, new Words(world, tongue));
        return new TrialView(
                form,
                telling.status(),
                telling.said(),
                anew == null ? working : null,
                telling.columns(),
                telling.rows(),
                held.broken(),
                anew == null ? List.of() : telling.moves(anew));
    }

    private record Telling(Trial.Held held, Trial.@Nullable Anew anew, boolean moved, Words words) {

        String status() {
            if (!moved) {
                return held.now().side().outcome();
            }
            return anew == null ? "still" : anew.best().side().outcome();
        }

        List<String> said() {
            if (!moved) {
                return List.of(words.say(held.now().side().stands() ? "trial.nothing-moved" : "trial.held-none"));
            }
            var said = new ArrayList<String>();
            said.add(
                    !held.hold().side().stands()
                            ? words.say("trial.held-none")
                            : held.broken().isEmpty()
                                    ? words.say("trial.held-keeps")
                                    : words.say(
                                            "trial.held-breaks", held.broken().size()));
            said.add(anew == null ? words.say("trial.working") : plan(anew));
            return said;
        }

        private String plan(Trial.Anew found) {
            var best = found.best().side();
            if (best.outcome().equals("infeasible")) {
                return words.say("what-if.plan-none");
            }
            if (best.outcome().equals("unproven")) {
                return words.say("what-if.plan-open");
            }
            var hold = held.hold().side();
            var from = hold.score();
            var to = best.score();
            if (from == null || to == null) {
                return words.say("trial.plan-first");
            }
            long usd = (best.cost().totalMicroUsd() - hold.cost().totalMicroUsd()) / 1_000_000;
            return found.moves().isEmpty()
                    ? words.say("what-if.plan-same", usd, to - from)
                    : words.say(
                            "what-if.plan-moves", usd, to - from, found.moves().size());
        }

        private List<Trial.Mix> mixes() {
            var mixes = new ArrayList<Trial.Mix>();
            mixes.add(held.now());
            if (moved) {
                mixes.add(held.hold());
            }
            if (anew != null) {
                mixes.add(anew.best());
            }
            return mixes;
        }

        List<String> columns() {
            var columns = new ArrayList<>(List.of(words.say("trial.mix-today")));
            if (moved) {
                columns.add(words.say("trial.under-moves"));
            }
            if (anew != null) {
                columns.add(words.say("what-if.new-best"));
            }
            return columns;
        }

        List<Row> rows() {
            return List.of(
                    row("what-if.row-score", each -> score(each.side())),
                    row("what-if.row-usd", each -> Figure.usd(each.side().cost().totalMicroUsd(), words.tongue())),
                    row("answer.loss", this::loss),
                    row("answer.origins", each -> origins(each.side())));
        }

        private Row row(String name, Function<Trial.Mix, Figure> figure) {
            return new Row(
                    words.say(name),
                    mixes().stream()
                            .map(each -> each.side().stands()
                                    ? figure.apply(each)
                                    : Figure.words(words.say("what-if.no-mix")))
                            .toList());
        }

        private Figure score(Side side) {
            var score = side.score();
            return score == null ? Figure.NONE : Figure.count(score, words.tongue());
        }

        private Figure origins(Side side) {
            return new Figure(
                    Figure.plain(side.effectiveOrigins(), 4),
                    words.tongue().decimal(side.effectiveOrigins() / 10_000.0, 2));
        }

        private Figure loss(Trial.Mix mix) {
            var loss = mix.loss();
            if (loss == null) {
                return Figure.words(words.say("frontier.no-loss"));
            }
            int stops = 100 - loss.keeps();
            return new Figure(
                    Integer.toString(stops),
                    words.say(
                            "frontier.loss",
                            words.share(stops),
                            loss.demand(),
                            loss.kind(),
                            words.lostInSentence(loss.kind(), loss.lost())));
        }

        List<Move> moves(Trial.Anew found) {
            return found.moves().stream()
                    .map(each -> new Move(
                            each.demand(),
                            words.offer(each.offer()),
                            words.place(each.servingCountry()),
                            Figure.percent(each.from(), words.tongue()),
                            Figure.percent(each.to(), words.tongue())))
                    .toList();
        }
    }
}
