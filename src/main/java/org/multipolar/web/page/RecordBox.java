package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Journal;
import org.multipolar.web.language.Tongue;

/**
 * What proves a record, and what can be done with it.
 *
 * @param kind in words
 * @param at when it was written, in words, UTC
 * @param instant the same for programs
 * @param state what came of it, in words
 * @param facts of what it rests on, by name
 * @param replays whether its question can be asked again
 * @param mix whether it holds a mix
 * @param review address of the review that it is part of, or empty
 * @param replayed what asking again came to, in words; null where it was not asked
 */
public record RecordBox(
        String id,
        String subject,
        String kind,
        String at,
        String instant,
        String by,
        String buyer,
        String state,
        long place,
        String hash,
        String signature,
        String key,
        List<Fact> facts,
        boolean replays,
        boolean mix,
        String review,
        boolean mayAsk,
        @Nullable Replay replayed) {

    /** Something that it rests on, with its digest. */
    public record Fact(String name, String value) {}

    /** What asking again came to. */
    public record Replay(boolean same, String text, String detail) {}

    /** {@return the box of an entry} */
    public static RecordBox of(
            Entry entry, Journal.Head head, Tongue tongue, boolean replays, boolean mayAsk, @Nullable Replay replayed) {
        var facts = new ArrayList<Fact>();
        entry.body()
                .path("digests")
                .properties()
                .forEach(each -> facts.add(new Fact(
                        tongue.code("decisions-digest", each.getKey()),
                        each.getValue().asText())));
        boolean review = entry.kind().startsWith("review.");
        return new RecordBox(
                entry.id(),
                entry.subject(),
                DecisionsView.kind(entry.kind(), tongue),
                DecisionsView.minute(entry.at().toString(), tongue),
                entry.at().toString(),
                entry.by(),
                entry.buyer(),
                DecisionsView.state(entry, tongue),
                entry.seq(),
                entry.hash(),
                head.signature(),
                head.publicKey(),
                facts,
                replays,
                entry.kind().equals("advice"),
                review ? "/reviews/" + entry.subject() : entry.kind().startsWith("watch.") ? "/reviews#watches" : "",
                mayAsk,
                replayed);
    }
}
