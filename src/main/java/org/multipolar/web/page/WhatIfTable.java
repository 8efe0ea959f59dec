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
import org.multipolar.whatif.Side;
import org.multipolar.whatif.WhatIf;

/**
 * What differs, scenario by scenario, beside the mix as it is.
 *
 * @param asItIs heading of the column of the mix as it is
 */
public record WhatIfTable(String asItIs, List<Column> columns, List<Row> rows) {

    /** A scenario, or several that lie on each other. */
    public record Column(String id, String title, String note) {}

    /** One figure. */
    public record Row(String name, String asItIs, List<Cell> cells) {}

    /**
     * What becomes of a figure.
     *
     * @param same whether nothing does
     * @param detail more of it, or empty
     */
    public record Cell(String text, String detail, boolean same) {

        static Cell unchanged(String text) {
            return new Cell(text, "unchanged", true);
        }

        static Cell nothing(String text) {
            return new Cell(text, "", true);
        }
    }

    private static final Cell NO_MIX = new Cell("no mix", "", false);
    private static final Cell NOTHING_HELD = Cell.nothing("no mix to hold");

    static WhatIfTable of(List<WhatIf> answers, List<ScenarioView> views) {
        // A scenario that stands on another is compared with that one, so its old figures stand in its own cells.
        var plain =
                answers.stream().filter(each -> each.on().isEmpty()).findFirst().orElse(null);
        var base = plain == null ? null : plain.baseline();
        var columns = views.stream()
                .map(each ->
                        new Column(each.id(), each.title(), each.on().isEmpty() ? "" : "compared with: " + each.on()))
                .toList();
        var rows = new ArrayList<Row>();
        rows.add(row("Volume lost if held", "", answers, WhatIfTable::lost));
        rows.add(row("Worst hit demand if held", "", answers, WhatIfTable::worst));
        rows.add(row("Fail over to those under contract", "", answers, WhatIfTable::failOver));
        rows.add(row("Best mix", base == null ? "" : outcome(base), answers, WhatIfTable::outcome));
        rows.add(row(
                "USD a month",
                base,
                answers,
                side -> Words.usd(side.cost().totalMicroUsd()),
                (old, now) -> usd(now.cost().totalMicroUsd() - old.cost().totalMicroUsd())));
        rows.add(row(
                "Score",
                base,
                answers,
                side -> Words.count(score(side)),
                (old, now) -> Quantities.signed(score(now) - score(old))));
        rows.add(
                row("Effective origins", base, answers, side -> hundredths(side.effectiveOrigins()), (old, now) -> ""));
        rows.add(row(
                "Contracts",
                text(base, side -> String.valueOf(side.contracts().size())),
                answers,
                WhatIfTable::contracts));
        rows.add(row(
                "Duties to meet",
                text(base, side -> String.valueOf(side.duties().size())),
                answers,
                WhatIfTable::duties));
        return new WhatIfTable("As it is", columns, rows);
    }

    private static Row row(String name, String asItIs, List<WhatIf> answers, Function<WhatIf, Cell> cell) {
        return new Row(name, asItIs, answers.stream().map(cell).toList());
    }

    private static Row row(
            String name,
            @Nullable Side base,
            List<WhatIf> answers,
            Function<Side, String> words,
            BiFunction<Side, Side, String> difference) {
        return row(name, text(base, words), answers, answer -> planned(answer, words, difference));
    }

    private static String text(@Nullable Side base, Function<Side, String> words) {
        return base == null ? "" : base.stands() ? words.apply(base) : "no mix";
    }

    private static Cell planned(
            WhatIf answer, Function<Side, String> words, BiFunction<Side, Side, String> difference) {
        var old = answer.baseline();
        var fresh = answer.rePlan();
        if (!fresh.stands()) {
            return NO_MIX;
        }
        var now = words.apply(fresh);
        if (!old.stands()) {
            return new Cell(now, "", false);
        }
        var was = words.apply(old);
        return was.equals(now)
                ? Cell.unchanged(now)
                : new Cell("%s → %s".formatted(was, now), difference.apply(old, fresh), false);
    }

    private static Cell lost(WhatIf answer) {
        if (!answer.baseline().stands()) {
            return NOTHING_HELD;
        }
        long lost = answer.baseline().capacity() - answer.hold().capacity();
        return lost == 0 ? Cell.nothing("nothing") : new Cell(Words.percent(lost), "", false);
    }

    private static Cell worst(WhatIf answer) {
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
        return most == 0 ? Cell.nothing("none") : new Cell("%d%% lost".formatted(most), worst, false);
    }

    private static Cell failOver(WhatIf answer) {
        var old = answer.baseline();
        var over = answer.failOver();
        if (!old.stands()) {
            return NOTHING_HELD;
        }
        if (answer.hold().capacity() == old.capacity()) {
            return Cell.nothing("nothing to take over");
        }
        if (!over.stands()) {
            return new Cell(
                    over.outcome().equals("unproven") ? "search came to no end" : "cannot take all over", "", false);
        }
        return new Cell(
                "possible",
                "%s USD a month, score %s"
                        .formatted(
                                usd(over.cost().totalMicroUsd() - old.cost().totalMicroUsd()),
                                Quantities.signed(score(over) - score(old))),
                false);
    }

    private static Cell outcome(WhatIf answer) {
        var now = outcome(answer.rePlan());
        return answer.rePlan().outcome().equals(answer.baseline().outcome())
                ? Cell.unchanged(now)
                : new Cell(now, "", false);
    }

    static String outcome(Side side) {
        return switch (side.outcome()) {
            case "optimal" -> "proven best";
            case "infeasible" -> "none keeps all limits";
            default -> side.stands() ? "best found, not proven" : "search came to no end";
        };
    }

    private static Cell contracts(WhatIf answer) {
        return sets(answer, Side::contracts);
    }

    private static Cell duties(WhatIf answer) {
        if (!answer.rePlan().stands()) {
            return NO_MIX;
        }
        long added = answer.duties().stream()
                .filter(each -> each.change().equals("added"))
                .count();
        long dropped = answer.duties().size() - added;
        int now = answer.rePlan().duties().size();
        return answer.duties().isEmpty()
                ? Cell.unchanged(String.valueOf(now))
                : new Cell(
                        "%d → %d".formatted(answer.baseline().duties().size(), now),
                        "%d added, %d dropped".formatted(added, dropped),
                        false);
    }

    private static Cell sets(WhatIf answer, Function<Side, List<String>> of) {
        if (!answer.rePlan().stands()) {
            return NO_MIX;
        }
        var old = of.apply(answer.baseline());
        var now = of.apply(answer.rePlan());
        var added = now.stream().filter(each -> !old.contains(each)).toList();
        var dropped = old.stream().filter(each -> !now.contains(each)).toList();
        if (added.isEmpty() && dropped.isEmpty()) {
            return Cell.unchanged(String.valueOf(now.size()));
        }
        var detail = new ArrayList<String>();
        if (!added.isEmpty()) {
            detail.add("new: " + String.join(", ", added));
        }
        if (!dropped.isEmpty()) {
            detail.add("ended: " + String.join(", ", dropped));
        }
        return new Cell("%d → %d".formatted(old.size(), now.size()), String.join("; ", detail), false);
    }

    /** A difference, rounded as the headline rounds it. */
    private static String usd(long micro) {
        return Quantities.signed(
                BigDecimal.valueOf(micro, 6).setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    private static long score(Side side) {
        return Objects.requireNonNullElse(side.score(), 0L);
    }

    /** Ten-thousandths to two decimals. */
    static String hundredths(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
