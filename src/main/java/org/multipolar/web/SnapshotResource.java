package org.multipolar.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.LiveSnapshot;
import org.multipolar.bundle.Manifest;
import org.multipolar.explain.Json;
import org.multipolar.web.access.Role;

/** Which profiles and rules are in use, and whether a change of the folders was refused. */
@Path("/api/v1/snapshot")
@Tag(name = "Snapshot")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed(Role.READER)
public class SnapshotResource {

    private final Serving serving;

    @Inject
    SnapshotResource(Serving serving) {
        this.serving = serving;
    }

    /**
     * The folders in use.
     *
     * @param world SHA-256 over the profiles
     * @param rules SHA-256 over the rules
     * @param signed what was signed of them; null where no signature is asked for
     * @param from {@code folders}, or {@code last-good} where the folders were refused at the start
     * @param refused the change that lies in the folders and was not taken; null where there is none
     */
    public record SnapshotShown(
            String world, String rules, @Nullable Signed signed, String from, @Nullable Refused refused) {}

    /**
     * What a bundle's manifest says.
     *
     * @param revision whole number, larger in every later bundle
     * @param made when, as the signer says
     * @param key short name of the key that signed
     */
    public record Signed(long revision, String made, String key) {

        static @Nullable Signed of(@Nullable Manifest manifest) {
            return manifest == null
                    ? null
                    : new Signed(manifest.revision(), manifest.made().toString(), manifest.key());
        }
    }

    /** What is wrong with a change, where, and since when. */
    public record Refused(String file, int line, String field, String what, @Nullable String maybe, String seen) {

        static @Nullable Refused of(LiveSnapshot.@Nullable Refusal refusal) {
            if (refusal == null) {
                return null;
            }
            var fault = refusal.fault();
            return new Refused(
                    fault.file(),
                    fault.line(),
                    fault.field(),
                    fault.what(),
                    fault.maybe(),
                    refusal.seen().toString());
        }
    }

    @GET
    @Operation(
            summary =
                    "The digests of profiles and rules in use, what was signed, and a refused change if one lies there",
            description =
                    "A changed folder is checked, read, built and tried on its own cases, then taken in one step; "
                            + "whatever fails leaves the last good one in use and is told here with file and line.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SnapshotShown.class)))
    public String snapshot() {
        // One bundle throughout, though another may be taken meanwhile.
        var bundle = serving.bundle();
        return Json.pretty(new SnapshotShown(
                bundle.snapshot().world().digest(),
                bundle.snapshot().rulebook().digest(),
                Signed.of(bundle.manifest()),
                serving.fallback() ? "last-good" : "folders",
                Refused.of(serving.refusal())));
    }
}
