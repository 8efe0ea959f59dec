package org.multipolar.event;

import java.util.List;
import java.util.stream.Stream;

/** The types of events: what happened, with the version of its shape. */
public final class EventTypes {

    private static final String PREFIX = "org.multipolar.";
    private static final String VERSION = ".v1";
    private static final String ANY = "*";

    /** The signed end of the log, for whoever keeps it elsewhere to tell whether the log was written anew. */
    static final String HEAD = PREFIX + "chain.head" + VERSION;

    /** Only on request, to try a receiver. */
    static final String PING = PREFIX + "webhook.ping" + VERSION;

    /** All that may be subscribed to. */
    public static final List<String> ALL = Stream.of(
                    "chain.head",
                    "decision.recorded",
                    "review.answered",
                    "review.approved",
                    "review.asked",
                    "review.refused",
                    "review.reopened",
                    "review.waived",
                    "watch.created",
                    "watch.ended",
                    "watch.raised",
                    "watch.resolved",
                    "webhook.created",
                    "webhook.deleted",
                    "webhook.rotated",
                    "what-if.recorded")
            .map(name -> PREFIX + name + VERSION)
            .toList();

    private EventTypes() {}

    /** {@return the type of an entry of this kind} */
    static String of(String kind) {
        var name =
                switch (kind) {
                    case "advice" -> "decision.recorded";
                    case "what-if" -> "what-if.recorded";
                    default -> kind;
                };
        return PREFIX + name + VERSION;
    }

    /** {@return whether some type is meant: by its name, or several by a beginning that ends in a star} */
    static boolean known(String wanted) {
        return ALL.stream().anyMatch(type -> matches(wanted, type));
    }

    static boolean matches(String wanted, String type) {
        return wanted.endsWith(ANY) ? type.startsWith(wanted.substring(0, wanted.length() - 1)) : type.equals(wanted);
    }
}
