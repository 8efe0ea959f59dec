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
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.multipolar.advice.Advice;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Replayer;
import org.multipolar.exchange.bom.MlBom;
import org.multipolar.explain.Json;
import org.multipolar.review.Standing;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;

/** A recorded mix as a bill of material. */
@Path("/api/v1/decisions/{id}/bom")
@Tag(name = "Bills of material")
@RolesAllowed(Role.READER)
@Blocking
public class BillResource {

    private static final List<String> IN_FORCE = List.of(Standing.APPROVED.word(), Standing.WAIVED.word());
    private static final int MOST_REVIEWS = 5_000;

    private final Records records;
    private final Reviews reviews;
    private final Callers callers;

    @Inject
    BillResource(Records records, Reviews reviews, Callers callers) {
        this.records = records;
        this.reviews = reviews;
        this.callers = callers;
    }

    @GET
    @Produces("application/vnd.cyclonedx+json")
    @Operation(
            summary = "A recorded mix as a CycloneDX ML-BOM, with lineage",
            description =
                    "Spec 1.6; the same bytes each time. approved: true wants an approval or a waiver in force for every offer of "
                            + "the mix in its demand, and says which are missing.")
    @APIResponse(
            responseCode = "200",
            description = "The bill",
            content = @Content(mediaType = "application/vnd.cyclonedx+json", schema = @Schema(ref = "WrittenBill")))
    @APIResponse(responseCode = "404", description = "No record has this id")
    @APIResponse(responseCode = "409", description = "The record holds no mix, or an approval is missing")
    public byte[] bill(
            @PathParam("id") String id,
            @Schema(type = SchemaType.BOOLEAN) @QueryParam("approved") @DefaultValue("false") String approved) {
        var caller = callers.current();
        var entry = records.journal().find(id);
        if (entry == null || !caller.sees(entry.buyer())) {
            throw UnknownId.ofSecret("decision", id, "GET /api/v1/decisions lists them.");
        }
        var advice = advice(entry);
        if (Parameters.flag("approved", approved)) {
            allApproved(advice);
        }
        // As it was asked: a scenario may have brought offers that the world has not.
        var asked = records.replayer().asked(entry);
        if (asked == null) {
            throw new Refused(
                    409, "The world of the record is missing.", "Maybe the store was not restored in full.", null);
        }
        return MlBom.of(advice, asked.snapshot().world());
    }

    private Advice advice(Entry entry) {
        var answer = entry.kind().equals(Replayer.ADVICE)
                ? records.journal().content(entry.contents().getOrDefault("answer", ""))
                : null;
        if (answer == null) {
            throw new Refused(
                    409,
                    "A record of the kind (%s) holds no mix.".formatted(entry.kind()),
                    "Maybe the record of an advice is meant.",
                    null);
        }
        return Json.read(new String(answer, UTF_8), Advice.class);
    }

    private void allApproved(Advice advice) {
        var approved = new TreeSet<String>();
        reviews.list(callers.current(), List.of(advice.buyer()), MOST_REVIEWS).stream()
                .filter(each -> IN_FORCE.contains(each.standing()))
                .forEach(each ->
                        approved.add(each.demand() + " " + each.subject().id()));
        var missing = new TreeSet<String>();
        advice.demands().forEach(demand -> demand.mix().forEach(share -> {
            if (!approved.contains(demand.id() + " " + share.offer())) {
                missing.add(demand.id() + " " + share.offer());
            }
        }));
        if (!missing.isEmpty()) {
            throw new Refused(
                    409,
                    "No approval or waiver is in force for %s.".formatted(missing),
                    "Maybe POST /api/v1/reviews asks for one.",
                    null);
        }
    }
}
