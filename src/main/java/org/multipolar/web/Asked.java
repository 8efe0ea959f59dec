package org.multipolar.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Question;
import org.multipolar.web.access.Callers;

/**
 * Which question a page is about: that of a shipped buyer on a day, or one that was recorded, whose buyer may have been
 * typed in by hand.
 */
@Singleton
public class Asked {

    /**
     * A question, and how addresses name it.
     *
     * @param snapshot in use now; for a recorded question that of then, so that what follows starts from what was answered
     * @param decision id of the record; empty where the buyer is a shipped one
     * @param familiar whether nothing but a shipped buyer's id and a day was brought along
     */
    public record About(Snapshot snapshot, Question question, String decision, boolean familiar) {

        /** {@return the parameters of an address that names it} */
        public String parameters() {
            return decision.isEmpty()
                    ? "buyer=%s&asOf=%s".formatted(encoded(question.buyer().id()), question.asOf())
                    : "decision=%s&asOf=%s".formatted(encoded(decision), question.asOf());
        }
    }

    /** {@return a text as the value of a parameter of an address} */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private final Serving serving;
    private final Records records;
    private final Callers callers;

    @Inject
    Asked(Serving serving, Records records, Callers callers) {
        this.serving = serving;
        this.records = records;
        this.callers = callers;
    }

    /**
     * {@return the question that an address names; that of the first buyer today where it names none}
     *
     * @param asOf another day for a recorded question, or the shipped buyer's; null for the recorded one, or today
     */
    public About about(@Nullable String buyer, @Nullable String decision, @Nullable String asOf) {
        var snapshot = serving.snapshot();
        if (decision == null || decision.isBlank()) {
            var named = serving.buyerOrFirst(snapshot, buyer);
            return new About(snapshot, new Question(named, Serving.day(asOf), List.of()), "", true);
        }
        var entry = records.journal().find(decision);
        if (entry == null || !callers.current().sees(entry.buyer())) {
            throw UnknownId.ofSecret("decision", decision, "the page of decisions lists them.");
        }
        var asked = records.replayer().asked(entry);
        if (asked == null) {
            throw new Refused(
                    409,
                    "The record (%s) does not hold a question that can be asked again.".formatted(decision),
                    "Maybe a record of advice is meant, or the store was not restored in full.",
                    null);
        }
        var question = asOf == null || asOf.isBlank()
                ? asked.question()
                : asked.question().on(Serving.day(asOf));
        return new About(asked.snapshot(), question, decision, false);
    }
}
