package org.multipolar.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dated list, day or number that rules turn on, with its sources. */
public record Parameter(String id, String title, Unit unit, List<Value> values, String file, int line) {

    /** What a parameter holds. */
    public enum Unit {
        COUNTRY_CODES("country-codes"),
        SUPPLIER_IDS("supplier-ids"),
        OPERATOR_IDS("operator-ids"),
        LICENCE_IDS("licence-ids"),
        LINEAGE_IDS("lineage-ids"),
        MODEL_IDS("model-ids"),
        LANGUAGE_CODES("language-codes"),
        WORDS("words"),
        DATE("date"),
        FLOP("flop"),
        PERCENT("percent"),
        COUNT("count"),
        TEN_THOUSANDTHS("ten-thousandths");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** {@return whether it is a list of words} */
        public boolean list() {
            return compareTo(DATE) < 0;
        }
    }

    /**
     * What it is worth from a day on.
     *
     * @param from first day, or null for always
     * @param review last day by which somebody must look at it again, or null where nothing says so
     */
    public record Value(
            @Nullable LocalDate from, List<String> words, List<String> sources, @Nullable LocalDate review) {

        /** A value of which nothing says that it may change. */
        public Value(@Nullable LocalDate from, List<String> words, List<String> sources) {
            this(from, words, sources, null);
        }

        public Value {
            words = List.copyOf(words);
            sources = List.copyOf(sources);
        }
    }

    public Parameter {
        values = List.copyOf(values);
    }

    /** {@return the value that holds on a day, or null before its first} */
    public @Nullable Value on(LocalDate day) {
        Value latest = null;
        for (var value : values) {
            if (value.from() == null || !value.from().isAfter(day)) {
                latest = value;
            }
        }
        return latest;
    }
}
