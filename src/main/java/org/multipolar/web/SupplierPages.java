package org.multipolar.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.SupplierView;
import org.multipolar.web.page.SuppliersView;

/** The makers of models for people. */
@Path("/suppliers")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class SupplierPages {

    private final Serving serving;
    private final Reading reading;

    @Inject
    SupplierPages(Serving serving, Reading reading) {
        this.serving = serving;
        this.reading = reading;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance suppliers(
            @QueryParam("q") @Nullable String words,
            @QueryParam("country") @Nullable String country,
            @QueryParam("openness") @Nullable String openness) {
        return Pages.suppliers(SuppliersView.of(
                serving.snapshot().world(), new SuppliersView.Asked(words, country, openness), reading.tongue()));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance supplier(@PathParam("id") String id) {
        var world = serving.snapshot().world();
        var supplier = world.suppliers().get(id);
        if (supplier == null) {
            throw UnknownId.of("supplier", id, world.suppliers().keySet());
        }
        return Pages.supplier(SupplierView.of(world, supplier, reading.tongue()));
    }
}
