package org.multipolar.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.Scenario.Kind;
import org.multipolar.scenario.PatchWords;
import org.multipolar.web.language.Tongue;

/**
 * The question as the page asks it: which buyer, which day, which scenarios, and how they are laid.
 *
 * @param decision id of the recorded question that it is about, or empty
 * @param stacked whether the scenarios lie on each other
 * @param asked how many are chosen
 * @param cards how many there are to choose from
 */
public record WhatIfForm(
        Form form, String decision, List<Group> groups, boolean stacked, int asked, int most, int cards) {

    /** What buyers ask first; shown before all others, in this order, where they ship. */
    private static final List<String> FIRST = List.of(
            "cheapest-lawful",
            "todays-suppliers",
            "origin-half",
            "eu-only",
            "open-weights-only",
            "lost-openai",
            "chip-controls-tightened");

    /**
     * Scenarios of one kind.
     *
     * @param open whether they are shown at once
     */
    public record Group(String title, boolean open, List<Card> cards) {}

    /**
     * A scenario to choose.
     *
     * @param when the days it holds, in a sentence, or empty
     * @param on title of the scenario it stands on, or empty
     */
    public record Card(
            String id,
            String title,
            String story,
            String when,
            String on,
            boolean chosen,
            List<String> changes,
            List<LinkView> sources) {}

    public static WhatIfForm of(
            Form form,
            String decision,
            Collection<Scenario> all,
            List<String> chosen,
            boolean stacked,
            int most,
            Tongue tongue) {
        var cards = new Cards(all, chosen, tongue);
        cards.group(
                "what-if.kind-standard",
                FIRST.stream()
                        .flatMap(id -> all.stream().filter(each -> each.id().equals(id)))
                        .toList());
        cards.group("what-if.kind-card", each -> each.kind() == Kind.CARD && !FIRST.contains(each.id()));
        cards.group("what-if.kind-law", each -> each.kind() == Kind.LAW);
        cards.group("what-if.kind-event", each -> each.kind() == Kind.EVENT);
        cards.group("what-if.kind-past", each -> each.kind() == Kind.PAST);
        return new WhatIfForm(form, decision, cards.groups, stacked, chosen.size(), most, all.size());
    }

    /** Groups on their way; the first is open, and every one of which something is chosen. */
    private record Cards(Collection<Scenario> all, List<String> chosen, Tongue tongue, List<Group> groups) {

        Cards(Collection<Scenario> all, List<String> chosen, Tongue tongue) {
            this(all, chosen, tongue, new ArrayList<>());
        }

        void group(String key, Predicate<Scenario> of) {
            group(key, all.stream().filter(of).toList());
        }

        void group(String key, List<Scenario> some) {
            var cards = some.stream().map(this::card).toList();
            if (!cards.isEmpty()) {
                long of = cards.stream().filter(Card::chosen).count();
                var name = tongue.say(key);
                var title = of == 0
                        ? tongue.say("what-if.group", name, cards.size())
                        : tongue.say("what-if.group-chosen", name, cards.size(), of);
                groups.add(new Group(title, of > 0 || groups.isEmpty(), cards));
            }
        }

        private Card card(Scenario scenario) {
            return new Card(
                    scenario.id(),
                    scenario.title(),
                    scenario.story(),
                    when(scenario.from(), scenario.until(), tongue),
                    title(scenario.on()),
                    chosen.contains(scenario.id()),
                    scenario.patches().stream().map(PatchWords::of).toList(),
                    scenario.sources().stream()
                            .map(each -> source(each.title(), each.publisher(), each.date(), each.url()))
                            .toList());
        }

        private String title(@Nullable String id) {
            return all.stream()
                    .filter(each -> each.id().equals(id))
                    .map(Scenario::title)
                    .findFirst()
                    .orElse("");
        }
    }

    static LinkView source(String title, String publisher, String date, String url) {
        var text = new ArrayList<>(List.of(title, publisher, date));
        text.removeIf(String::isEmpty);
        return LinkView.of(String.join(", ", text), url);
    }

    private static String when(@Nullable LocalDate from, @Nullable LocalDate until, Tongue tongue) {
        return when(Objects.toString(from, ""), Objects.toString(until, ""), tongue);
    }

    static String when(String from, String until, Tongue tongue) {
        if (from.isEmpty()) {
            return until.isEmpty() ? "" : tongue.say("what-if.holds-until", tongue.day(until));
        }
        return until.isEmpty()
                ? tongue.say("what-if.holds-from", tongue.day(from))
                : tongue.say("what-if.holds-between", tongue.day(from), tongue.day(until));
    }
}
