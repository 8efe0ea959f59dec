package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Bundle;
import org.multipolar.catalog.BadInput;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.Claim;
import org.multipolar.decision.Draft;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Journal.Step;
import org.multipolar.decision.ReviewRequest;
import org.multipolar.decision.Watch;
import org.multipolar.explain.Json;
import org.multipolar.review.Causes;
import org.multipolar.review.ReviewAnswer;
import org.multipolar.review.ReviewDiff;
import org.multipolar.web.Asking.Fresh;
import org.multipolar.web.access.Caller;

/** Standing questions in the log: created, asked again, raised, resolved, ended. */
@Singleton
public class Watches {

    private final Serving serving;
    private final Records records;
    private final Reviews reviews;
    private final Asking asking;
    private final Clock clock;

    @Inject
    Watches(Serving serving, Records records, Reviews reviews, Asking asking, Clock clock) {
        this.serving = serving;
        this.records = records;
        this.reviews = reviews;
        this.asking = asking;
        this.clock = clock;
    }

    /** What a new watch asks: a question and its latest answer. */
    private record Start(boolean review, @Nullable String of, String buyer, String request, Fresh fresh) {

        byte[] bytes() {
            return request.getBytes(UTF_8);
        }
    }

    /** {@return a new watch} */
    WatchShown create(Caller caller, byte[] bytes, @Nullable Claim claim) {
        var asked = WatchRequest.read(bytes);
        var by = reviews.name(caller, asked.by());
        var bundle = serving.bundle();
        var review = asked.review();
        var start = review != null ? ofReview(caller, review, bundle) : ofQuestion(caller, asked, bundle);
        if (!start.fresh().failed().isEmpty()) {
            throw new BadInput("request", 0, "question", start.fresh().failed(), null);
        }
        var id = UUID.randomUUID().toString();
        var facts = facts(start.review(), start.of(), start.fresh());
        var draft = draft(new Whose(id, start.buyer(), by), Watch.CREATED, start.bytes(), bundle, start.fresh(), facts);
        var entries = records.journal()
                .append(
                        id,
                        none -> new Step(List.of(draft), made -> new Once.Made(
                                        201, WatchesResource.address(id), Json.pretty(shown(made)))
                                .reply(claim)));
        return shown(entries);
    }

    private Start ofReview(Caller caller, String id, Bundle bundle) {
        var answered = Reviews.answered(reviews.mustExist(caller, id));
        var request = content(answered, "request");
        var read = ReviewRequest.read(request, serving.around(bundle, caller));
        // The answer that people decided about is the one to compare with, be it of an earlier day.
        var text = new String(content(answered, "answer"), UTF_8);
        var answer = Json.read(text, ReviewAnswer.class);
        return new Start(
                true,
                id,
                answered.buyer(),
                new String(request, UTF_8),
                new Fresh(
                        text,
                        "",
                        answer.digests(),
                        read.question().buyer().evidence(),
                        read.shipped(),
                        LocalDate.parse(answer.asOf())));
    }

    private Start ofQuestion(Caller caller, WatchRequest asked, Bundle bundle) {
        // Read as the caller's, so that nobody watches another's buyer; asked without, as it will be from now on.
        var read = asked.question(serving.around(bundle, caller));
        var request = asked.request();
        return new Start(
                false,
                null,
                read.question().buyer().id(),
                new String(request, UTF_8),
                asking.ask(false, request, bundle, today()));
    }

    private static Map<String, Object> facts(boolean review, @Nullable String of, Fresh fresh) {
        var facts = new TreeMap<String, Object>();
        facts.put("asks", review ? Watch.REVIEW : "advice");
        facts.put("asOf", fresh.asOf().toString());
        facts.put("digests", fresh.digests());
        if (of != null) {
            facts.put("review", of);
        }
        if (!fresh.failed().isEmpty()) {
            facts.put("failed", fresh.failed());
        }
        return facts;
    }

    /** Which watch an entry is about, whose it is, and who acts. */
    private record Whose(String id, String buyer, String by) {}

