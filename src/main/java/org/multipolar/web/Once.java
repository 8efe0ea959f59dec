package org.multipolar.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.Digests;
import org.multipolar.decision.Claim;
import org.multipolar.decision.Claimed;
import org.multipolar.decision.Claims;

/** Does what a request asks once, however often it comes with the same {@code Idempotency-Key}. */
@Singleton
public class Once {

    /** The header that names a request. */
    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final String SECONDS_TO_WAIT = "2";
    private static final int RENEWED_SECONDS = 8;
    private static final Logger LOG = Logger.getLogger(Once.class);

    /** Work may take minutes; a process that dies renews nothing, and another answers soon. */
    private static final ScheduledExecutorService RENEWALS = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "renewals of keys");
        thread.setDaemon(true);
        return thread;
    });

    private final Records records;

    @Inject
    Once(Records records) {
        this.records = records;
    }

    /**
     * A request that may come again.
     *
     * @param key as the header has it; null where the request has none
     * @param digest of method, address and body: what the key stands for
     */
    record Asked(String caller, @Nullable String key, String digest) {

        static Asked of(String caller, @Nullable String key, String what, byte[] body) {
            return new Asked(caller, key, Digests.of(what + "\n" + Digests.of(body)));
        }
    }

    /**
     * What a request came to.
     *
     * @param location address of what it made
     */
    record Made(int status, String location, String answer) {

        /** {@return the same as what completes a claim; null where there is none} */
        Claims.@Nullable Reply reply(@Nullable Claim claim) {
            return claim == null ? null : new Claims.Reply(claim, status, location, answer);
        }
    }

    /**
     * {@return the answer to a request, or what became of it where it came before}
     *
     * @param work does it; completes the claim in the transaction that writes what it made
     */
    Response answer(Asked asked, Function<@Nullable Claim, Made> work) {
        if (asked.key() == null) {
            return response(work.apply(null));
        }
        var claimed = records.claims().claim(asked.caller(), checked(asked.key()), asked.digest());
        if (claimed instanceof Claimed.Mine mine) {
            return response(mine(mine.claim(), work));
        }
        if (claimed instanceof Claimed.Done done) {
            return response(new Made(done.status(), done.location(), done.answer()));
        }
        throw claimed instanceof Claimed.InFlight
                ? new Refused(
                        409,
                        "The request with this %s is being answered.".formatted(KEY),
                        "Maybe ask again in a few seconds.",
                        SECONDS_TO_WAIT)
                : new Refused(
                        422,
                        "The %s (%s) was used for another request.".formatted(KEY, asked.key()),
                        "Maybe every new request needs a key of its own.",
                        null);
    }

    private Made mine(Claim claim, Function<@Nullable Claim, Made> work) {
        boolean done = false;
        var renewal =
                RENEWALS.scheduleWithFixedDelay(() -> renew(claim), RENEWED_SECONDS, RENEWED_SECONDS, TimeUnit.SECONDS);
        try {
            var made = work.apply(claim);
            done = true;
            return made;
        } finally {
            renewal.cancel(false);
            if (!done) {
                records.claims().release(claim);
            }
        }
    }

    private void renew(Claim claim) {
        try {
            records.claims().renew(claim);
        } catch (RuntimeException away) {
            // The next time may do; where none does the claim lapses, and its work is refused when it is written.
            LOG.warnf("The key (%s) was not renewed: %s", claim.key(), away.getMessage());
        }
    }

    private static String checked(String key) {
        var stripped = key.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_KEY) {
            throw new BadInput(
                    "request",
                    0,
                    KEY,
                    "the key has %d characters.".formatted(stripped.length()),
                    "it has between 1 and %d.".formatted(LONGEST_KEY));
        }
        return stripped;
    }

    private static Response response(Made made) {
        var response = Response.status(made.status()).type("application/json").entity(made.answer());
        return (made.status() == 201
                        ? response.header("Location", made.location())
                        : response.header("Content-Location", made.location()))
                .build();
    }
}
