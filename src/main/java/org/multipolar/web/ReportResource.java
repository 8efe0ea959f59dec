package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.multipolar.advice.Advice;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Replayer;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Callers;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.ReportView;
import org.multipolar.web.report.ReportPdf;

/** One recorded answer for paper, from what was recorded alone. */
@Path("/")
@RolesAllowed(Role.READER)
@Blocking
public class ReportResource {

    private static final int LONGEST_NAME = 60;

    private final Records records;
    private final Serving serving;
    private final Answers answers;
    private final Callers callers;
    private final Reading reading;

    @Inject
    ReportResource(Records records, Serving serving, Answers answers, Callers callers, Reading reading) {
        this.records = records;
        this.serving = serving;
        this.answers = answers;
        this.callers = callers;
        this.reading = reading;
    }

    @GET
    @Path("decisions/{id}/report")
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    @Operation(hidden = true)
    public TemplateInstance page(@PathParam("id") String id) {
        var entry = entry(id);
        return page(entry, advice(entry));
    }

    @GET
    @Path("decisions/{id}/report.pdf")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public Response pdf(@PathParam("id") String id) {
        var entry = entry(id);
        var advice = advice(entry);
        var html = page(entry, advice).render();
        var day = LocalDate.parse(advice.asOf());
        return Response.ok(answers.heavy(() -> ReportPdf.of(html, day)))
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(fileName(advice)))
                .build();
    }

    private TemplateInstance page(Entry entry, Advice advice) {
        var head = records.journal().head(entry);
        if (head == null) {
            throw new IllegalStateException("The record (%s) has no signature.".formatted(entry.id()));
        }
        var receipt = new ReportView.Receipt(
                entry.id(),
                entry.seq(),
                entry.at().toString(),
                entry.by(),
                entry.hash(),
                head.signature(),
                head.publicKey());
        return Pages.report(ReportView.of(advice, serving.snapshot().world(), reading.tongue(), receipt));
    }

    private String fileName(Advice advice) {
        var name = advice.buyer().replaceAll("[^A-Za-z0-9-]", "_");
        return "multipolar-%s-%s-%s.pdf"
                .formatted(
                        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                        advice.asOf(),
                        reading.tongue().tag());
    }

    private Advice advice(Entry entry) {
        var digest = entry.contents().get("answer");
        var answer = digest == null ? null : records.journal().content(digest);
        if (answer == null) {
            throw new IllegalStateException("The record (%s) has no answer.".formatted(entry.id()));
        }
        return Json.read(new String(answer, UTF_8), Advice.class);
    }

    private Entry entry(String id) {
        var entry = records.journal().find(id);
        // Another buyer's record is answered like one that is not there, so that nobody learns of it.
        if (entry == null
                || !entry.kind().equals(Replayer.ADVICE)
                || !callers.current().sees(entry.buyer())) {
            throw UnknownId.ofSecret("decision with a mix", id, "GET /api/v1/decisions?kind=advice lists them.");
        }
        return entry;
    }
}
