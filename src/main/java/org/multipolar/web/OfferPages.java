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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Question;
import org.multipolar.web.access.Role;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.OfferJudged;
import org.multipolar.web.page.OfferView;
import org.multipolar.web.page.Pages;

/** Offers for people, and what the rules say of one for a buyer. */
@Path("/offers")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class OfferPages {

    private final Serving serving;
    private final Reading reading;

    @Inject
    OfferPages(Serving serving, Reading reading) {
        this.serving = serving;
        this.reading = reading;
    }

    /**
     * {@return the page of an offer}
     *
     * @param judge id of a shipped buyer, or of one of its demands after a slash; nothing is judged where it is left out
     */
    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance offer(
            @PathParam("id") String id,
            @QueryParam("judge") @Nullable String judge,
            @QueryParam("asOf") @Nullable String asOf) {
        var snapshot = serving.snapshot();
        var offer = snapshot.world().offers().get(id);
        if (offer == null) {
            throw UnknownId.of("offer", id, snapshot.world().offers().keySet());
        }
        var day = Serving.day(asOf);
        var chosen = judge == null ? "" : judge.strip();
        return Pages.offer(OfferView.of(
                snapshot,
                offer,
                chosen.isEmpty() ? null : judged(snapshot, offer, chosen, day),
                chosen,
                day,
                reading.tongue()));
    }

    private OfferJudged judged(Snapshot snapshot, Offer offer, String chosen, LocalDate day) {
        var parts = chosen.split("/", 2);
        var buyer = Serving.buyer(snapshot, parts[0]);
        var demands = parts.length == 1
                ? buyer.demands()
                : buyer.demands().stream()
                        .filter(each -> each.id().equals(parts[1]))
                        .toList();
        if (demands.isEmpty()) {
            throw UnknownId.of(
                    "demand", parts[1], buyer.demands().stream().map(Demand::id).toList());
        }
        return OfferJudged.of(snapshot, new Question(buyer, day, List.of()), demands, offer, reading.tongue());
    }
}
