package org.multipolar.event;

import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.decision.Draft;
import org.multipolar.decision.Journal;
import org.multipolar.event.AddressGuard.Checked;
import org.multipolar.store.Database;

/**
 * Subscriptions to what happens, and the deliveries made for them.
 *
 * <p>Open this file first. Making, ending and rotating are entries of the log; secrets are not. Safe for use by many
 * threads.
 */
public final class Webhooks implements AutoCloseable {

    private static final int MOST_SUBSCRIPTIONS = 1000;
    private static final int MOST_EVENTS = 40;
    private static final String REQUEST = "request";
    private static final Pattern ID = Pattern.compile("wh_[0-9a-f]{32}");

    private final Database database;
    private final Journal journal;
    private final AddressGuard guard;
    private final Relay relay;
    private final FanOut fanOut;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Webhooks(Database database, Journal journal, AddressGuard guard, Relay relay, Settings settings, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.guard = guard;
        this.relay = relay;
        this.fanOut = new FanOut(database, journal, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What the operator sets.
     *
     * @param source who speaks: the address of this service, or another URI
     * @param allow hosts and ranges of addresses that may be reached although they are not public
     * @param ports beside 443
     * @param pace how often new events are looked for; zero for never
     * @param overlap how long the secret before a rotation holds
     */
    public record Settings(URI source, List<String> allow, List<Integer> ports, Duration pace, Duration overlap) {}

    /** {@return webhooks that tell of a log; nothing is sent before {@link #start}} */
    public static Webhooks open(Database database, Journal journal, Vertx vertx, Settings settings, Clock clock) {
        var lookups = Executors.newCachedThreadPool(Relay.daemons("webhooks-names"));
        var guard = new AddressGuard(AllowList.of(settings.allow(), settings.ports()), Names.ofSystem(lookups));
        var sender = new Sender(vertx, guard, clock);
        var relay = new Relay(database, journal, new CloudEvents(settings.source()), sender::send, clock);
        return new Webhooks(database, journal, guard, relay, settings, clock);
    }

    /** Sends from now on; at a pace of nothing, never. */
    public void start() {
        if (!settings.pace().isZero()) {
            relay.start(settings.pace());
        }
    }

    /**
     * What somebody wants to be told.
     *
     * @param by who asks
     * @param buyer whose records; {@link Subscription#ALL_BUYERS} for all
     * @param events types, or beginnings of types with a star; none for all types
     */
    public record Wanted(String by, String buyer, String url, List<String> events) {}

    /** A subscription with its secret, which is not shown again. */
    public record Created(Subscription subscription, String secret) {

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Created[" + subscription + "]";
        }
    }

    /** {@return the subscription made; bad input where the address may not be called or an event is unknown} */
    public Created create(Wanted wanted) {
        var host = host(wanted.url());
        var events = events(wanted.events());
        if (list().size() >= MOST_SUBSCRIPTIONS) {
            throw new BadInput(
                    REQUEST, 0, "", "there are %d webhooks already.".formatted(MOST_SUBSCRIPTIONS), "old ones can go.");
        }
        var id = "wh_" + unique();
        var body = Map.<String, Object>of("host", host, "events", events);
        var entry = journal.append(draft(id, wanted.by(), "webhook.created", wanted.buyer(), body), null);
        var subscription = new Subscription(
                id,
                wanted.by(),
                wanted.buyer(),
                wanted.url(),
                events,
                Subscription.State.ACTIVE,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                entry.seq(),
                null,
                0);
        var secret = Secret.drawn(chance);
        return database.write(handle -> {
            Subscriptions.add(handle, subscription, secret);
            return new Created(subscription, secret.written());
        });
    }

    private String host(String url) {
        var checked = guard.check(url);
        if (checked instanceof Checked.Unsafe unsafe) {
            throw new BadInput(REQUEST, 0, "url", unsafe.why(), unsafe.maybe());
        }
        return ((Checked.Safe) checked).target().host();
    }

    private static List<String> events(List<String> wanted) {
        for (var each : wanted) {
            if (!EventTypes.known(each)) {
                throw new BadInput(
                        REQUEST,
                        0,
                        "events",
                        "no event is called (%s).".formatted(each),
                        "one of %s is meant, or a beginning with a star, such as org.multipolar.review.*."
                                .formatted(EventTypes.ALL));
            }
        }
        if (wanted.size() > MOST_EVENTS) {
            throw new BadInput(REQUEST, 0, "events", "more than %d events are named.".formatted(MOST_EVENTS), null);
        }
        return wanted.isEmpty() ? List.of("*") : List.copyOf(new TreeSet<>(wanted));
    }

    private static Draft draft(String id, String by, String kind, String buyer, Map<String, Object> body) {
        return new Draft(unique(), by, kind, buyer, id, Map.of(), Map.of(), body);
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** {@return all subscriptions, oldest first} */
    public List<Subscription> list() {
        return database.read(Subscriptions::all);
    }

    /** {@return the subscription with an id; null where there is none} */
    public @Nullable Subscription find(String id) {
        if (!ID.matcher(id).matches()) {
            return null;
        }
        return database.<@Nullable Subscription>read(handle -> Subscriptions.find(handle, id));
    }

    /** {@return the latest deliveries, newest first} */
    public List<Delivery> deliveries(Subscription subscription, int most) {
        return database.read(handle -> Deliveries.latest(handle, subscription.id(), most));
    }

    /** {@return how many events are given up until somebody replays} */
    public long missed(Subscription subscription) {
        return database.read(handle -> Deliveries.count(handle, subscription.id(), Delivery.State.MISSED));
    }

    /** {@return how many deliveries are given up, of all subscriptions} */
    public long missed() {
        return database.read(Deliveries::missed);
    }

    /** {@return how many deliveries wait, of all subscriptions} */
    public long waiting() {
        return database.read(Deliveries::waiting);
    }

    /** {@return since when the oldest of them waits; null where none does} */
    public @Nullable Instant oldest() {
        return database.<@Nullable Instant>read(Deliveries::oldest);
    }

    /** Ends a subscription; what is under way to it may still arrive. */
    public void delete(Subscription subscription, String by) {
        journal.append(draft(subscription.id(), by, "webhook.deleted", subscription.buyer(), Map.of()), null);
        database.write(handle -> Subscriptions.remove(handle, subscription.id()));
    }

    /** {@return a new secret; the one before holds for a while, during which messages carry both signatures} */
    public Created rotate(Subscription subscription, String by) {
        var until = clock.instant().plus(settings.overlap()).truncatedTo(ChronoUnit.MILLIS);
        var body = Map.<String, Object>of("previousHoldsUntil", until.toString());
        journal.append(draft(subscription.id(), by, "webhook.rotated", subscription.buyer(), body), null);
        var secret = Secret.drawn(chance);
        return database.write(handle -> {
            Subscriptions.rotate(handle, subscription.id(), secret, until);
            var now = Subscriptions.find(handle, subscription.id());
            return new Created(now == null ? subscription : now, secret.written());
        });
    }

    /** {@return how many missed events are queued again, under the ids they had; a receiver that was gone is back} */
    public int replay(Subscription subscription, @Nullable Instant since) {
        var earliest = clock.instant().minus(FanOut.REACH);
        if (since != null && since.isBefore(earliest)) {
            throw new BadInput(
                    REQUEST,
                    0,
                    "since",
                    "(%s) is further back than a replay reaches.".formatted(since),
                    "%s or later will do; the log itself has all.".formatted(earliest));
        }
        database.write(handle -> Subscriptions.well(handle, subscription.id()));
        return fanOut.replay(subscription, since == null ? earliest : since);
    }

    /** {@return the id of an event that is sent for nothing but a trial, also where the receiver was gone} */
    public String ping(Subscription subscription) {
        var event = "ping_" + unique();
        database.write(handle -> {
            Subscriptions.well(handle, subscription.id());
            return Deliveries.add(handle, subscription.id(), event, EventTypes.PING, 0, clock.instant());
        });
        return event;
    }

    @Override
    public void close() {
        relay.close();
    }
}
