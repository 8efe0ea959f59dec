package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import org.multipolar.catalog.read.Digests;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Replayed;
import org.multipolar.decision.Replayer;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Callers;

/** Questions that were asked before, as they were asked. */
@Singleton
public class Questions {

    private final Records records;
    private final Answers answers;
    private final Background background;
    private final Callers callers;

    @Inject
    Questions(Records records, Answers answers, Background background, Callers callers) {
        this.records = records;
        this.answers = answers;
        this.background = background;
        this.callers = callers;
    }

    /** A question: its buyer's profile, its day, and the body that asked it. */
    static final class Question {

        private final String profile;
        private final String asOf;
        private final String request;

        private Question(String profile, String asOf, String request) {
            this.profile = profile;
            this.asOf = asOf;
            this.request = request;
        }

        byte[] profile() {
            return profile.getBytes(UTF_8);
        }

        String asOf() {
            return asOf;
        }

        byte[] request() {
            return request.getBytes(UTF_8);
        }

        boolean underScenarios() {
            return !Json.tree(request).path("scenarios").isEmpty();
        }
    }

    /** {@return the entry that the caller sees} */
    Entry entry(String id) {
        var entry = records.journal().find(id);
        // Another buyer's record is answered like one that is not there, so that nobody learns of it.
        if (entry == null || !callers.current().sees(entry.buyer())) {
            throw UnknownId.ofSecret("decision", id, "the page of decisions lists them.");
        }
        return entry;
    }

    /** {@return a recorded question} */
    Question recorded(String id) {
        var entry = entry(id);
        if (!entry.kind().equals(Replayer.ADVICE)) {
            throw new Refused(
                    409,
                    "The record (%s) does not hold a question for a mix.".formatted(id),
                    "Maybe a record of advice is meant.",
                    null);
        }
        var request = content(entry, "request");
        var profile = entry.contents().containsKey("buyer") ? content(entry, "buyer") : buyer(request);
        return new Question(profile, String.valueOf(entry.text("asOf")), request);
    }

    /** {@return the question of work in the background} */
    Question begun(String key) {
        var work = background.find(key, callers.current().name());
        if (work == null || work.asked().request().isEmpty()) {
            throw unknown(key);
        }
        var request = work.asked().request();
        return new Question(buyer(request), Json.tree(request).path("asOf").asText(""), request);
    }

    static UnknownId unknown(String key) {
        return UnknownId.ofSecret(
                "question",
                key,
                "it was asked before the service started anew; the page of decisions lists what was answered.");
    }

    private static String buyer(String request) {
        return Json.tree(request).path("buyer").toString();
    }

    /** {@return what asking a recorded question again comes to} */
    Replayed again(Entry entry) {
        if (!Replayer.replayable(entry)) {
            throw new Refused(
                    409,
                    "A record of the kind (%s) does not hold what is asked for.".formatted(entry.kind()),
                    "Maybe the record of the answer is meant.",
                    null);
        }
        return answers.heavy(() -> records.replayer().replay(entry));
    }

    /** {@return a part of an entry} */
    String content(Entry entry, String part) {
        var bytes = records.journal().content(entry.contents().getOrDefault(part, ""));
        if (bytes == null) {
            throw new Refused(
                    409,
                    "Something that the record rests on is missing: %s.".formatted(part),
                    "Maybe the store was not restored in full.",
                    null);
        }
        return new String(bytes, UTF_8);
    }

    /** {@return what names a question to be answered: equal questions of one caller on equal data have equal names} */
    static String key(Recording.Posted posted, String then) {
        var digests = posted.bundle().snapshot();
        return key(
                posted.caller(),
                "advice" + then,
                digests.world().digest() + digests.rulebook().digest(),
                Digests.of(posted.body()));
    }

    static String key(String... parts) {
        return Digests.of(String.join("\n", parts)).replaceAll("[^0-9a-f]", "");
    }

    /** {@return the body of a request for the advice to a shipped buyer} */
    static byte[] of(String buyer, String asOf) {
        var request = new LinkedHashMap<String, Object>();
        request.put("buyer", buyer);
        request.put("asOf", asOf);
        return Json.pretty(request).getBytes(UTF_8);
    }
}
