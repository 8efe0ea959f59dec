package org.multipolar.event;

import static org.multipolar.event.Subscriptions.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.multipolar.event.Delivery.State;

/** The table of deliveries. */
final class Deliveries {

    private static final String COLUMNS =
            "select event, event_type, seq, queued, state, attempts, next_at, status, said from webhook_delivery";
    private static final int LONGEST_SAID = 400;

    private Deliveries() {}

    /** {@return whether it was not there yet} */
    static boolean add(Handle handle, String webhook, String event, String type, long seq, Instant now) {
        return handle.execute(
                        "insert into webhook_delivery (webhook, event, event_type, seq, queued, state, attempts,"
                                + " next_at, attempted, status, said) values (?, ?, ?, ?, ?, 'waiting', 0, ?, 0, 0, '') on"
                                + " conflict do nothing",
                        webhook,
                        event,
                        type,
                        seq,
                        now.toEpochMilli(),
                        now.toEpochMilli())
                == 1;
    }

    /** {@return the earliest of the log that is due; null where none is} */
    static @Nullable Delivery next(Handle handle, String webhook, Instant now) {
        return handle.createQuery(COLUMNS
                        + " where webhook = :webhook and state = 'waiting' and next_at <= :now order by seq limit 1")
                .bind("webhook", webhook)
                .bind("now", now.toEpochMilli())
                .map(Deliveries::read)
                .findOne()
                .orElse(null);
    }

    /** {@return the latest, newest first} */
    static List<Delivery> latest(Handle handle, String webhook, int most) {
        return handle.createQuery(
                        COLUMNS + " where webhook = :webhook order by queued desc, seq desc, event limit :most")
                .bind("webhook", webhook)
                .bind("most", most)
                .map(Deliveries::read)
                .list();
    }

    static long count(Handle handle, String webhook, State state) {
        return handle.createQuery("select count(*) from webhook_delivery where webhook = :webhook and state = :state")
                .bind("webhook", webhook)
                .bind("state", stored(state))
                .mapTo(Long.class)
                .one();
    }

    static long waiting(Handle handle) {
        return all(handle, "waiting");
    }

    static long missed(Handle handle) {
        return all(handle, "missed");
    }

    private static long all(Handle handle, String state) {
        return handle.createQuery("select count(*) from webhook_delivery where state = ?")
                .bind(0, state)
                .mapTo(Long.class)
                .one();
    }

    static @Nullable Instant oldest(Handle handle) {
        return handle.createQuery("select queued from webhook_delivery where state = 'waiting' order by queued limit 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    private static Delivery read(ResultSet row, StatementContext context) throws SQLException {
        var state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        int status = row.getInt("status");
        return new Delivery(
                row.getString("event"),
                row.getString("event_type"),
                row.getLong("seq"),
                Instant.ofEpochMilli(row.getLong("queued")),
                state,
                row.getInt("attempts"),
                state == State.WAITING ? Instant.ofEpochMilli(row.getLong("next_at")) : null,
                status == 0 ? null : status,
                row.getString("said"));
    }

    /** Writes how an attempt ended and when the next is due. */
    static void attempted(
            Handle handle, String webhook, String event, State state, Attempt attempt, Instant now, Instant next) {
        handle.execute(
                "update webhook_delivery set state = ?, attempts = attempts + 1, next_at = ?, attempted = ?, status ="
                        + " ?, said = ? where webhook = ? and event = ?",
                stored(state),
                next.toEpochMilli(),
                now.toEpochMilli(),
                status(attempt),
                said(attempt),
                webhook,
                event);
    }

    private static int status(Attempt attempt) {
        if (attempt instanceof Attempt.Delivered delivered) {
            return delivered.status();
        }
        if (attempt instanceof Attempt.Failed failed && failed.status() != null) {
            return failed.status();
        }
        return attempt instanceof Attempt.Gone ? 410 : 0;
    }

    private static String said(Attempt attempt) {
        var said = "";
        if (attempt instanceof Attempt.Failed failed) {
            said = failed.why();
        } else if (attempt instanceof Attempt.Refused refused) {
            said = refused.why();
        } else if (attempt instanceof Attempt.Gone) {
            said = "the receiver says that it is gone (410).";
        }
        return said.substring(0, Math.min(said.length(), LONGEST_SAID));
    }

    /** {@return how many that were queued before then are given up} */
    static int giveUp(Handle handle, String webhook, Instant queuedBefore) {
        return handle.execute(
                "update webhook_delivery set state = 'missed' where webhook = ? and state = 'waiting' and queued < ?",
                webhook,
                queuedBefore.toEpochMilli());
    }

    /** {@return how many missed ones of the log from this place on are queued again, under the ids they had} */
    static int again(Handle handle, String webhook, long fromSeq, Instant now) {
        return handle.execute(
                "update webhook_delivery set state = 'waiting', attempts = 0, next_at = ?, queued = ?"
                        + " where webhook = ? and state = 'missed' and seq >= ?",
                now.toEpochMilli(),
                now.toEpochMilli(),
                webhook,
                fromSeq);
    }

    /** Forgets what was queued before then; whatever is still sent by somebody is younger. */
    static void forget(Handle handle, Instant queuedBefore) {
        handle.execute("delete from webhook_delivery where queued < ?", queuedBefore.toEpochMilli());
    }
}
