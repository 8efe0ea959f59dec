package org.multipolar.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule asks of a case: one question, or several of which any or all must hold. */
sealed interface Condition {

    /** One question of one fact; the word is a value, or the id of a parameter. */
    record Ask(Field field, Asked asked, String word) implements Condition {

        @Override
        public Stream<Ask> asks() {
            return Stream.of(this);
        }

        @Override
        public String text() {
            return "%s.%s(\"%s\")".formatted(field.accessor(), asked.word(), word);
        }
    }

    /** Holds where one of its parts does. */
    record AnyOf(List<Condition> parts) implements Condition {

        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Ask> asks() {
            return parts.stream().flatMap(Condition::asks);
        }

        @Override
        public String text() {
            return parts.stream().map(Condition::text).collect(Collectors.joining(" || ", "(", ")"));
        }
    }

    /** Holds where all of its parts do. */
    record AllOf(List<Condition> parts) implements Condition {

        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Ask> asks() {
            return parts.stream().flatMap(Condition::asks);
        }

        @Override
        public String text() {
            return parts.stream().map(Condition::text).collect(Collectors.joining(" && ", "(", ")"));
        }
    }

    /** {@return every question in it, in the order written} */
    Stream<Ask> asks();

    /** {@return it as a rule would write it; equal conditions have equal texts} */
    String text();
}
