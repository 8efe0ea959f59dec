package org.multipolar.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.language.Tongue;
import org.multipolar.whatif.Side;
import org.multipolar.whatif.WhatIf;

/**
 * What differs, scenario by scenario, beside the mix as it is.
 *
 * @param rows figures that differ in at least one scenario
 * @param unchanged names of those that do not, in a row; empty where all differ
 */
public record WhatIfTable(List<Column> columns, List<Row> rows, String unchanged) {

    /**
     * A scenario, or several that lie on each other.
     *
     * @param on title of the scenario it is compared with, or empty
     */
    public record Column(String id, String title, String on) {}

    /** One figure. */
    public record Row(String name, String asItIs, List<Cell> cells) {}

    /**
     * What becomes of a figure.
     *
     * @param same whether nothing does
     * @param detail more of it, or empty
     */
    public record Cell(String text, String detail, boolean same) {

        static Cell nothing(String text) {
            return new Cell(text, "", true);
        }
    }

    static WhatIfTable of(List<WhatIf> answers, List<ScenarioView> views, Tongue tongue) {
        var rows = new Cells(answers, tongue).rows();
        var columns = views.stream()
                .map(each -> new Column(each.id(), each.title(), each.on()))
                .toList();
        var same = rows.stream().filter(WhatIfTable::unchanged).map(Row::name).toList();
        return new WhatIfTable(
                columns,
                rows.stream().filter(each -> !unchanged(each)).toList(),
                same.isEmpty() ? "" : tongue.list(same));
    }

    private static boolean unchanged(Row row) {
        return row.cells().stream().allMatch(Cell::same);
    }

    /** The cells of all rows, in the reader's language. */
    private record Cells(List<WhatIf> answers, @Nullable Side base, Tongue tongue) {

        Cells(List<WhatIf> answers, Tongue tongue) {
            // A scenario that stands on another is compared with that one, so its old figures stand in its own cells.
            this(
                    answers,
                    answers.stream()
                            .filter(each -> each.on().isEmpty())
                            .findFirst()
                            .map(WhatIf::baseline)
                            .orElse(null),
                    tongue);
        }

        List<Row> rows() {
            return List.of(
                    row("what-if.row-lost", "", this::lost),
                    row("what-if.row-worst", "", this::worst),
                    row("what-if.row-fail-over", "", this::failOver),
                    row("what-if.row-best", base == null ? "" : outcome(base), this::outcome),
                    row(
                            "what-if.row-usd",
                            side -> tongue.usd(side.cost().totalMicroUsd()),
                            (old, now) -> signed(usd(old, now))),
                    row(
                            "what-if.row-score",
                            side -> tongue.number(WhatIfTable.score(side)),
                            (old, now) -> signed(WhatIfTable.score(now) - WhatIfTable.score(old))),
                    row("what-if.row-origins", side -> hundredths(side.effectiveOrigins()), (old, now) -> ""),
                    row("what-if.row-contracts", size(side -> side.contracts().size()), this::contracts),
                    row("what-if.row-duties", size(side -> side.duties().size()), this::duties));
        }

        private String say(String key, Object... arguments) {
            return tongue.say(key, arguments);
        }

        private Row row(String name, String asItIs, Function<WhatIf, Cell> cell) {
            return new Row(say(name), asItIs, answers.stream().map(cell).toList());
        }

        private Row row(String name, Function<Side, String> words, BiFunction<Side, Side, String> difference) {
            return row(name, asItIs(words), answer -> planned(answer, words, difference));
        }

        private String size(Function<Side, Integer> of) {
            return asItIs(side -> tongue.number(of.apply(side)));
        }

        private String asItIs(Function<Side, String> words) {
            return base == null ? "" : base.stands() ? words.apply(base) : say("what-if.no-mix");
        }

        private Cell noMix(WhatIf answer) {
            return new Cell(say("what-if.no-mix"), "", !answer.baseline().stands());
        }

        private Cell unchanged(String text) {
            return new Cell(text, say("what-if.unchanged"), true);
        }

        private String moved(String was, String now) {
            return say("what-if.from-to", was, now);
        }

        private String signed(long number) {
            return say("what-if.signed", number);
        }

        private Cell planned(WhatIf answer, Function<Side, String> words, BiFunction<Side, Side, String> difference) {
            var old = answer.baseline();
            var fresh = answer.rePlan();
            if (!fresh.stands()) {
                return noMix(answer);
            }
            var now = words.apply(fresh);
            if (!old.stands()) {
                return new Cell(now, "", false);
            }
            var was = words.apply(old);
            return was.equals(now) ? unchanged(now) : new Cell(moved(was, now), difference.apply(old, fresh), false);
        }

