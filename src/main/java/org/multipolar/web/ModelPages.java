package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.ModelView;
import org.multipolar.web.page.Pages;

/** Models for people. */
@Path("/models")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class ModelPages {

    private final Serving serving;
    private final Reading reading;

    @Inject
    ModelPages(Serving serving, Reading reading) {
        this.serving = serving;
        this.reading = reading;
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance model(@PathParam("id") String id) {
        var snapshot = serving.snapshot();
        var model = snapshot.world().models().get(id);
        if (model == null) {
            throw UnknownId.of("model", id, snapshot.world().models().keySet());
        }
        return Pages.model(ModelView.of(snapshot, model, Serving.day(null), reading.tongue()));
    }
}
