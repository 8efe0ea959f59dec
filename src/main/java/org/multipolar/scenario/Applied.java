package org.multipolar.scenario;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Scenario;
import org.multipolar.catalog.read.Digests;

/**
 * A question with scenarios laid on it.
 *
 * @param effects what became of every patch, in order
 */
public record Applied(Snapshot snapshot, Question question, List<PatchEffect> effects) {

    /**
     * What became of one patch.
     *
     * @param number from 1 within its scenario
     * @param text what it does, in words
     * @param touched things it changed: figures, offers, demands, limits or rules; losses and bars change none of them
     * @param why why it changed nothing, or empty
     */
    public record PatchEffect(String scenario, int number, String text, int touched, String why) {

        /** {@return whether it takes part in the answer} */
        public boolean takesPart() {
            return why.isEmpty();
        }
    }

    public Applied {
        effects = List.copyOf(effects);
    }

    /**
     * {@return the question under all of these, the first laid first}
     *
     * @param stack every scenario once, each after what it stands on
     */
    public static Applied of(Snapshot snapshot, Question question, List<Scenario> stack) {
        if (stack.isEmpty()) {
            return new Applied(snapshot, question, List.of());
        }
        var dated = question.on(Days.asked(question.asOf(), stack));
        var laying = new Laying(snapshot, dated);
        var effects = new ArrayList<PatchEffect>();
        for (var scenario : stack) {
            for (var patch : scenario.patches()) {
                int number = 1
                        + (int) effects.stream()
                                .filter(each -> each.scenario().equals(scenario.id()))
                                .count();
                effects.add(effect(laying, scenario, patch, number, dated));
            }
        }
        return laying.laid(stack, effects, digest(stack));
    }

    private static PatchEffect effect(Laying laying, Scenario scenario, Patch patch, int number, Question dated) {
        var text = PatchWords.of(patch);
        var day = dated.asOf();
        if (!scenario.holdsOn(day)) {
            var from = scenario.from();
            var why = from != null && day.isBefore(from)
                    ? "it begins on %s, and the day asked about is %s".formatted(from, day)
                    : "it ended on %s, and the day asked about is %s".formatted(scenario.until(), day);
            return new PatchEffect(scenario.id(), number, text, 0, why);
        }
        var done = laying.lay(scenario, patch);
        return new PatchEffect(scenario.id(), number, text, done.touched(), done.why());
    }

    private static String digest(List<Scenario> stack) {
        var text = new StringBuilder();
        stack.forEach(
                each -> text.append(each.id()).append(' ').append(each.digest()).append('\n'));
        return Digests.of(text.toString());
    }
}
