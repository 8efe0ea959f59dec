package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/** What a fact may still be after some questions were answered with yes; never changed. */
sealed interface Room {

    /** {@return all that a fact may be before any question} */
    static Room whole(Field field, Meanings meanings) {
        if (field == Field.AS_OF) {
            double today = meanings.day().toEpochDay();
            return new OfFigure(today, today + 1);
        }
        return switch (field.kind()) {
            case TEXT -> new OfText(meanings.all(field));
            case TAGS -> new OfTags(new BitSet(), new BitSet(), List.of());
            case DAY, AMOUNT -> new OfFigure(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        };
    }

    /** {@return what is left when this question, too, is answered with yes} */
    Room after(Condition.Ask ask, Meanings meanings);

    /** {@return whether nothing is left} */
    boolean empty();

    /** {@return one value that is left, or a set of tags} */
    List<String> example(Field field, Meanings meanings);

    /** One value of those allowed. */
    record OfText(BitSet allowed) implements Room {

        @Override
        public Room after(Condition.Ask ask, Meanings meanings) {
            var left = (BitSet) allowed.clone();
            switch (ask.asked()) {
                case NAMED, WITHIN -> left.and(meanings.compared(ask));
                case OTHER_THAN, OUTSIDE -> left.andNot(meanings.compared(ask));
                case HAS, LACKS, HAS_ANY_OF, HAS_NONE_OF, ON_OR_AFTER, EARLIER_THAN, AT_LEAST, BELOW ->
                    throw unfitting(ask);
            }
            return new OfText(left);
        }

        @Override
        public boolean empty() {
            return allowed.isEmpty();
        }

        @Override
        public List<String> example(Field field, Meanings meanings) {
            return List.of(meanings.value(field, allowed.nextSetBit(0)));
        }
    }

    /** Any set with all of these tags, none of those, and one of each list. */
    record OfTags(BitSet with, BitSet without, List<BitSet> oneOfEach) implements Room {

        @Override
        public Room after(Condition.Ask ask, Meanings meanings) {
            var compared = meanings.compared(ask);
            return switch (ask.asked()) {
                case HAS -> new OfTags(joined(with, compared), without, oneOfEach);
                case LACKS, HAS_NONE_OF -> new OfTags(with, joined(without, compared), oneOfEach);
                case HAS_ANY_OF -> {
                    var lists = new ArrayList<>(oneOfEach);
                    lists.add(compared);
                    yield new OfTags(with, without, lists);
                }
                case NAMED, OTHER_THAN, WITHIN, OUTSIDE, ON_OR_AFTER, EARLIER_THAN, AT_LEAST, BELOW ->
                    throw unfitting(ask);
            };
        }

        @Override
        public boolean empty() {
            return with.intersects(without)
                    || oneOfEach.stream().anyMatch(list -> less(list, without).isEmpty());
        }

        @Override
        public List<String> example(Field field, Meanings meanings) {
            var chosen = (BitSet) with.clone();
            oneOfEach.forEach(list -> {
                if (!list.intersects(chosen)) {
                    chosen.set(less(list, without).nextSetBit(0));
                }
            });
            var tags = new TreeSet<String>();
            chosen.stream().forEach(place -> tags.add(meanings.value(field, place)));
            return List.copyOf(tags);
        }
    }

    /** A figure from one bound on and below another; a day is a figure as well. */
    record OfFigure(double from, double below) implements Room {

        @Override
        public Room after(Condition.Ask ask, Meanings meanings) {
            double figure = meanings.figure(ask);
            return switch (ask.asked()) {
                case ON_OR_AFTER, AT_LEAST -> new OfFigure(Math.max(from, figure), below);
                case EARLIER_THAN, BELOW -> new OfFigure(from, Math.min(below, figure));
                case NAMED, OTHER_THAN, WITHIN, OUTSIDE, HAS, LACKS, HAS_ANY_OF, HAS_NONE_OF -> throw unfitting(ask);
            };
        }

        /** A bound that nobody has stated yet is infinite, and no figure reaches it. */
        @Override
        public boolean empty() {
            return from >= below;
        }

        @Override
        public List<String> example(Field field, Meanings meanings) {
            boolean open = from == Double.NEGATIVE_INFINITY;
            if (field.kind() == Field.Kind.AMOUNT) {
                return List.of(String.valueOf(open ? Math.min(0, below - 1) : from));
            }
            double day = open ? Math.min((double) meanings.day().toEpochDay(), below - 1) : from;
            return List.of(LocalDate.ofEpochDay((long) day).toString());
        }
    }

    private static BitSet joined(BitSet some, BitSet more) {
        var all = (BitSet) some.clone();
        all.or(more);
        return all;
    }

    private static BitSet less(BitSet all, BitSet some) {
        var left = (BitSet) all.clone();
        left.andNot(some);
        return left;
    }

    private static IllegalStateException unfitting(Condition.Ask ask) {
        return new IllegalStateException("The linter let (%s) pass.".formatted(ask.text()));
    }
}
