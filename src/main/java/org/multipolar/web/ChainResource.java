package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.multipolar.decision.Journal;
import org.multipolar.decision.LogLines;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Caller;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;

/** The log as a whole: its signed end, all of it as a file, and the worlds and rules that it rests on. */
@Path("/api/v1")
@RolesAllowed(Role.READER)
@Tag(name = "Decisions")
@Blocking
public class ChainResource {

    private final Records records;
    private final Callers callers;

    @Inject
    ChainResource(Records records, Callers callers) {
        this.records = records;
        this.callers = callers;
    }

    @GET
    @Path("chain/head")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The signed end of the log",
            description =
                    "Whoever keeps it elsewhere can tell later whether the log was cut or written anew. seq is 0 while the "
                            + "log is empty. Ed25519 over \"multipolar-head/1\\n\" seq \"\\n\" hash \"\\n\".")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HeadShown.class)))
    public String head() {
        return Json.pretty(HeadShown.of(records.journal().head(null)));
    }

    @GET
    @Path("chain/log")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Produces("application/jsonl")
    @Operation(
            summary = "The whole log as JSON lines, for the command verify",
            description =
                    "replayable: also what is needed to answer the questions again: answers, requests, worlds, rules; without "
                            + "it the chain alone.")
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON",
            content = @Content(mediaType = "application/jsonl", schema = @Schema(ref = "LogLine")))
    public Response log(
            @Schema(type = SchemaType.BOOLEAN) @QueryParam("replayable") @DefaultValue("true") String replayable) {
        callers.current().mustSee(Caller.ALL_BUYERS);
        boolean whole = Parameters.flag("replayable", replayable);
        StreamingOutput lines =
                out -> LogLines.all(records.journal(), whole, line -> DecisionsResource.Lines.write(out, line));
        return Response.ok(lines).build();
    }

    /** The end of the log; of an empty one the place alone, which is 0. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HeadShown(long seq, @Nullable String hash, @Nullable String signature, @Nullable String publicKey) {

        static HeadShown of(Journal.@Nullable Head head) {
            return head == null
                    ? new HeadShown(0, null, null, null)
                    : new HeadShown(head.seq(), head.hash(), head.signature(), head.publicKey());
        }
    }

    /** Names of the files of a world or of rules. */
    public record Files(String digest, Set<String> files) {}

    @GET
    @Path("archive/{digest}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The files of a world or of rules that an answer names by digest")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Files.class)))
    @APIResponse(responseCode = "404", description = "No answer rests on this digest")
    public String files(@PathParam("digest") String digest) {
        return Json.pretty(new Files(digest, archived(digest).keySet()));
    }

    @GET
    @Path("archive/{digest}/{file: .+}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "One file of a world or of rules of then")
    @APIResponse(responseCode = "200", description = "The file's text")
    @APIResponse(responseCode = "404", description = "No answer rests on this digest, or it has no such file")
    public String file(@PathParam("digest") String digest, @PathParam("file") String file) {
        var files = archived(digest);
        var bytes = files.get(file);
        if (bytes == null) {
            throw UnknownId.of("file", file, files.keySet());
        }
        return new String(bytes, UTF_8);
    }

    private Map<String, byte[]> archived(String digest) {
        var files = records.archive().files(digest);
        if (files == null) {
            throw UnknownId.ofSecret("world or rules", digest, "digests in an answer names them.");
        }
        return files;
    }
}
