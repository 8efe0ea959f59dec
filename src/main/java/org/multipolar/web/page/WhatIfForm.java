package org.multipolar.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.Scenario.Kind;
import org.multipolar.scenario.PatchWords;

/**
 * The question as the page asks it: which buyer, which day, which scenarios, and how they are laid.
 *
 * @param stacked whether the scenarios lie on each other
 * @param asked how many are chosen
 */
public record WhatIfForm(Form form, List<Group> groups, boolean stacked, int asked, int most) {

    /**
     * Scenarios of one kind.
     *
     * @param open whether they are shown at once
     * @param chosen how many are
     */
    public record Group(String title, boolean open, long chosen, List<Card> cards) {}

    /**
     * A scenario to choose.
     *
     * @param when the days it holds, in words, or empty
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

    public static WhatIfForm of(Form form, Collection<Scenario> all, List<String> chosen, boolean stacked, int most) {
        var groups = new ArrayList<Group>();
        for (var kind : List.of(Kind.CARD, Kind.LAW, Kind.EVENT, Kind.PAST)) {
            var cards = all.stream()
                    .filter(each -> each.kind() == kind)
                    .map(each -> card(each, all, chosen.contains(each.id())))
                    .toList();
            if (!cards.isEmpty()) {
                long of = cards.stream().filter(Card::chosen).count();
                groups.add(new Group(title(kind), of > 0 || groups.isEmpty(), of, cards));
            }
        }
        return new WhatIfForm(form, groups, stacked, chosen.size(), most);
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case CARD -> "Standard questions";
            case LAW -> "Law: dated and proposed texts";
            case EVENT -> "Events that might come";
            case PAST -> "Events that happened";
        };
    }

    private static Card card(Scenario scenario, Collection<Scenario> all, boolean chosen) {
        return new Card(
                scenario.id(),
                scenario.title(),
                scenario.story(),
                when(scenario.from(), scenario.until()),
                title(all, scenario.on()),
                chosen,
                scenario.patches().stream().map(PatchWords::of).toList(),
                scenario.sources().stream()
                        .map(each -> source(each.title(), each.publisher(), each.date(), each.url()))
                        .toList());
    }

    static LinkView source(String title, String publisher, String date, String url) {
        var text = new ArrayList<>(List.of(title, publisher, date));
        text.removeIf(String::isEmpty);
        return LinkView.of(String.join(", ", text), url);
    }

    private static String title(Collection<Scenario> all, @Nullable String id) {
        return all.stream()
                .filter(each -> each.id().equals(id))
                .map(Scenario::title)
                .findFirst()
                .orElse("");
    }

    private static String when(@Nullable LocalDate from, @Nullable LocalDate until) {
        return when(Objects.toString(from, ""), Objects.toString(until, ""));
    }

    static String when(String from, String until) {
        if (from.isEmpty()) {
            return until.isEmpty() ? "" : "until " + until;
        }
        return "from " + from + (until.isEmpty() ? "" : " until " + until);
    }
}
