package org.multipolar.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.multipolar.catalog.Policy.Weights;
import org.multipolar.suitability.Criterion;
import org.multipolar.web.language.Tongue;
import org.multipolar.whatif.Lever;
import org.multipolar.whatif.Lever.Kind;
import org.multipolar.whatif.Levers;

/**
 * What may be moved and where it stands, as sliders with a number each.
 *
 * @param form buyers to choose from, and the day
 * @param buyer name of the one who asks
 * @param links to the pages about the same question
 * @param counts what each criterion counts under the moves
 * @param here address of the page with its moves and nothing else
 * @param reset address of the page without moves; empty where nothing is moved
 */
public record TrialForm(
        Form form, String buyer, Links links, List<Group> groups, String counts, String here, String reset) {

    /** Whose question it is, and how addresses name it. */
    public record Address(String buyer, String parameters, String decision) {}

    /** Sliders that belong together. */
    public record Group(String id, String title, String note, List<Slider> sliders) {}

    /**
     * One slider.
     *
     * @param key an id within the page
     * @param english whether the label is in the words of the profile
     * @param at where it stands today
     * @param step of the slider; the number beside it may stand on any whole one, or on each {@code boxStep}
     * @param unit behind the number, or empty
     * @param reset address of the page without this move
     */
    public record Slider(
            String id,
            String key,
            String label,
            boolean english,
            String today,
            long at,
            long value,
            long least,
            long most,
            long step,
            long boxStep,
            String unit,
            String reset) {

        public boolean moved() {
            return at != value;
        }
    }

    /**
     * {@return the form}
     *
     * @param moves as {@link Levers#read} gives them
     * @param weights what criteria count under the moves
     */
    public static TrialForm of(
            Form form, Address address, Levers levers, Map<String, Long> moves, Weights weights, Tongue tongue) {
        var sliders = new Sliders(address, levers, moves, tongue);
        return new TrialForm(
                form,
                address.buyer(),
                new Links(address.parameters(), address.decision()),
                sliders.groups(),
                counts(weights, tongue),
                sliders.address(moves),
                moves.isEmpty() ? "" : sliders.address(Map.of()));
    }

    private static String counts(Weights weights, Tongue tongue) {
        return tongue.list(Arrays.stream(Criterion.values())
                .map(each -> tongue.say(
                        "trial.count", tongue.code("criterion", each.word()), tongue.percent(each.weight(weights))))
                .toList());
    }

    private record Sliders(Address address, Levers levers, Map<String, Long> moves, Tongue tongue) {

        List<Group> groups() {
            var groups = new ArrayList<Group>();
            group(groups, "weights", each -> each.kind().weighs());
            group(groups, "policy", each -> !each.kind().weighs() && each.why().isEmpty());
            group(groups, "limits", each -> !each.why().isEmpty());
            return groups;
        }

        private void group(List<Group> groups, String name, Predicate<Lever> of) {
            var sliders = new ArrayList<Slider>();
            for (var lever : levers.all()) {
                if (of.test(lever)) {
                    sliders.add(slider(lever, name + "-" + (sliders.size() + 1)));
                }
            }
            if (!sliders.isEmpty()) {
                groups.add(new Group(
                        name,
                        tongue.code("trial", name),
                        name.equals("limits") ? tongue.say("trial.law") : "",
                        sliders));
            }
        }

        private Slider slider(Lever lever, String key) {
            var others = new TreeMap<>(moves);
            others.remove(lever.id());
            return new Slider(
                    lever.id(),
                    key,
                    label(lever),
                    !lever.why().isEmpty(),
                    today(lever),
                    lever.at(),
                    moves.getOrDefault(lever.id(), lever.at()),
                    lever.least(),
                    lever.most(),
                    lever.step(),
                    lever.kind() == Kind.LOT ? lever.step() : 1,
                    switch (lever.unit()) {
                        case PERCENT -> "%";
                        case USD -> "USD";
                        case POINTS, COUNT -> "";
                    },
                    address(others));
        }

        private String label(Lever lever) {
            return switch (lever.kind()) {
                case WEIGHT -> tongue.code("criterion", lever.of());
                case CONCENTRATION -> tongue.say("trial.concentration");
                case RETAINED -> tongue.say("trial.retained", lever.of());
                case LOT -> tongue.say("trial.lot");
                case FEWEST_SUPPLIERS -> tongue.say("trial.fewest-suppliers");
                case MOST_SUPPLIERS -> tongue.say("trial.most-suppliers");
                case LANGUAGE_SUPPLIERS -> tongue.say("trial.language-suppliers");
                case CAP, FLOOR -> lever.why();
            };
        }

        private String today(Lever lever) {
            var number =
                    switch (lever.unit()) {
                        case PERCENT -> tongue.percent(lever.at());
                        case USD -> tongue.say("unit.usd", tongue.number(lever.at()));
                        case POINTS, COUNT -> tongue.number(lever.at());
                    };
            return switch (lever.kind()) {
                case CAP -> tongue.say("trial.today-cap", number);
                case FLOOR, RETAINED -> tongue.say("trial.today-floor", number);
                case WEIGHT, CONCENTRATION, LOT, FEWEST_SUPPLIERS, MOST_SUPPLIERS, LANGUAGE_SUPPLIERS ->
                    tongue.say("trial.today", number);
            };
        }

        String address(Map<String, Long> some) {
            var written = new StringBuilder("/trial?").append(address.parameters());
            new TreeMap<>(some).forEach((id, value) -> written.append('&')
                    .append(URLEncoder.encode(id, StandardCharsets.UTF_8))
                    .append('=')
                    .append(value));
            return written.toString();
        }
    }
}
