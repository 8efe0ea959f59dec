package org.multipolar.web.ask;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Fault;
import org.multipolar.web.language.Tongue;

/**
 * The form as the page shows it.
 *
 * @param fault what is wrong with what was typed; null where nothing is, or nothing was asked yet
 * @param leftOut whether the question was asked under scenarios, which the form does not have
 * @param fields the fields of one text or number, by name
 * @param picks the fields to choose in, by name
 * @param operators datalist of today's suppliers
 * @param unseen what is carried along unseen, in words; empty where nothing is
 */
public record AskView(
        @Nullable FaultShown fault,
        boolean leftOut,
        List<Start> starts,
        Map<String, Input> fields,
        Map<String, Pick> picks,
        List<Input> weights,
        List<Input> losses,
        List<Demand> demands,
        List<Operator> incumbents,
        List<Choice> operators,
        List<Limit> limits,
        List<Choice> newLimits,
        String unseen,
        String more,
        List<String> buyers) {

    /** A shipped buyer to start from. */
    public record Start(String id, String name) {}

    /**
     * What is wrong, and the field it is about.
     *
     * @param place the row it is in, in words; empty where it is in none
     */
    public record FaultShown(String field, String anchor, String place, String what, String maybe) {}

    /**
     * A field.
     *
     * @param key the last part of its name
     * @param problem what is wrong with it, or empty
     */
    public record Input(String key, String name, String id, String value, String problem) {

        /** {@return whether the fault is about this field} */
        public boolean bad() {
            return !problem.isEmpty();
        }
    }

    /** One thing to choose. */
    public record Choice(String value, String text, boolean chosen) {}

    /**
     * A part of a sentence.
     *
     * @param slot name of the field that stands here, or empty
     * @param text words, where no field stands here
     */
    public record Part(String slot, String text) {}

    /**
     * A field to choose in.
     *
     * @param said what is chosen, in words
     */
    public record Pick(Input input, List<Choice> choices, String said) {}

    /** A language of a demand. */
    public record Language(Pick code, Input percent) {}

    /**
     * A demand.
     *
     * @param at the beginning of its fields' names
     * @param number in the order of the form, from one
     * @param open whether its fields are shown at once
     */
    public record Demand(
            String at,
            String id,
            int number,
            String title,
            boolean open,
            boolean openMore,
            boolean bad,
            Map<String, Input> fields,
            Map<String, Pick> picks,
            List<Language> languages,
            boolean critical,
            String unseen,
            String more) {}

    /** A supplier of today. */
    public record Operator(int row, String at, Input operator, Input exitCost, String more) {}

    /**
     * A limit: the parts of its sentence, and the fields that stand in them by slot.
     *
     * @param hidden fields that no part of the sentence holds
     * @param key its id in the profile
     */
    public record Limit(
            int row,
            String at,
            String id,
            String form,
            String problem,
            List<Part> parts,
            Map<String, Input> fields,
            Map<String, Pick> picks,
            Input why,
            List<Input> hidden,
            String key,
            String more) {}

    /** What a form is shown with beside what stands in it. */
    public record Around(
            Snapshot snapshot, Tongue tongue, boolean leftOut, Collection<String> buyers, @Nullable Fault fault) {}

    /** {@return the page of a form} */
    public static AskView of(AskForm form, Around around) {
        return new AskViews(form, around).view();
    }
}
