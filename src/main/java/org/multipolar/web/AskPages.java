package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Bundle;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.World;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.exchange.sheet.DemandSheet;
import org.multipolar.web.access.Caller;
import org.multipolar.web.access.NotYours;
import org.multipolar.web.access.Role;
import org.multipolar.web.ask.AskEdit;
import org.multipolar.web.ask.AskForm;
import org.multipolar.web.ask.AskView;
import org.multipolar.web.ask.Blank;
import org.multipolar.web.ask.Typed;
import org.multipolar.web.language.Reading;
import org.multipolar.web.page.Pages;

/**
 * The question as a form, for people: typed in by hand, or changed from one that was asked before.
 *
 * <p>Decided: every button sends the whole form, and the page that comes back holds all of it, so that nothing typed is lost
 * and no script is needed.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@Blocking
@RolesAllowed(Role.READER)
public class AskPages {

    private static final List<String> NO_COUNTRY = List.of("anywhere", "unknown");
    private static final String SHEET = "sheet";

    private final Serving serving;
    private final Questions questions;
    private final Background background;
    private final Recording recording;
    private final Reading reading;

    @Inject
    AskPages(Serving serving, Questions questions, Background background, Recording recording, Reading reading) {
        this.serving = serving;
        this.questions = questions;
        this.background = background;
        this.recording = recording;
        this.reading = reading;
    }

    /**
     * What the form is shown with.
     *
     * @param leftOut whether the question was asked under scenarios, which the form does not have
     * @param fault what is wrong with it, or null
     */
    private record Shown(AskForm form, boolean leftOut, @Nullable Fault fault) {}

    @GET
    @Path("ask")
    @Operation(hidden = true)
    public Response ask(
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("again") @Nullable String again,
            @QueryParam("blank") @Nullable String blank,
            @QueryParam("asOf") @Nullable String asOf) {
        var day = Serving.day(asOf).toString();
        if (blank != null) {
            return page(200, new Shown(blank(day), false, null));
        }
        if (again != null) {
            return page(200, form(questions.begun(again), ""));
        }
        if (decision != null && !decision.isBlank()) {
            return page(200, form(questions.recorded(decision), asOf == null ? "" : day));
        }
        var named = serving.buyerOrFirst(serving.snapshot(), buyer);
        var profile = Records.profile(serving.bundle(), named.id());
        return page(200, new Shown(AskForm.of(profile, day, places()), false, null));
    }

    private AskForm blank(String day) {
        var form = AskForm.of(Blank.profile(), day, places());
        var own = serving.caller().buyers();
        return serving.caller().seesAll() || own.isEmpty() ? form : form.called(own.first());
    }

    private Shown form(Questions.Question question, String asOf) {
        var form = AskForm.of(question.profile(), asOf.isEmpty() ? question.asOf() : asOf, places());
        return new Shown(form.limited(question.request(), places()), question.underScenarios(), null);
    }

    @POST
    @Path("ask")
    @RolesAllowed(Role.ANALYST)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(hidden = true)
    public Response asked(@HeaderParam("Content-Type") String type, byte[] body) {
        var typed = Typed.read(type, body);
        var button = typed.text(AskEdit.BUTTON);
        var form = AskForm.of(typed);
        try {
            return switch (button) {
                case "", AskEdit.RECOMMEND -> recommended(AskEdit.named(form));
                case AskEdit.READ_SHEET -> page(200, new Shown(AskEdit.sheet(form, sheet(typed, form)), false, null));
                default -> page(200, new Shown(AskEdit.pressed(form, button, typed.text("new-limit")), false, null));
            };
        } catch (BadInput bad) {
            return page(400, new Shown(form, false, bad.fault()));
        } catch (NotYours foreign) {
            var lines = String.valueOf(foreign.getMessage()).split("\\R(Maybe )?", 2);
            var fault = new Fault("request", 0, "buyer", lines[0], lines.length > 1 ? lines[1] : null);
            return page(403, new Shown(form, false, fault));
        }
    }

    private List<java.util.Map<String, Object>> sheet(Typed typed, AskForm form) {
        var file = typed.files().get(SHEET);
        if (file == null) {
            throw new BadInput(SHEET, 0, SHEET, "no file was chosen.", "choose a CSV file first.");
        }
        try {
            return DemandSheet.read(SHEET, file, serving.snapshot().world(), form.text("sector"));
        } catch (BadInput bad) {
            var fault = bad.fault();
            throw new BadInput(
                    SHEET,
                    fault.line(),
                    SHEET,
                    "line %d, %s: %s".formatted(fault.line(), fault.field(), fault.what()),
                    fault.maybe());
        }
    }

    private Response recommended(AskForm form) {
        var bundle = serving.bundle();
        var caller = serving.caller();
        var body = form.request(places());
        var request = AdviceRequest.advice(body, serving.around(bundle, caller));
        return see(begin(Recording.Posted.of(bundle, request, body, caller.name()), ""));
    }

    /** {@return the address at which the answer can be waited for} */
    private String begin(Recording.Posted posted, String then) {
        var key = Questions.key(posted, then);
        var asked = new Background.Asked(
                key, posted.caller(), posted.request().question().buyer().name(), "/ask?again=" + key, posted.body());
        return background.begin(asked, cancelled -> "/decisions/%s%s"
                .formatted(recording.recordedUnless(cancelled, posted).id(), then));
    }

    /** The places a candidate can be served from, as limits name them. */
    private Collection<String> places() {
        return places(serving.bundle());
    }

    private static Collection<String> places(Bundle bundle) {
        World world = bundle.snapshot().world();
        var places = new TreeSet<>(world.countries().keySet());
        places.addAll(NO_COUNTRY);
        return places;
    }

    private Response page(int status, Shown shown) {
        Caller caller = serving.caller();
        var around = new AskView.Around(
                serving.snapshot(),
                reading.tongue(),
                shown.leftOut(),
                caller.seesAll() ? List.of() : caller.buyers(),
                shown.fault());
        return Response.status(status)
                .entity(Pages.ask(AskView.of(shown.form(), around)).render())
                // Going back shows what was typed, as the browser kept it; asked for anew, it is fetched anew.
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    static Response see(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
