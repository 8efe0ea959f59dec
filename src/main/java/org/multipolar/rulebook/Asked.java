package org.multipolar.rulebook;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The questions that a rule may ask of a fact; the second of each pair is the only way to say not. */
enum Asked {
    NAMED("named", Field.Kind.TEXT, Of.WORD),
    OTHER_THAN("otherThan", Field.Kind.TEXT, Of.WORD),
    WITHIN("within", Field.Kind.TEXT, Of.LIST),
    OUTSIDE("outside", Field.Kind.TEXT, Of.LIST),
    HAS("has", Field.Kind.TAGS, Of.WORD),
    LACKS("lacks", Field.Kind.TAGS, Of.WORD),
    HAS_ANY_OF("hasAnyOf", Field.Kind.TAGS, Of.LIST),
    HAS_NONE_OF("hasNoneOf", Field.Kind.TAGS, Of.LIST),
    ON_OR_AFTER("onOrAfter", Field.Kind.DAY, Of.FIGURE),
    EARLIER_THAN("earlierThan", Field.Kind.DAY, Of.FIGURE),
    AT_LEAST("atLeast", Field.Kind.AMOUNT, Of.FIGURE),
    BELOW("below", Field.Kind.AMOUNT, Of.FIGURE);

    /** What a question compares with: a word as written, or a parameter that is a list or a single figure. */
    enum Of {
        WORD,
        LIST,
        FIGURE
    }

    private static final Map<String, Asked> BY_WORD = new TreeMap<>();

    static {
        Arrays.stream(values()).forEach(asked -> BY_WORD.put(asked.word, asked));
    }

    private final String word;
    private final Field.Kind kind;
    private final Of of;

    Asked(String word, Field.Kind kind, Of of) {
        this.word = word;
        this.kind = kind;
        this.of = of;
    }

    /** {@return the question's name in a rule} */
    String word() {
        return word;
    }

    /** {@return the kind of fact it may be asked of} */
    Field.Kind kind() {
        return kind;
    }

    Of of() {
        return of;
    }

    boolean ofParameter() {
        return of != Of.WORD;
    }

    /** {@return the question that holds exactly where this one fails, on any known fact} */
    Asked opposite() {
        return switch (this) {
            case NAMED -> OTHER_THAN;
            case OTHER_THAN -> NAMED;
            case WITHIN -> OUTSIDE;
            case OUTSIDE -> WITHIN;
            case HAS -> LACKS;
            case LACKS -> HAS;
            case HAS_ANY_OF -> HAS_NONE_OF;
            case HAS_NONE_OF -> HAS_ANY_OF;
            case ON_OR_AFTER -> EARLIER_THAN;
            case EARLIER_THAN -> ON_OR_AFTER;
            case AT_LEAST -> BELOW;
            case BELOW -> AT_LEAST;
        };
    }

    static Map<String, Asked> byWord() {
        return BY_WORD;
    }
}
