package org.multipolar.web.language;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.multipolar.web.access.Role;

/** Keeps a reader's choice of language, and goes back to the page where it was made. */
@Path("/language")
@RolesAllowed(Role.READER)
public class LanguageResource {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @GET
    @Path("{tag}")
    @Operation(hidden = true)
    public Response choose(@PathParam("tag") String tag, @QueryParam("back") @Nullable String back) {
        var tongue = Tongue.of(tag).orElse(Tongue.ENGLISH);
        var cookie = new NewCookie.Builder(Reading.COOKIE)
                .value(tongue.tag())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(URI.create(own(back))).cookie(cookie).build();
    }

    /** {@return an address on this server and no other; the first page where something else is asked for} */
    static String own(@Nullable String back) {
        if (back == null || !back.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*")) {
            return "/";
        }
        return back.replaceAll("([?&])lang=[^&]*&?", "$1").replaceAll("[?&]$", "");
    }
}
