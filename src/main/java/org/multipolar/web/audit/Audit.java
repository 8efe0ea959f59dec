package org.multipolar.web.audit;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.multipolar.web.access.Caller;
import org.multipolar.web.access.Callers;

/**
 * Writes a line about each request once it is answered, whatever came of it.
 *
 * <p>Safe for use by many threads. What becomes known on the way is noted with the request: {@link #buyer}, {@link #question},
 * {@link #tool}.
 */
@Singleton
public class Audit {

    /** The category of the log; settings send it to its file, to standard output or nowhere. */
    static final String CATEGORY = "audit";

    static final String SETTING = "multipolar.audit";
    private static final String FILE = SETTING + ".file";
    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final String NOTES = Audit.class.getName();
    /** Before any lock, so that what is turned away is written down too. */
    private static final int BEFORE_ALL = 2_000;

    private static final Pattern LEFT_OUT =
            Pattern.compile("/q/(health(/[a-z]+)?|metrics|openapi)|/(static|_static)/.*|/[a-z]+\\.(css|svg|png)");

    private final Callers callers;
    private final Clock clock;

    @Inject
    Audit(Callers callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    /** A service that is asked to write down who asked, and cannot, does not start. */
    void check(
            @Observes StartupEvent start,
            @ConfigProperty(name = SETTING, defaultValue = "off") String to,
            @ConfigProperty(name = FILE) Optional<Path> file) {
        switch (to) {
            case "console", "off" -> {}
            case "file" -> written(file.orElse(Path.of("")));
            default ->
                throw refused("%s: (%s) is no place for it.".formatted(SETTING, to), "it is file, console or off.");
        }
    }

    private static void written(Path file) {
        if (!Files.isWritable(file)) {
            throw refused(
                    "%s: (%s) cannot be written.".formatted(FILE, file),
                    "its folder belongs to somebody else, or is read-only; %s=console needs none.".formatted(SETTING));
        }
    }

    private static ConfigurationException refused(String what, String maybe) {
        return new ConfigurationException(what + System.lineSeparator() + "Maybe " + maybe);
    }

    void register(@Observes Filters filters) {
        filters.register(this::follow, BEFORE_ALL);
    }

    private void follow(RoutingContext context) {
        if (LOG.isInfoEnabled() && !LEFT_OUT.matcher(context.normalizedPath()).matches()) {
            var begun = clock.instant();
            context.put(NOTES, new Notes());
            context.addEndHandler(ended -> {
                var line = new AuditLine(
                        begun.truncatedTo(ChronoUnit.MILLIS),
                        caller(context),
                        context.request().method().name(),
                        context.normalizedPath(),
                        Optional.ofNullable(context.request().query()).orElse(""),
                        context.response().getStatusCode(),
                        Duration.between(begun, clock.instant()).toMillis(),
                        notes(context).orElseGet(Notes::new),
                        Optional.ofNullable(context.response().headers().get("Content-Location"))
                                .or(() -> Optional.ofNullable(
                                        context.response().headers().get("Location")))
                                .orElse(""));
                LOG.info(line.json());
            });
        }
        context.next();
    }

    private Caller caller(RoutingContext context) {
        if (callers.off()) {
            return Caller.LOCAL;
        }
        return context.user() instanceof QuarkusHttpUser user ? Callers.of(user.getSecurityIdentity()) : Caller.NOBODY;
    }

    private static Optional<Notes> notes(RoutingContext context) {
        return Optional.ofNullable(context.get(NOTES));
    }

    /** The request that this thread works for; none where the program works on its own account. */
    private static Optional<Notes> current() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        var request = Arc.container().instance(CurrentVertxRequest.class).get();
        return Optional.ofNullable(request.getCurrent()).flatMap(Audit::notes);
    }

    /** Notes whom a question is about. */
    public static void buyer(String id) {
        current().ifPresent(notes -> notes.buyer(id));
    }

    /** Notes the SHA-256 of what a request brought along. */
    static void question(String digest) {
        current().ifPresent(notes -> notes.question(digest));
    }

    /** Notes which tool of a language model a message calls, and the SHA-256 of the message. */
    public static void tool(RoutingContext context, String name, String digest) {
        notes(context).ifPresent(notes -> {
            notes.tool(name);
            notes.question(digest);
        });
    }
}