        private Cell lost(WhatIf answer) {
            if (!answer.baseline().stands()) {
                return Cell.nothing(say("what-if.none-to-hold"));
            }
            long lost = answer.baseline().capacity() - answer.hold().capacity();
            return lost == 0 ? Cell.nothing(say("what-if.nothing")) : new Cell(tongue.tenThousandths(lost), "", false);
        }

        private Cell worst(WhatIf answer) {
            var served = new TreeMap<String, Integer>();
            answer.hold().demands().forEach(each -> served.put(each.demand(), each.served()));
            int most = 0;
            String worst = "";
            for (var demand : answer.baseline().demands()) {
                int gone = demand.served() - served.getOrDefault(demand.demand(), 0);
                if (gone > most) {
                    most = gone;
                    worst = demand.demand();
                }
            }
            return most == 0
                    ? Cell.nothing(say("what-if.none"))
                    : new Cell(say("what-if.worst-lost", tongue.percent(most)), worst, false);
        }

        private Cell failOver(WhatIf answer) {
            var old = answer.baseline();
            var over = answer.failOver();
            if (!old.stands()) {
                return Cell.nothing(say("what-if.none-to-hold"));
            }
            if (answer.hold().capacity() == old.capacity()) {
                return Cell.nothing(say("what-if.none-to-take-over"));
            }
            if (!over.stands()) {
                return new Cell(
                        say(over.outcome().equals("unproven") ? "what-if.search-open" : "what-if.cannot-take-over"),
                        "",
                        false);
            }
            return new Cell(
                    say("what-if.possible"),
                    say("what-if.change", usd(old, over), WhatIfTable.score(over) - WhatIfTable.score(old)),
                    false);
        }

        private Cell outcome(WhatIf answer) {
            var now = outcome(answer.rePlan());
            return answer.rePlan().outcome().equals(answer.baseline().outcome())
                    ? unchanged(now)
                    : new Cell(now, "", false);
        }

        private String outcome(Side side) {
            return switch (side.outcome()) {
                case "optimal" -> say("what-if.proven");
                case "infeasible" -> say("what-if.none-lawful");
                default -> say(side.stands() ? "what-if.not-proven" : "what-if.search-open");
            };
        }

        private Cell duties(WhatIf answer) {
            if (!answer.rePlan().stands()) {
                return noMix(answer);
            }
            long added = answer.duties().stream()
                    .filter(each -> each.change().equals("added"))
                    .count();
            var now = tongue.number(answer.rePlan().duties().size());
            return answer.duties().isEmpty()
                    ? unchanged(now)
                    : new Cell(
                            moved(tongue.number(answer.baseline().duties().size()), now),
                            say("what-if.added-dropped", added, answer.duties().size() - added),
                            false);
        }

        private Cell contracts(WhatIf answer) {
            if (!answer.rePlan().stands()) {
                return noMix(answer);
            }
            var old = answer.baseline().contracts();
            var now = answer.rePlan().contracts();
            var added = now.stream().filter(each -> !old.contains(each)).toList();
            var dropped = old.stream().filter(each -> !now.contains(each)).toList();
            if (added.isEmpty() && dropped.isEmpty()) {
                return unchanged(tongue.number(now.size()));
            }
            var detail = new ArrayList<String>();
            if (!added.isEmpty()) {
                detail.add(say("what-if.contracts-new", tongue.list(added)));
            }
            if (!dropped.isEmpty()) {
                detail.add(say("what-if.contracts-ended", tongue.list(dropped)));
            }
            return new Cell(
                    moved(tongue.number(old.size()), tongue.number(now.size())), String.join(" ", detail), false);
        }

        /** Ten-thousandths to two decimals. */
        private String hundredths(long tenThousandths) {
            return tongue.decimal(
                    BigDecimal.valueOf(tenThousandths, 4)
                            .setScale(2, RoundingMode.HALF_UP)
                            .doubleValue(),
                    2);
        }
    }

    /** {@return whole USD a month that the second costs more, rounded as the headline of the answer rounds it} */
    static long usd(Side old, Side fresh) {
        return BigDecimal.valueOf(fresh.cost().totalMicroUsd() - old.cost().totalMicroUsd(), 6)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    static long score(Side side) {
        return Objects.requireNonNullElse(side.score(), 0L);
    }
}
