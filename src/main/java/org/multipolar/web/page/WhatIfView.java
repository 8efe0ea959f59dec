package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.World;
import org.multipolar.web.language.Tongue;
import org.multipolar.whatif.WhatIf;

/**
 * What scenarios do to a buyer's mix, as the page tells it.
 *
 * @param links to the other pages about the same buyer
 * @param progress how far the work is, or null where it is done or none was asked for
 * @param answers one for each scenario, or one for all that lie on each other
 * @param table null where there is no answer yet
 * @param shapes outlines of all countries, drawn once and used by each map
 */
public record WhatIfView(
        WhatIfForm form,
        String buyer,
        Links links,
        @Nullable Progress progress,
        List<ScenarioView> answers,
        @Nullable WhatIfTable table,
        List<ChangeMap.Shape> shapes,
        List<AnswerView.Key> legend) {

    /**
     * Work that goes on.
     *
     * @param again address at which the page looks again by itself
     * @param still address at which it does not
     * @param looksAgain whether it does now
     */
    public record Progress(int done, int of, String again, String still, boolean looksAgain) {}

    /** {@return the page before anything is chosen, or while the answers are worked out} */
    public static WhatIfView without(WhatIfForm form, String buyer, Links links, @Nullable Progress progress) {
        return new WhatIfView(form, buyer, links, progress, List.of(), null, List.of(), List.of());
    }

    public static WhatIfView of(
            WhatIfForm form,
            String buyer,
            Links links,
            List<WhatIf> answers,
            Map<String, Scenario> scenarios,
            World world,
            Tongue tongue) {
        var words = new Words(world, tongue);
        var titles = new TreeMap<String, String>();
        scenarios.forEach((id, scenario) -> titles.put(id, scenario.title()));
        var views = new ArrayList<ScenarioView>();
        answers.forEach(each -> views.add(ScenarioView.of("s" + (views.size() + 1), each, titles, words)));
        return new WhatIfView(
                form,
                buyer,
                links,
                null,
                views,
                WhatIfTable.of(answers, views, tongue),
                ChangeMap.SHAPES,
                legend(answers, words));
    }

    private static List<AnswerView.Key> legend(List<WhatIf> answers, Words words) {
        var countries = new TreeMap<String, AnswerView.Key>();
        for (var answer : answers) {
            for (var side : List.of(answer.baseline(), answer.hold(), answer.failOver(), answer.rePlan())) {
                side.origins()
                        .keySet()
                        .forEach(code ->
                                countries.put(code, new AnswerView.Key(Segment.colour(code), words.country(code))));
            }
        }
        return List.copyOf(countries.values());
    }

    /** {@return the titles of what is asked, for the title of the page} */
    public String titles() {
        return answers.stream().map(ScenarioView::title).collect(Collectors.joining(", "));
    }

    /** {@return whether there is something to read} */
    public boolean answered() {
        return !answers.isEmpty();
    }
}
