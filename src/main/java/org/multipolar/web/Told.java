package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.decision.Replayer;
import org.multipolar.explain.Json;

/** The answer that a page is about: a recorded one as it was given, any other from memory or worked out. */
@Singleton
public class Told {

    private final Answers answers;
    private final Records records;

    @Inject
    Told(Answers answers, Records records) {
        this.answers = answers;
        this.records = records;
    }

    /** {@return the answer, or work on it; who may see the question was settled when it was resolved} */
    CompletableFuture<Advice> begin(Asked.About about) {
        var recorded = recorded(about.decision());
        // A record answers for its own day alone.
        return recorded != null
                        && recorded.asOf().equals(about.question().asOf().toString())
                ? CompletableFuture.completedFuture(recorded)
                : answers.begin(about.snapshot(), about.question());
    }

    private @Nullable Advice recorded(String decision) {
        var entry = decision.isEmpty() ? null : records.journal().find(decision);
        if (entry == null || !entry.kind().equals(Replayer.ADVICE)) {
            return null;
        }
        var text = records.journal().content(entry.contents().getOrDefault("answer", ""));
        return text == null ? null : Json.read(new String(text, UTF_8), Advice.class);
    }
}