    private Draft draft(
            Whose whose, String kind, byte[] request, Bundle bundle, Fresh fresh, Map<String, Object> facts) {
        var contents = new TreeMap<String, byte[]>(Map.of("request", request));
        if (!fresh.text().isEmpty()) {
            contents.put("answer", fresh.text().getBytes(UTF_8));
        }
        if (fresh.shipped()) {
            contents.put("buyer", Records.profile(bundle, whose.buyer()));
        }
        return new Draft(
                UUID.randomUUID().toString(),
                whose.by(),
                kind,
                whose.buyer(),
                whose.id(),
                contents,
                records.kept(bundle),
                facts);
    }

    /**
     * Asks a watch on a day, and writes what changed since it was asked last; nothing where nothing did.
     *
     * <p>Another process may ask at the same time: whoever is second finds the change written.
     */
    void ask(String id, LocalDate day, Bundle bundle) {
        var watch = watch(id);
        if (watch.ended()) {
            return;
        }
        var request = content(watch.created(), "request");
        var fresh = asking.ask(watch.asksForReview(), request, bundle, day);
        records.journal().append(id, entries -> Step.of(changes(Watch.of(entries), fresh, bundle)));
        reopened(watch(id), fresh, bundle, request);
    }

    private List<Draft> changes(Watch watch, Fresh fresh, Bundle bundle) {
        boolean review = watch.asksForReview();
        if (fresh.failed().equals(watch.failed())
                && (!fresh.failed().isEmpty()
                        || Asking.diff(review, answer(watch.last()), fresh).empty())) {
            return List.of();
        }
        var diff = Asking.diff(review, answer(watch.base()), fresh);
        var causes = causes(watch, fresh, bundle, diff);
        var facts = facts(review, watch.review(), fresh);
        facts.put("cause", causes);
        facts.put("diff", Map.of("changes", diff.changes()));
        var request = content(watch.created(), "request");
        var drafts = new java.util.ArrayList<Draft>();
        var whose = new Whose(watch.id(), watch.buyer(), Reviews.PROGRAM);
        var open = watch.raised();
        if (open != null) {
            var resolved = new TreeMap<>(facts);
            resolved.put("raised", open.id());
            resolved.put("how", diff.empty() ? "gone" : "superseded");
            drafts.add(draft(whose, Watch.RESOLVED, request, bundle, fresh, resolved));
        }
        if (!diff.empty()) {
            drafts.add(draft(whose, Watch.RAISED, request, bundle, fresh, facts));
        }
        return drafts;
    }

    private List<String> causes(Watch watch, Fresh fresh, Bundle bundle, ReviewDiff diff) {
        var digests = new TreeMap<String, String>();
        watch.last()
                .body()
                .path("digests")
                .properties()
                .forEach(each -> digests.put(each.getKey(), each.getValue().asText()));
        var then = new Causes.Then(LocalDate.parse(String.valueOf(watch.last().text("asOf"))), digests);
        var now = fresh.failed().isEmpty() ? fresh.digests() : digestsOf(bundle, digests);
        return Causes.of(then, fresh.asOf(), now, bundle.snapshot().rulebook(), fresh.papers(), diff);
    }

    private static Map<String, String> digestsOf(Bundle bundle, Map<String, String> otherwise) {
        var digests = new TreeMap<>(otherwise);
        digests.put("world", bundle.snapshot().world().digest());
        digests.put("rules", bundle.snapshot().rulebook().digest());
        return digests;
    }

    /**
     * A review whose answer changed is open again.
     *
     * <p>Compared with the review's own answer each time, so that what a crash came between is made up for, and a review
     * that was opened by a change that is gone has the answer of now.
     */
    private void reopened(Watch watch, Fresh fresh, Bundle bundle, byte[] request) {
        var review = watch.review();
        if (review == null || !fresh.failed().isEmpty()) {
            return;
        }
        var snapshot = bundle.snapshot();
        var around = new AdviceRequest.Around(
                snapshot, each -> Serving.buyer(snapshot, each), snapshot.scenarios(), any -> {}, fresh.asOf());
        reviews.reopen(
                review,
                bundle,
                request,
                ReviewRequest.read(request, around),
                Json.read(fresh.text(), ReviewAnswer.class),
                String.join("; ", causesOf(watch.last())));
    }

