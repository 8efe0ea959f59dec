package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.advice.Advisor;
import org.multipolar.decision.DecisionShown;
import org.multipolar.decision.Entry;
import org.multipolar.decision.LogLines;
import org.multipolar.decision.Replayed;
import org.multipolar.decision.Replayer;
import org.multipolar.explain.Json;
import org.multipolar.portfolio.Export;
import org.multipolar.review.ReviewAnswer;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;
import org.multipolar.whatif.WhatIf;

/** What was decided: records that can be read, checked and answered again. */
@Path("/api/v1/decisions")
@RolesAllowed(Role.READER)
@Tag(name = "Decisions")
@Blocking
public class DecisionsResource {

    private static final int MOST_LISTED = 500;
    private static final long LAST_PLACE = 9_007_199_254_740_991L;

    private final Records records;
    private final Answers answers;
    private final Callers callers;

    @Inject
    DecisionsResource(Records records, Answers answers, Callers callers) {
        this.records = records;
        this.answers = answers;
        this.callers = callers;
    }

    static String address(String id) {
        return "/api/v1/decisions/" + id;
    }

    /** One entry in a list. */
    public record Listed(
            long seq,
            String id,
            String decision,
            String kind,
            String at,
            String by,
            String buyer,
            @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class) Object body) {

        static Listed of(Entry entry) {
            return new Listed(
                    entry.seq(),
                    entry.id(),
                    entry.subject(),
                    entry.kind(),
                    entry.at().toString(),
                    entry.by(),
                    entry.buyer(),
                    entry.body());
        }
    }

    /**
     * Entries, newest first.
     *
     * @param next what {@code before} must say for the entries that follow; null at the end
     */
    public record Page(List<Listed> decisions, @Nullable Long next) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Records, newest first",
            description =
                    "buyer: whose; kind: what kinds begin with, such as advice or review; before: place in the log.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    public String list(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("kind") @DefaultValue("") String kind,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "9007199254740991")
                    @QueryParam("before")
                    @DefaultValue("9007199254740991")
                    String before,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500") @QueryParam("limit") @DefaultValue("50")
                    String limit) {
        int most = Parameters.limit(limit, MOST_LISTED);
        var found = records.journal()
                .before(
                        Parameters.whole("before", before, 0, LAST_PLACE),
                        kind,
                        callers.current().among(buyer),
                        most);
        return Json.pretty(new Page(
                found.stream().map(Listed::of).toList(),
                found.size() < most ? null : found.get(found.size() - 1).seq()));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "One record: question, answer, and what proves that neither was changed",
            description =
                    "id: of the record, or the decision that an answer names (its first record). The document can be saved "
                            + "and given to the command verify.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "DecisionRecord")))
    @APIResponse(responseCode = "404", description = "No record has this id")
    public String one(@PathParam("id") String id) {
        var journal = records.journal();
        var entry = entry(id);
        var head = journal.head(entry);
        if (head == null) {
            throw new IllegalStateException("The record (%s) has no signature.".formatted(id));
        }
        return DecisionShown.of(entry, head, journal::content).text();
    }

    @GET
    @Path("{id}/log")
    @Produces("application/jsonl")
    @Operation(
            summary = "One record with the world and the rules of then, as JSON lines",
            description = "The command verify replays it wherever it is, without any other file.")
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(ref = "LogLine")))
    @APIResponse(responseCode = "404", description = "No record has this id")
    public Response log(@PathParam("id") String id) {
        var entry = entry(id);
        StreamingOutput lines = out -> LogLines.one(records.journal(), entry, line -> Lines.write(out, line));
        return Response.ok(lines).build();
    }

    @GET
    @Path("{id}/replay")
    @RolesAllowed(Role.ANALYST)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answers the recorded question again, from the world and the rules of then",
            description = "The answer has the same bytes as the recorded one.")
    @APIResponse(
            responseCode = "200",
            description = "The same bytes as the recorded answer",
            content = @Content(schema = @Schema(anyOf = {Advice.class, WhatIf.class, ReviewAnswer.class})))
    @APIResponse(responseCode = "404", description = "No record has this id")
    @APIResponse(
            responseCode = "409",
            description = "Other bytes come out, another version of the program answered then, or something is missing")
    @APIResponse(responseCode = "503", description = "Too many questions wait; Retry-After says when to come back")
    public String replay(@PathParam("id") String id) {
        var entry = entry(id);
        if (!Replayer.replayable(entry)) {
            throw noQuestion(entry);
        }
        var replayed = answers.heavy(() -> records.replayer().replay(entry));
        if (replayed instanceof Replayed.Same same) {
            return same.answer();
        }
        if (replayed instanceof Replayed.Differs differs) {
            throw new Refused(409, "The answer differs from the recorded one.", differs.where(), null);
        }
        if (replayed instanceof Replayed.OtherProgram other) {
            throw new Refused(
                    409,
                    "Another version of the program answered then.",
                    "Maybe run the version with the digest %s; this is %s.".formatted(other.recorded(), other.now()),
                    null);
        }
        throw new Refused(
                409,
                "The record cannot be replayed: %s is missing.".formatted(((Replayed.Missing) replayed).what()),
                "Maybe the store was not restored in full.",
                null);
    }

    @GET
    @Path("{id}/problem.mps")
    @RolesAllowed(Role.ANALYST)
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The optimisation problem of a recorded question, for any other solver")
    @APIResponse(responseCode = "200", description = "Free MPS")
    @APIResponse(responseCode = "404", description = "No record has this id")
    @APIResponse(responseCode = "409", description = "The record holds no mix, or something is missing")
    @APIResponse(responseCode = "503", description = "Too many questions wait; Retry-After says when to come back")
    public String problem(@PathParam("id") String id) {
        var asked = records.replayer().asked(asked(id));
        if (asked == null) {
            throw new Refused(
                    409,
                    "Something that the record rests on is missing.",
                    "Maybe the store was not restored in full.",
                    null);
        }
        return answers.heavy(() ->
                Export.mps(Advisor.problem(asked.snapshot(), asked.question()).problem()));
    }

    private Entry asked(String id) {
        var entry = entry(id);
        if (!entry.kind().equals(Replayer.ADVICE)) {
            throw noQuestion(entry);
        }
        return entry;
    }

    private static Refused noQuestion(Entry entry) {
        return new Refused(
                409,
                "A record of the kind (%s) does not hold what is asked for.".formatted(entry.kind()),
                "Maybe the record of the answer is meant; GET /api/v1/decisions?kind=advice lists those with a mix.",
                null);
    }

    private Entry entry(String id) {
        var entry = records.journal().find(id);
        // Another buyer's record is answered like one that is not there, so that nobody learns of it.
        if (entry == null || !callers.current().sees(entry.buyer())) {
            throw UnknownId.ofSecret("decision", id, "GET /api/v1/decisions lists them.");
        }
        return entry;
    }

    /** Writes lines to a response. */
    static final class Lines {

        private Lines() {}

        static void write(java.io.OutputStream out, String line) {
            try {
                out.write(line.getBytes(UTF_8));
                out.write('\n');
            } catch (java.io.IOException gone) {
                throw new java.io.UncheckedIOException(gone);
            }
        }
    }
}
