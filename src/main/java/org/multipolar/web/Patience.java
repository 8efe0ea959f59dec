package org.multipolar.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.multipolar.web.page.Working;

/** How long a page waits for work in the background before it shows that the work goes on. */
@Singleton
public class Patience {

    /** The parameter of an address whose page does not look again by itself. */
    static final String STILL = "still";

    /** What part of the patience is soon. */
    private static final int SOON = 4;

    private final Duration patience;

    @Inject
    Patience(@ConfigProperty(name = "multipolar.patience", defaultValue = "400ms") Duration patience) {
        this.patience = patience;
    }

    /** {@return whether work ends, well or not, before the patience does} */
    boolean sees(CompletableFuture<?> work) {
        return sees(work, patience);
    }

    /** {@return the same where something else is there to be shown meanwhile, and is better shown soon} */
    boolean seesSoon(CompletableFuture<?> work) {
        return sees(work, patience.dividedBy(SOON));
    }

    private static boolean sees(CompletableFuture<?> work, Duration patience) {
        try {
            var unused = work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException | CancellationException failed) {
            // Whoever takes the result sees why.
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** {@return what work came to; what it failed with is thrown as it was} */
    static <T> T result(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    /** {@return what the page at this address says while it waits} */
    static Working working(UriInfo uri, String title) {
        var request = uri.getRequestUri();
        var query = request.getRawQuery() == null ? "" : request.getRawQuery();
        var plain = query.replaceAll("(^|&)" + STILL + "=[^&]*", "").replaceAll("^&", "");
        boolean still = !plain.equals(query);
        var path = request.getRawPath();
        return new Working(
                title,
                plain.isEmpty() ? path : path + "?" + plain,
                path + "?" + (plain.isEmpty() ? "" : plain + "&") + STILL + "=yes",
                !still,
                "",
                "");
    }
}