    static List<String> causesOf(Entry entry) {
        var causes = new java.util.ArrayList<String>();
        entry.body().path("cause").forEach(cause -> causes.add(cause.asText()));
        return causes;
    }

    /** {@return the watch after a person took its latest answer for the one to compare with} */
    WatchShown accept(Caller caller, String id, String by) {
        mustExist(caller, id);
        var entries = records.journal().append(id, so -> {
            var watch = Watch.of(so);
            var raised = watch.raised();
            if (raised == null || !watch.failed().isEmpty()) {
                throw new Refused(
                        409,
                        raised == null
                                ? "Nothing is raised that could be accepted."
                                : "The question cannot be answered now, so there is no answer to accept.",
                        raised == null
                                ? "Maybe the change is gone again."
                                : "Maybe mend the question: " + watch.failed(),
                        null);
            }
            return Step.of(List.of(following(raised, by, Watch.RESOLVED, resolved(raised, "accepted"))));
        });
        return shown(entries.get(0).subject());
    }

    /** Ends a watch; nothing is forgotten. */
    void end(Caller caller, String id, String by) {
        mustExist(caller, id);
        records.journal().append(id, so -> {
            var watch = Watch.of(so);
            return Step.of(watch.ended() ? List.of() : ending(watch, by));
        });
    }

    /** Whoever was told of a change is told that nobody watches it any more. */
    private static List<Draft> ending(Watch watch, String by) {
        var ended = following(watch.last(), by, Watch.ENDED, Map.of());
        var raised = watch.raised();
        return raised == null
                ? List.of(ended)
                : List.of(following(raised, by, Watch.RESOLVED, resolved(raised, "ended")), ended);
    }

    private static Map<String, Object> resolved(Entry raised, String how) {
        var facts = new TreeMap<String, Object>();
        raised.body().properties().forEach(each -> facts.put(each.getKey(), each.getValue()));
        facts.put("raised", raised.id());
        facts.put("how", how);
        return facts;
    }

    private static Draft following(Entry last, String by, String kind, Map<String, Object> facts) {
        return new Draft(
                UUID.randomUUID().toString(), by, kind, last.buyer(), last.subject(), Map.of(), last.contents(), facts);
    }

    /** {@return one watch that the caller sees} */
    WatchShown one(Caller caller, String id) {
        mustExist(caller, id);
        return shown(id);
    }

    private WatchShown shown(String id) {
        return shown(records.journal().about(id));
    }

    private static WatchShown shown(List<Entry> entries) {
        return WatchShown.of(Watch.of(entries), entries);
    }

    void mustExist(Caller caller, String id) {
        var entries = records.journal().about(id);
        if (entries.isEmpty()
                || !entries.get(0).kind().equals(Watch.CREATED)
                || !caller.sees(entries.get(0).buyer())) {
            throw UnknownId.ofSecret("watch", id, "GET /api/v1/watches lists them.");
        }
    }

    /** {@return watches, newest first, at most so many; null for everybody's} */
    List<WatchShown> list(@Nullable List<String> buyers, int most) {
        return ids(buyers, most).stream().map(this::shown).toList();
    }

    /** {@return ids of watches that are not ended} */
    List<String> standing() {
        return ids(null, Integer.MAX_VALUE).stream()
                .filter(id -> !watch(id).ended())
                .toList();
    }

    private List<String> ids(@Nullable List<String> buyers, int most) {
        return records.journal().before(Long.MAX_VALUE >> 11, Watch.CREATED, buyers, most).stream()
                .map(Entry::subject)
                .toList();
    }

    private Watch watch(String id) {
        return Watch.of(records.journal().about(id));
    }

    private String answer(Entry entry) {
        return entry.contents().containsKey("answer")
                ? new String(content(entry, "answer"), UTF_8)
                : answer(watch(entry.subject()).base());
    }

    private byte[] content(Entry entry, String part) {
        var digest = String.valueOf(entry.contents().get(part));
        var bytes = records.journal().content(digest);
        if (bytes == null) {
            throw new IllegalStateException("The content (%s) is gone from the store.".formatted(digest));
        }
        return bytes;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
