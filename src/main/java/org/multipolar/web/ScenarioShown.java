package org.multipolar.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.multipolar.catalog.Region;
import org.multipolar.catalog.Scenario;
import org.multipolar.scenario.PatchWords;

/**
 * A shipped scenario as it is listed.
 *
 * @param kind past, event, law or card
 * @param from first day it changes anything, or empty for any
 * @param until last day, or empty for none
 * @param on the scenario it stands on, or empty
 * @param patches what it changes, in words
 * @param digest SHA-256 of the file it was read from
 */
public record ScenarioShown(
        String id,
        String title,
        String kind,
        String story,
        String from,
        String until,
        String on,
        List<Region.Citation> sources,
        List<String> patches,
        String digest) {

    public static ScenarioShown of(Scenario scenario) {
        return new ScenarioShown(
                scenario.id(),
                scenario.title(),
                scenario.kind().name().toLowerCase(Locale.ROOT),
                scenario.story(),
                Objects.toString(scenario.from(), ""),
                Objects.toString(scenario.until(), ""),
                Objects.toString(scenario.on(), ""),
                scenario.sources(),
                scenario.patches().stream().map(PatchWords::of).toList(),
                scenario.digest());
    }

    /**
     * A scenario with the file it was read from.
     *
     * @param given the file's text, YAML
     */
    public record InFull(ScenarioShown scenario, String given) {}
}
