package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.multipolar.web.language.Tongue;
import org.multipolar.whatif.WhatIf;

/**
 * What one scenario does, or several that lie on each other.
 *
 * @param id of its part of the page
 * @param status optimal where something moves, still where nothing does, infeasible where no new mix is
 * @param headline the whole in some sentences
 * @param why why nothing moves or no new mix is; none where something does
 * @param on titles of the scenarios that its baseline stands on, or empty
 * @param day another day that it asks about, or empty
 */
public record ScenarioView(
        String id,
        String title,
        String status,
        List<String> headline,
        Text why,
        String on,
        String day,
        List<Laid> laid,
        List<LostLine> lost,
        List<MoveLine> moves,
        List<WhatIf.DutyMove> duties,
        List<ExposureLine> exposure,
        List<Broken> broken,
        List<Cause> causes,
        OriginBars bars,
        ChangeMap map,
        Map<String, String> digests) {

    /** A scenario with what became of its changes. */
    public record Laid(String title, String story, String when, List<Change> changes, List<LinkView> sources) {}

    /**
     * A change.
     *
     * @param why why it has no effect, or empty
     */
    public record Change(String text, String why) {}

    /** A share that is no more. */
    public record LostLine(
            String demand, String offer, String place, Figure share, Text why, String citation, String by) {}

    /** A share that differs; {@code moved} says from where to where. */
    public record MoveLine(
            String demand,
            String model,
            String offer,
            String place,
            String moved,
            Text why,
            String citation,
            String by) {}

    /** A part of the volume that differs. */
    public record ExposureLine(String part, Figure from, Figure to) {}

    /** Limits of one kind that held shares break; {@code demands} names those concerned, or is empty. */
    public record Broken(String title, String source, String demands) {}

    /** What one of several changes did. */
    public record Cause(String change, String text, Text finding, String alone, String without) {}

    /** {@return whether there is a picture to draw: where nothing moves the old one holds} */
    public boolean moved() {
        return !status.equals("still");
    }

    static ScenarioView of(String id, WhatIf answer, Map<String, String> titles, Words words) {
        var none = answer.noEffect();
        var tongue = words.tongue();
        return new ScenarioView(
                id,
                answer.scenarios().stream().map(WhatIf.Laid::title).collect(Collectors.joining(" + ")),
                none != null ? "still" : answer.rePlan().stands() ? "optimal" : "infeasible",
                WhatIfWords.headline(answer, tongue),
                none != null ? Sentences.of(none, tongue) : why(answer, tongue),
                answer.on().stream()
                        .map(each -> titles.getOrDefault(each, each))
                        .collect(Collectors.joining(" + ")),
                answer.asOf().equals(answer.scenarioAsOf()) ? "" : answer.scenarioAsOf(),
                answer.scenarios().stream().map(each -> laid(each, tongue)).toList(),
                answer.lost().stream().map(each -> lost(each, words)).toList(),
                answer.moves().stream().map(each -> move(each, words)).toList(),
                answer.duties(),
                answer.exposure().stream().map(each -> exposure(each, words)).toList(),
                broken(answer, tongue),
                answer.attribution().stream().map(each -> cause(each, tongue)).toList(),
                OriginBars.of(answer, words),
                ChangeMap.of(answer, id, words),
                answer.digests());
    }

    private static Text why(WhatIf answer, Tongue tongue) {
        var note = answer.rePlan().note();
        return answer.rePlan().stands() || note.isEmpty() ? Text.NONE : Sentences.of(note, tongue);
    }

    private static Laid laid(WhatIf.Laid scenario, Tongue tongue) {
        return new Laid(
                scenario.title(),
                scenario.story(),
                WhatIfForm.when(scenario.from(), scenario.until(), tongue),
                scenario.patches().stream()
                        .map(each -> new Change(each.text(), each.why()))
                        .toList(),
                scenario.sources().stream()
                        .map(each -> WhatIfForm.source(each.title(), each.publisher(), each.date(), each.url()))
                        .toList());
    }

    private static LostLine lost(WhatIf.LostShare share, Words words) {
        var tongue = words.tongue();
        var why = Sentences.of(share.why(), tongue);
        return new LostLine(
                share.demand(),
                share.offer(),
                words.place(share.place()),
                Figure.percent(share.percent(), tongue),
                why.words().isEmpty()
                        ? new Text(tongue.say("what-if.ground", tongue.code("ground", share.ground())), why.english())
                        : why,
                share.citation(),
                String.join(", ", share.by()));
    }

    private static MoveLine move(WhatIf.Move move, Words words) {
        var tongue = words.tongue();
        return new MoveLine(
                move.demand(),
                move.model(),
                move.offer(),
                words.place(move.place()),
                tongue.say("what-if.from-to", tongue.percent(move.from()), tongue.percent(move.to())),
                Sentences.of(move.reason(), tongue),
                move.citation(),
                String.join(", ", move.by()));
    }

    private static ExposureLine exposure(WhatIf.Exposure exposure, Words words) {
        var tongue = words.tongue();
        var part =
                switch (exposure.kind()) {
                    case "origin" -> tongue.say("what-if.part-made", words.place(exposure.value()));
                    case "host-origin" -> tongue.say("what-if.part-run", words.place(exposure.value()));
                    case "place" -> tongue.say("what-if.part-served", words.place(exposure.value()));
                    default -> tongue.code("openness", exposure.value());
                };
        return new ExposureLine(part, Figure.parts(exposure.from(), tongue), Figure.parts(exposure.to(), tongue));
    }

    /** A limit of each demand has the demand's id at its end: such limits are one line. */
    private static List<Broken> broken(WhatIf answer, Tongue tongue) {
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
        groups.forEach((kind, of) -> broken.add(new Broken(
                kind.get(1),
                kind.get(2),
                of.isEmpty() ? "" : tongue.say("what-if.of-demands", of.size(), tongue.list(of)))));
        return broken;
    }

    private static Cause cause(WhatIf.Attribution change, Tongue tongue) {
        return new Cause(
                change.change(),
                change.text(),
                Sentences.of(change.finding(), tongue),
                WhatIfWords.delta(change.alone(), tongue),
                WhatIfWords.delta(change.without(), tongue));
    }
}
