package org.multipolar.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.multipolar.store.Database;

/**
 * Requests that must not be done twice, by the draft standard of the header {@code Idempotency-Key}.
 *
 * <p>A key belongs to its caller. It stays claimed while its request is answered, and for a month with the answer. A claim
 * whose holder died is free again after half a minute.
 */
public final class Claims {

    /** How long a claim stands that nobody renews: that long its key waits where the process that held it died. */
    static final Duration HELD = Duration.ofSeconds(30);

    private static final Duration REMEMBERED = Duration.ofDays(31);

    private final Database database;
    private final Clock clock;

    public Claims(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Row(String request, long expires, boolean done, int status, String location, String answer) {}

    /** Gives back what processes that are gone held; only whoever has the database alone may ask for it. */
    public void forgetOpen() {
        database.transact(handle -> handle.execute("delete from claim where not done"));
    }

    /** Lets a claim stand on, because its request is still being answered. */
    public void renew(Claim claim) {
        database.transact(handle -> handle.execute(
                "update claim set expires = ? where caller = ? and claim_key = ? and holder = ? and not done",
                clock.millis() + HELD.toMillis(),
                claim.caller(),
                claim.key(),
                claim.holder()));
    }

    /** {@return whether the request is the caller's to answer, or what became of it} */
    public Claimed claim(String caller, String key, String request) {
        // What was answered stays as it is: the usual repetition reads, and writes nothing.
        var before = database.read(handle -> answered(handle, caller, key, request));
        if (before != null) {
            // Whoever wrote it may be about to make sure of it; told is only what is on disk.
            database.flush();
            return before;
        }
        var mine = new Claim(caller, key, UUID.randomUUID().toString());
        try {
            return claim(mine, request);
        } catch (RuntimeException unsure) {
            // The store may have kept it without saying so; then nobody would hold the key, and all would wait.
            try {
                release(mine);
            } catch (RuntimeException away) {
                unsure.addSuppressed(away);
            }
            throw unsure;
        }
    }

    private Claimed claim(Claim mine, String request) {
        return database.transact(handle -> {
            long now = clock.millis();
            handle.execute("delete from claim where expires < ?", now);
            int made = handle.execute(
                    "insert into claim (caller, claim_key, request, holder, expires, done, status, location, answer)"
                            + " values (?, ?, ?, ?, ?, false, 0, '', '') on conflict do nothing",
                    mine.caller(),
                    mine.key(),
                    request,
                    mine.holder(),
                    now + HELD.toMillis());
            if (made == 1) {
                return new Claimed.Mine(mine);
            }
            var row = row(handle, mine.caller(), mine.key());
            // Given back since: whoever asks again gets it.
            return row == null ? new Claimed.InFlight() : standing(handle, row, mine.key(), request);
        });
    }

    private @Nullable Claimed answered(Handle handle, String caller, String key, String request) {
        var row = row(handle, caller, key);
        return row != null && row.done() && row.expires() >= clock.millis()
                ? standing(handle, row, key, request)
                : null;
    }

    private static @Nullable Row row(Handle handle, String caller, String key) {
        return handle.createQuery("select request, expires, done, status, location, answer from claim"
                        + " where caller = :caller and claim_key = :key")
                .bind("caller", caller)
                .bind("key", key)
                .map((found, context) -> new Row(
                        found.getString(1),
                        found.getLong(2),
                        found.getBoolean(3),
                        found.getInt(4),
                        found.getString(5),
                        found.getString(6)))
                .findOne()
                .orElse(null);
    }

    private static Claimed standing(Handle handle, Row row, String key, String request) {
        if (!row.request().equals(request)) {
            return new Claimed.OtherRequest();
        }
        if (!row.done()) {
            return new Claimed.InFlight();
        }
        var answer = Contents.of(handle, row.answer());
        if (answer == null) {
            throw new IllegalStateException("The answer to the key (%s) is gone from the store.".formatted(key));
        }
        return new Claimed.Done(row.status(), row.location(), new String(answer, UTF_8));
    }

    /** Gives a claim back, because its request came to nothing that is kept. */
    public void release(Claim claim) {
        database.transact(handle -> handle.execute(
                "delete from claim where caller = ? and claim_key = ? and holder = ? and not done",
                claim.caller(),
                claim.key(),
                claim.holder()));
    }

    /** Completes a claim within the transaction that writes what it made. */
    static void complete(Handle handle, Reply reply, long now) {
        var claim = reply.claim();
        int done = handle.execute(
                "update claim set done = true, status = ?, location = ?, answer = ?, expires = ?"
                        + " where caller = ? and claim_key = ? and holder = ? and not done",
                reply.status(),
                reply.location(),
                Contents.keep(handle, reply.answer().getBytes(UTF_8)),
                now + REMEMBERED.toMillis(),
                claim.caller(),
                claim.key(),
                claim.holder());
        if (done != 1) {
            throw new IllegalStateException(
                    "The key (%s) was taken over while its request was answered.".formatted(claim.key()));
        }
    }

    /** The answer with which a claim is completed. */
    public record Reply(Claim claim, int status, String location, String answer) {}
}
