package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Replayed;
import org.multipolar.decision.Replayer;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.AnswerView;
import org.multipolar.web.page.DecisionsView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.RecordBox;

/** What was decided, for people: listed, read as it was answered, and asked again. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class DecisionPages {

    private static final int ON_A_PAGE = 50;
    private static final long END = Long.MAX_VALUE >> 11;

    private final Serving serving;
    private final Questions questions;
    private final Records records;
    private final Background background;
    private final Patience patience;
    private final Reading reading;

    @Inject
    DecisionPages(
            Serving serving,
            Questions questions,
            Records records,
            Background background,
            Patience patience,
            Reading reading) {
        this.serving = serving;
        this.questions = questions;
        this.records = records;
        this.background = background;
        this.patience = patience;
        this.reading = reading;
    }

    @GET
    @Path("decisions")
    @Operation(hidden = true)
    public TemplateInstance list(
            @QueryParam("buyer") @DefaultValue("") String buyer,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("before") @Nullable Long before) {
        var whose = serving.caller().among(buyer.isBlank() ? null : buyer.strip());
        var found = records.journal().before(before == null ? END : before, kind, whose, ON_A_PAGE);
        var next = UriBuilder.fromPath("/decisions")
                .queryParam("buyer", buyer.strip())
                .queryParam("kind", kind);
        return Pages.decisions(DecisionsView.of(
                found,
                buyer.strip(),
                kind,
                List.copyOf(serving.snapshot().buyers().keySet()),
                found.size() < ON_A_PAGE
                        ? ""
                        : next.queryParam("before", found.get(found.size() - 1).seq())
                                .build()
                                .toString(),
                before != null,
                reading.tongue()));
    }

    @GET
    @Path("decisions/{id}")
    @Operation(hidden = true)
    public TemplateInstance one(@PathParam("id") String id) {
        return page(questions.entry(id), null);
    }

    private TemplateInstance page(Entry entry, RecordBox.@Nullable Replay replayed) {
        var head = records.journal().head(entry);
        if (head == null) {
            throw new IllegalStateException("The record (%s) has no signature.".formatted(entry.id()));
        }
        var box = RecordBox.of(
                entry,
                head,
                reading.tongue(),
                Replayer.replayable(entry),
                serving.caller().may(Role.ANALYST),
                replayed);
        if (!entry.kind().equals(Replayer.ADVICE)) {
            return Pages.decision(box);
        }
        var snapshot = serving.snapshot();
        var advice = Json.read(questions.content(entry, "answer"), Advice.class);
        return Pages.answer(
                Form.recorded(snapshot.buyers().values(), advice, box),
                AnswerView.of(advice, snapshot.world(), reading.tongue(), "decision=" + entry.id(), entry.id()));
    }

    @POST
    @Path("decisions/{id}/replay")
    @RolesAllowed(Role.ANALYST)
    @Operation(hidden = true)
    public Response begin(@PathParam("id") String id) {
        begun(questions.entry(id));
        return AskPages.see("/decisions/" + id + "/replay");
    }

    @GET
    @Path("decisions/{id}/replay")
    @RolesAllowed(Role.ANALYST)
    @Operation(hidden = true)
    public Response replay(@PathParam("id") String id, @Context UriInfo uri) {
        var entry = questions.entry(id);
        var work = background.find(key(entry), serving.caller().name());
        if (work == null) {
            return AskPages.see("/decisions/" + id);
        }
        boolean seen = patience.sees(work.leadsTo());
        var page = seen
                ? page(entry, said(Patience.result(work.leadsTo())))
                : Pages.working(Patience.working(uri, work.asked().title()));
        return Response.ok(page.render()).header("Cache-Control", "no-store").build();
    }

    private void begun(Entry entry) {
        var caller = serving.caller().name();
        var title = reading.tongue().say("decisions.replaying", entry.buyer());
        var asked = new Background.Asked(key(entry), caller, title, "/decisions/" + entry.id(), "");
        background.begin(asked, cancelled -> word(questions.again(entry)));
    }

    private String key(Entry entry) {
        return Questions.key(serving.caller().name(), "replay", entry.id());
    }

    /** What asking again came to, as one line: a word, and what differs. */
    private static String word(Replayed replayed) {
        if (replayed instanceof Replayed.Differs differs) {
            return "differs " + differs.where();
        }
        if (replayed instanceof Replayed.OtherProgram other) {
            return "other-program " + other.recorded();
        }
        return replayed instanceof Replayed.Missing missing ? "missing " + missing.what() : "same ";
    }

    private RecordBox.Replay said(String result) {
        var parts = result.split(" ", 2);
        return new RecordBox.Replay(
                parts[0].equals("same"), reading.tongue().code("decisions-replay", parts[0]), parts[1]);
    }
}
