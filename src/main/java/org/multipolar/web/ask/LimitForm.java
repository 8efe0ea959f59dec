package org.multipolar.web.ask;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sentence that states a limit.
 *
 * <p>Its message has the key {@code ask-limit.} and the word; {0} stands for at most or at least, {1} for the amount, {2} for
 * over what it is counted, {3} for what is named.
 */
public enum LimitForm {
    /** Percent of the volume on models made in some countries. */
    ORIGIN("cap", "origin"),
    PARENT("cap", "parent"),
    SUPPLIER("cap", "supplier"),
    OPERATOR("cap", "operator"),
    HOST_ORIGIN("cap", "host-origin"),
    PLACE("cap", "place"),
    LINEAGE("cap", "lineage"),
    MODEL("cap", "model"),
    OPENNESS("floor", "openness"),
    /** Nothing is served from anywhere else. */
    ONLY_FROM("cap", "place"),
    OUTSIDE("floor", "outside-superpowers"),
    BUDGET("cap", "cost"),
    CONTRACTS("count", "contracts"),
    MAKERS("count", "suppliers"),
    RETAINED("floor", "retained"),
    KEEP_SUPPLIER("keep", "supplier"),
    KEEP_OPERATOR("keep", "operator"),
    /** Anything that no sentence states; it is carried along as it is. */
    OTHER("", "");

    /** Places that are no country. */
    static final List<String> NO_PLACE = List.of("anywhere", "unknown");

    private final String kind;
    private final String on;

    LimitForm(String kind, String on) {
        this.kind = kind;
        this.on = on;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the kind that it usually is, as a profile writes it} */
    String kind() {
        return kind;
    }

    String on() {
        return on;
    }

    /** {@return whether it is percent of a volume, at most or at least} */
    public boolean share() {
        return switch (this) {
            case ORIGIN, PARENT, SUPPLIER, OPERATOR, HOST_ORIGIN, PLACE, LINEAGE, MODEL, OPENNESS, OUTSIDE -> true;
            case ONLY_FROM, BUDGET, CONTRACTS, MAKERS, RETAINED, KEEP_SUPPLIER, KEEP_OPERATOR, OTHER -> false;
        };
    }

    /** {@return whether values are named in it} */
    public boolean names() {
        return switch (this) {
            case OUTSIDE, BUDGET, CONTRACTS, MAKERS, OTHER -> false;
            default -> true;
        };
    }

    /** {@return whether it has an amount} */
    boolean counts() {
        return this != ONLY_FROM && this != KEEP_SUPPLIER && this != KEEP_OPERATOR && this != OTHER;
    }

    /** {@return the sentences that can be added} */
    public static List<LimitForm> offered() {
        return Arrays.stream(values()).filter(each -> each != OTHER).toList();
    }

    static LimitForm of(String word) {
        return Stream.of(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(OTHER);
    }

    /** {@return the sentence that states a limit of a profile} */
    static LimitForm of(Profile limit) {
        var kind = limit.text("kind");
        var on = limit.text("on");
        if (!limit.has("id")) {
            return OTHER;
        }
        boolean nowhereElse = kind.equals("cap")
                && on.equals("place")
                && limit.text("at").equals("0")
                && limit.texts("of").containsAll(NO_PLACE);
        return nowhereElse ? ONLY_FROM : of(kind, on);
    }

    private static LimitForm of(String kind, String on) {
        boolean share = kind.equals("cap") || kind.equals("floor");
        return offered().stream()
                .filter(each -> each != ONLY_FROM && each.on.equals(on))
                .filter(each -> each.kind.equals(kind) || (share && each.share()))
                .findFirst()
                .orElse(OTHER);
    }
}
