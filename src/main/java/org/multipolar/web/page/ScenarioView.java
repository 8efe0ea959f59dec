package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.multipolar.whatif.WhatIf;

/**
 * What one scenario does, or several that lie on each other.
 *
 * @param id of its part of the page
 * @param status optimal where something moves, still where nothing does, infeasible where no new mix is
 * @param on titles of the scenarios that its baseline stands on, or empty
 * @param day another day that it asks about, or empty
 * @param noMix why there is no new mix, or empty
 */
public record ScenarioView(
        String id,
        String title,
        String status,
        String headline,
        String on,
        String day,
        String noMix,
        List<Laid> laid,
        List<LostLine> lost,
        List<MoveLine> moves,
        List<DutyLine> duties,
        List<ExposureLine> exposure,
        List<Broken> broken,
        List<Cause> causes,
        OriginBars bars,
        ChangeMap map,
        Map<String, String> digests) {

    /** A scenario with what became of its changes. */
    public record Laid(String title, String story, String when, List<String> changes, List<LinkView> sources) {}

    /** A share that is no more. */
    public record LostLine(
            String demand,
            String offer,
            String place,
            int percent,
            String ground,
            String why,
            String citation,
            String by) {}

    /** A share that differs. */
    public record MoveLine(
            String demand,
            String model,
            String offer,
            String place,
            int from,
            int to,
            String reason,
            String citation,
            String by) {}

    /** A duty that comes or goes. */
    public record DutyLine(String rule, String change, String duty, String citation) {}

    /** A part of the volume that differs. */
    public record ExposureLine(String kind, String value, String from, String to) {}

    /** Limits of one kind that held shares break. */
    public record Broken(String title, String source, List<String> demands) {}

    /** What one of several changes did. */
    public record Cause(String text, String alone, String without, String finding) {}

    /** {@return whether pictures of what changes have anything to show} */
    public boolean moved() {
        return !status.equals("still");
    }

    static ScenarioView of(String id, WhatIf answer, Map<String, String> titles, Words words) {
        return new ScenarioView(
                id,
                answer.scenarios().stream().map(WhatIf.Laid::title).collect(Collectors.joining(" + ")),
                answer.noEffect() != null ? "still" : answer.rePlan().stands() ? "optimal" : "infeasible",
                answer.headline(),
                answer.on().stream()
                        .map(each -> titles.getOrDefault(each, each))
                        .collect(Collectors.joining(" + ")),
                answer.asOf().equals(answer.scenarioAsOf()) ? "" : answer.scenarioAsOf(),
                answer.rePlan().stands() ? "" : answer.rePlan().note(),
                answer.scenarios().stream().map(ScenarioView::laid).toList(),
                answer.lost().stream().map(each -> lost(each, words)).toList(),
                answer.moves().stream().map(each -> move(each, words)).toList(),
                answer.duties().stream()
                        .map(each -> new DutyLine(each.rule(), each.change(), each.duty(), each.citation()))
                        .toList(),
                answer.exposure().stream().map(each -> exposure(each, words)).toList(),
                broken(answer),
                answer.attribution().stream()
                        .map(each -> new Cause(
                                "%s: %s".formatted(each.change(), each.text()),
                                delta(each.alone()),
                                delta(each.without()),
                                each.finding()))
                        .toList(),
                OriginBars.of(answer, words),
                ChangeMap.of(answer, id, words),
                answer.digests());
    }

    private static Laid laid(WhatIf.Laid scenario) {
        return new Laid(
                scenario.title(),
                scenario.story(),
                WhatIfForm.when(scenario.from(), scenario.until()),
                scenario.patches().stream()
                        .map(each -> each.text() + (each.why().isEmpty() ? "" : ": no effect, " + each.why()))
                        .toList(),
                scenario.sources().stream()
                        .map(each -> WhatIfForm.source(each.title(), each.publisher(), each.date(), each.url()))
                        .toList());
    }

    private static LostLine lost(WhatIf.LostShare share, Words words) {
        return new LostLine(
                share.demand(),
                share.offer(),
                words.place(share.place()),
                share.percent(),
                share.ground(),
                share.why(),
                share.citation(),
                String.join(", ", share.by()));
    }

    private static MoveLine move(WhatIf.Move move, Words words) {
        return new MoveLine(
                move.demand(),
                move.model(),
                move.offer(),
                words.place(move.place()),
                move.from(),
                move.to(),
                move.reason(),
                move.citation(),
                String.join(", ", move.by()));
    }

    private static ExposureLine exposure(WhatIf.Exposure exposure, Words words) {
        var kind =
                switch (exposure.kind()) {
                    case "origin" -> "made in";
                    case "host-origin" -> "run by operators of";
                    case "place" -> "served from";
                    default -> exposure.kind();
                };
        return new ExposureLine(
                kind, words.place(exposure.value()), Words.percent(exposure.from()), Words.percent(exposure.to()));
    }

    /** A limit of each demand has the demand's id at its end: such limits are one line. */
    private static List<Broken> broken(WhatIf answer) {
        var demands =
                answer.baseline().demands().stream().map(each -> each.demand()).toList();
        var groups = new LinkedHashMap<List<String>, List<String>>();
        for (var each : answer.broken()) {
            var demand = demands.stream()
                    .filter(id ->
                            each.limit().endsWith(":" + id) || each.limit().endsWith("@" + id))
                    .findFirst()
                    .orElse("");
            var kind = each.limit().substring(0, each.limit().length() - demand.length());
            var group = groups.computeIfAbsent(List.of(kind, each.title(), each.source()), any -> new ArrayList<>());
            if (!demand.isEmpty()) {
                group.add(demand);
            }
        }
        var broken = new ArrayList<Broken>();
        groups.forEach((kind, of) -> broken.add(new Broken(kind.get(1), kind.get(2), List.copyOf(of))));
        return broken;
    }

    private static String delta(WhatIf.Delta delta) {
        var score = delta.score();
        var cost = delta.cost();
        var held = delta.held() == 0 ? "nothing lost if held" : Words.percent(delta.held()) + " lost if held";
        return score == null || cost == null
                ? "%s, %s".formatted(held, delta.outcome().equals("infeasible") ? "no new mix" : delta.outcome())
                : "%s, score %s, %s USD a month, %d shares move"
                        .formatted(held, Quantities.signed(score), Quantities.signedUsd(cost), delta.shares());
    }
}
