package org.multipolar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.event.Office.pause;
import static org.multipolar.event.Office.until;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multipolar.event.Receiver.Got;
import org.multipolar.store.Stores;

@Timeout(120)
class RelayTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration NO_LONGER = Duration.ofMillis(400);

    @TempDir
    Path folder = Path.of("");

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private Office office(Stores store) {
        return Office.open(VERTX, store.fresh(), folder.resolve("key"), Office.WHOLE);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void an_entry_reaches_whom_it_concerns_signed_and_in_order(Stores store) throws Exception {
        try (var office = office(store);
                var bank = Receiver.plain(VERTX, 200);
                var reviews = Receiver.plain(VERTX, 200);
                var all = Receiver.plain(VERTX, 200)) {
            office.happens("too-early", "advice", "bank");
            var secret =
                    office.subscribe(bank.url(), "bank", "org.multipolar.*").secret();
            office.subscribe(reviews.url(), "*", "org.multipolar.review.approved.v1");
            office.subscribe(all.url(), "*");
            var first = office.happens("a", "advice", "bank");
            office.happens("b", "review.approved", "bank");
            office.happens("c", "advice", "goods");
            office.happens("d", "watch.raised", "");

            until(() ->
                    bank.got.size() >= 2 && reviews.got.size() >= 1 && said(all).contains("d"));
            pause(NO_LONGER);
            assertThat(said(bank)).containsExactly("a", "b");
            assertThat(said(reviews)).containsExactly("b");
            assertThat(said(all)).containsSubsequence("a", "b", "c", "d").doesNotContain("too-early");
            var got = bank.got.peek();
            assertThat(got.holds(secret)).isTrue();
            assertThat(got.id()).isEqualTo("evt_" + first.hash().substring(0, 32));
            var event = new ObjectMapper().readTree(got.body());
            assertThat(event.get("type").asText()).isEqualTo("org.multipolar.decision.recorded.v1");
            assertThat(event.get("id").asText()).isEqualTo(got.id());
            assertThat(event.get("subject").asText()).isEqualTo("subject-a");
            assertThat(event.get("data").get("record").asText()).isEqualTo("a");
            assertThat(event.get("data").get("buyer").asText()).isEqualTo("bank");
            assertThat(event.get("data").get("link").asText()).isEqualTo("/api/v1/decisions/a");
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void the_signed_end_of_the_log_goes_to_those_who_see_all(Stores store) throws Exception {
        try (var office = office(store);
                var bank = Receiver.plain(VERTX, 200);
                var all = Receiver.plain(VERTX, 200)) {
            office.subscribe(bank.url(), "bank", "org.multipolar.chain.head.v1");
            office.subscribe(all.url(), "*", "org.multipolar.chain.head.v1");
            var entry = office.happens("a", "advice", "bank");

            until(() -> all.got.stream()
                    .anyMatch(got -> got.id().equals("head_" + entry.hash().substring(0, 32))));
            var last = new ArrayList<>(all.got).get(all.got.size() - 1);
            var data = new ObjectMapper().readTree(last.body()).get("data");
            var head = java.util.Objects.requireNonNull(office.journal.head(null));
            assertThat(data.get("hash").asText()).isEqualTo(entry.hash());
            assertThat(data.get("signature").asText()).isEqualTo(head.signature());
            assertThat(data.get("publicKey").asText()).isEqualTo(head.publicKey());
            assertThat(bank.got).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void what_failed_comes_again_with_the_same_id_and_bytes_and_not_earlier_than_due(Stores store) {
        try (var office = office(store);
                var receiver = Receiver.plain(VERTX, 500)) {
            var created = office.subscribe(receiver.url(), "bank");
            receiver.got.clear();
            office.happens("a", "advice", "bank");
            until(() -> office.now(created).failures() == 1);
            pause(NO_LONGER);
            var tries = receiver.got.size();
            receiver.answers(200);
            office.clock.move(Duration.ofSeconds(6));
            until(() -> office.now(created).failures() == 0);

            assertThat(tries).isEqualTo(1);
            var first = receiver.got.remove();
            var second = receiver.got.remove();
            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().get("webhook-timestamp"))
                    .isNotEqualTo(first.headers().get("webhook-timestamp"));
            var delivery =
                    office.webhooks.deliveries(created.subscription(), 10).get(0);
            assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
            assertThat(delivery.attempts()).isEqualTo(2);
            assertThat(delivery.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_receiver_that_was_down_gets_all_in_order_when_it_is_back(Stores store) {
        try (var office = office(store)) {
            var down = Receiver.plain(VERTX, 200);
            var created = office.subscribe(down.url(), "bank");
            office.happens("before", "advice", "bank");
            until(() -> down.got.size() == 1);
            down.close();
            for (var id : List.of("a", "b", "c")) {
                office.happens(id, "advice", "bank");
            }
            until(() -> office.now(created).failures() >= 1);
            try (var back = Receiver.at(VERTX, down.port(), 200)) {
                office.clock.move(Duration.ofSeconds(11));
                until(() -> back.got.size() == 3);
                assertThat(said(back)).containsExactly("a", "b", "c");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void after_ten_attempts_it_is_missed_and_a_replay_brings_it_under_its_id(Stores store) {
        try (var office = office(store);
                var receiver = Receiver.plain(VERTX, 500)) {
            var created = office.subscribe(receiver.url(), "bank", "org.multipolar.decision.*");
            office.happens("a", "advice", "bank");
            for (int attempt = 1; attempt <= 10; attempt++) {
                int made = attempt;
                until(() -> receiver.got.size() == made && office.now(created).failures() == made);
                var next = office.webhooks
                        .deliveries(created.subscription(), 1)
                        .get(0)
                        .next();
                if (next != null) {
                    office.clock.move(Duration.between(office.clock.instant(), next));
                }
            }
            assertMissed(office, created);

            receiver.answers(204);
            assertThat(office.webhooks.replay(office.now(created), null)).isEqualTo(1);
            until(() -> receiver.got.size() == 11 && office.now(created).state() == Subscription.State.ACTIVE);
            assertThat(receiver.got.stream().map(Got::id).distinct()).hasSize(1);
            assertThat(office.webhooks.missed(created.subscription())).isZero();
            assertThat(office.webhooks.replay(office.now(created), null)).isZero();
        }
    }

    private static void assertMissed(Office office, Webhooks.Created created) {
        until(() -> office.now(created).state() == Subscription.State.FAILING);
        assertThat(office.webhooks.missed(created.subscription())).isEqualTo(1);
        var delivery = office.webhooks.deliveries(created.subscription(), 10).get(0);
        assertThat(delivery.state()).isEqualTo(Delivery.State.MISSED);
        assertThat(delivery.status()).isEqualTo(500);
        assertThat(delivery.said()).isEqualTo("the receiver answered 500.");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_receiver_that_says_gone_is_left_alone_until_a_replay_brings_all_it_missed(Stores store) {
        try (var office = office(store);
                var receiver = Receiver.plain(VERTX, 410)) {
            var created = office.subscribe(receiver.url(), "bank", "org.multipolar.decision.*");
            office.happens("a", "advice", "bank");
            until(() -> office.now(created).state() == Subscription.State.GONE);
            office.happens("b", "advice", "bank");
            office.happens("c", "advice", "goods");
            office.clock.move(Duration.ofDays(2));
            pause(NO_LONGER);
            assertThat(said(receiver)).containsExactly("a");

            receiver.answers(200);
            assertThat(office.webhooks.replay(office.now(created), null)).isEqualTo(2);
            until(() -> receiver.got.size() == 3);
            assertThat(said(receiver)).containsExactly("a", "a", "b");
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_process_killed_between_sending_and_writing_it_down_sends_twice_under_one_id(Stores store) {
        var place = store.fresh();
        var clock = new TestClock();
        String event;
        try (var receiver = Receiver.plain(VERTX, 200)) {
            var killed = new AtomicBoolean();
            try (var first =
                    new Office(VERTX, place, folder.resolve("key"), clock, Office.WHOLE, courier -> message -> {
                        var unused = courier.apply(message);
                        killed.set(true);
                        throw new OutOfMemoryError("killed here by the test");
                    })) {
                first.subscribe(receiver.url(), "bank", "org.multipolar.decision.*");
                first.happens("a", "advice", "bank");
                first.happens("b", "advice", "bank");
                first.webhooks.start();
                until(killed::get);
                pause(NO_LONGER);
                event = receiver.got.peek().id();
                assertThat(receiver.got).hasSize(1);
            }
            try (var second =
                    new Office(VERTX, place, folder.resolve("key"), clock, Office.WHOLE, courier -> courier)) {
                second.webhooks.start();
                pause(NO_LONGER);
                // The other one may be alive for all the second knows.
                assertThat(receiver.got).hasSize(1);
                clock.move(Relay.HELD);
                until(() -> receiver.got.size() == 3);
                assertThat(said(receiver)).containsExactly("a", "a", "b");
                assertThat(receiver.got.stream().limit(2).map(Got::id)).containsExactly(event, event);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void two_at_work_on_one_log_send_each_event_once_and_in_order(Stores store) {
        try (var receiver = Receiver.plain(VERTX, 200);
                var other = Receiver.plain(VERTX, 200);
                var office = office(store)) {
            // In one process, because a file has one; what they share is the database alone.
            var second = new Relay(
                    office.database,
                    office.journal,
                    new CloudEvents(java.net.URI.create("urn:test")),
                    new Sender(
                            VERTX,
                            new AddressGuard(AllowList.of(List.of("127.0.0.1"), List.of()), new FakeNames()),
                            office.clock,
                            null,
                            Office.WHOLE)::send,
                    office.clock);
            second.start(Duration.ofMillis(20));
            office.subscribe(receiver.url(), "bank", "org.multipolar.decision.*");
            office.subscribe(other.url(), "*", "org.multipolar.decision.*");
            var expected = new ArrayList<String>();
            for (int i = 0; i < 150; i++) {
                office.happens("e" + i, "advice", "bank");
                expected.add("e" + i);
            }
            until(() -> receiver.got.size() >= 150 && other.got.size() >= 150);
            pause(NO_LONGER);
            second.close();

            assertThat(said(receiver)).containsExactlyElementsOf(expected);
            assertThat(said(other)).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void slow_and_dead_receivers_hold_nobody_up(Stores store) {
        var slowness = Duration.ofSeconds(6);
        try (var office = Office.open(VERTX, store.fresh(), folder.resolve("key"), slowness);
                var slow = Receiver.plain(VERTX, (got, response) -> {});
                var well = Receiver.plain(VERTX, 200)) {
            for (int i = 0; i < 12; i++) {
                office.subscribe(slow.url(), "goods");
            }
            // Each has failed once and is in trouble from then on.
            office.happens("x", "advice", "goods");
            until(() -> office.webhooks.list().stream().allMatch(each -> each.failures() > 0));
            office.subscribe(well.url(), "bank", "org.multipolar.decision.*");
            for (int round = 0; round < 3; round++) {
                office.clock.move(Duration.ofMinutes(6));
                office.happens("y" + round, "advice", "goods");
                long from = System.nanoTime();
                var id = "b" + round;
                office.happens(id, "advice", "bank");
                until(() -> said(well).contains(id));
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void both_secrets_sign_for_a_day_after_a_rotation(Stores store) {
        try (var office = office(store);
                var receiver = Receiver.plain(VERTX, 200)) {
            var created = office.subscribe(receiver.url(), "bank", "org.multipolar.decision.*");
            var rotated = office.webhooks.rotate(office.now(created), "ben");
            assertThat(rotated.secret()).isNotEqualTo(created.secret());
            assertThat(office.now(created).previousSecretUntil()).isNotNull();
            office.happens("a", "advice", "bank");
            until(() -> receiver.got.size() == 1);
            var during = receiver.got.remove();
            assertThat(during.holds(created.secret())).isTrue();
            assertThat(during.holds(rotated.secret())).isTrue();

            office.clock.move(Duration.ofHours(24).plusSeconds(1));
            office.happens("b", "advice", "bank");
            until(() -> receiver.got.size() == 1);
            assertThat(receiver.got.remove().header("webhook-signature")).doesNotContain(" ");
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void no_secret_is_in_the_log_or_in_what_is_shown_later(Stores store) {
        try (var office = office(store);
                var receiver = Receiver.plain(VERTX, 200)) {
            var created = office.subscribe(receiver.url() + "?key=hidden", "bank");
            var rotated = office.webhooks.rotate(office.now(created), "ben");
            office.webhooks.delete(office.now(created), "ben");

            var log = office.journal.after(0, 100);
            assertThat(log)
                    .extracting(entry -> entry.kind() + " by " + entry.by())
                    .containsExactly("webhook.created by ann", "webhook.rotated by ben", "webhook.deleted by ben");
            assertThat(log.toString() + created + rotated)
                    .doesNotContain(created.secret())
                    .doesNotContain(rotated.secret());
            assertThat(log.toString()).doesNotContain("hidden");
            assertThat(office.webhooks.list()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_trial_is_sent_to_one_receiver_only_also_to_one_in_trouble(Stores store) throws Exception {
        try (var office = office(store);
                var receiver = Receiver.plain(VERTX, 410);
                var other = Receiver.plain(VERTX, 200)) {
            var created = office.subscribe(receiver.url(), "bank", "org.multipolar.decision.*");
            office.subscribe(other.url(), "*", "org.multipolar.decision.*", "org.multipolar.review.*");
            office.webhooks.ping(office.now(created));
            until(() -> office.now(created).state() == Subscription.State.GONE);
            receiver.answers(200);
            var event = office.webhooks.ping(office.now(created));
            until(() -> receiver.got.size() == 2);

            var last = new ArrayList<>(receiver.got).get(1);
            assertThat(last.id()).isEqualTo(event);
            assertThat(new ObjectMapper().readTree(last.body()).get("type").asText())
                    .isEqualTo("org.multipolar.webhook.ping.v1");
            assertThat(other.got).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void nothing_is_lost_over_many_restarts_at_any_moment(Stores store) {
        var place = store.fresh();
        var clock = new TestClock();
        var calls = new AtomicInteger();
        var expected = new HashSet<String>();
        try (var receiver = Receiver.plain(VERTX, 200)) {
            for (int life = 0; life < 6; life++) {
                int dies = calls.get() + 1 + life;
                boolean before = life % 2 == 0;
                try (var office =
                        new Office(VERTX, place, folder.resolve("key"), clock, Office.WHOLE, courier -> message -> {
                            if (before && calls.incrementAndGet() >= dies) {
                                throw new OutOfMemoryError("killed here by the test");
                            }
                            var attempt = courier.apply(message);
                            if (!before && calls.incrementAndGet() >= dies) {
                                throw new OutOfMemoryError("killed here by the test");
                            }
                            return attempt;
                        })) {
                    if (life == 0) {
                        office.subscribe(receiver.url(), "bank", "org.multipolar.decision.*");
                    }
                    office.webhooks.start();
                    for (int i = 0; i < 5; i++) {
                        var id = "e%d.%d".formatted(life, i);
                        office.happens(id, "advice", "bank");
                        expected.add(id);
                    }
                    until(() -> calls.get() >= dies);
                }
                clock.move(Relay.HELD);
            }
            try (var office =
                    new Office(VERTX, place, folder.resolve("key"), clock, Office.WHOLE, courier -> courier)) {
                office.webhooks.start();
                until(() -> said(receiver).contains("e5.4"));
            }
            var said = said(receiver);
            assertThat(new HashSet<>(said)).isEqualTo(expected);
            // Three lives ended between a sending and its note: so many came twice, no more.
            assertThat(said).hasSize(30 + 3);
        }
    }

    /** {@return what the entries behind the events said, in the order they came} */
    static List<String> said(Receiver receiver) {
        var json = new ObjectMapper();
        return receiver.got.stream()
                .map(got -> {
                    try {
                        return json.readTree(got.body())
                                .path("data")
                                .path("body")
                                .path("say")
                                .asText("-");
                    } catch (java.io.IOException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
    }
}
