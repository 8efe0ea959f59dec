package org.multipolar.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multipolar.store.Database;
import org.multipolar.store.Stores;

class ClaimsTest {

    private final Path folder;
    private final Hands clock = new Hands();

    ClaimsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A clock that a test moves. */
    private static final class Hands extends Clock {

        private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Journal journal(Database database) {
        return Journal.open(database, Signer.open(folder.resolve("key")), clock);
    }

    private static Draft draft(String id) {
        return new Draft(id, "ann", "advice", "bank", id, Map.of(), Map.of(), Map.of());
    }

    private static Claim mine(Claimed claimed) {
        assertThat(claimed).isInstanceOf(Claimed.Mine.class);
        return ((Claimed.Mine) claimed).claim();
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_key_is_open_then_in_flight_then_done_and_never_for_another_request(Stores store) {
        try (var database = Database.open(store.fresh())) {
            var claims = new Claims(database, clock);
            var claim = mine(claims.claim("ann", "k", "r1"));

            assertThat(claims.claim("ann", "k", "r1")).isEqualTo(new Claimed.InFlight());
            assertThat(claims.claim("ann", "k", "r2")).isEqualTo(new Claimed.OtherRequest());
            mine(claims.claim("bob", "k", "r2"));

            journal(database).append(draft("a"), new Claims.Reply(claim, 200, "/a", "the answer"));

            assertThat(claims.claim("ann", "k", "r1")).isEqualTo(new Claimed.Done(200, "/a", "the answer"));
            assertThat(claims.claim("ann", "k", "r2")).isEqualTo(new Claimed.OtherRequest());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void what_is_given_back_is_open_again_and_what_is_done_stays_done(Stores store) {
        try (var database = Database.open(store.fresh())) {
            var claims = new Claims(database, clock);
            claims.release(mine(claims.claim("ann", "k", "r1")));

            var claim = mine(claims.claim("ann", "k", "r2"));
            journal(database).append(draft("a"), new Claims.Reply(claim, 200, "/a", "x"));
            claims.release(claim);
            claims.forgetOpen();

            assertThat(claims.claim("ann", "k", "r2")).isInstanceOf(Claimed.Done.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_holder_given_up_for_dead_cannot_complete_and_leaves_no_entry(Stores store) {
        try (var database = Database.open(store.fresh())) {
            var claims = new Claims(database, clock);
            var dead = mine(claims.claim("ann", "k", "r1"));
            clock.now = clock.now.plus(Claims.HELD.minusSeconds(1));
            assertThat(claims.claim("ann", "k", "r1")).isEqualTo(new Claimed.InFlight());
            claims.renew(dead);
            clock.now = clock.now.plus(Claims.HELD.minusSeconds(1));
            assertThat(claims.claim("ann", "k", "r1")).isEqualTo(new Claimed.InFlight());
            clock.now = clock.now.plusSeconds(2);
            var journal = journal(database);

            var second = mine(claims.claim("ann", "k", "r1"));

            assertThatThrownBy(() -> journal.append(draft("a"), new Claims.Reply(dead, 200, "/a", "x")))
                    .hasMessageContaining("taken over");
            assertThat(journal.after(0, 10)).isEmpty();
            journal.append(draft("b"), new Claims.Reply(second, 200, "/b", "x"));
            assertThat(journal.after(0, 10)).extracting(Entry::id).containsExactly("b");
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void an_answer_is_told_again_for_a_month_and_then_the_key_is_open(Stores store) {
        try (var database = Database.open(store.fresh())) {
            var claims = new Claims(database, clock);
            var claim = mine(claims.claim("ann", "k", "r1"));
            journal(database).append(draft("a"), new Claims.Reply(claim, 200, "/a", "the answer"));

            clock.now = clock.now.plus(Duration.ofDays(31));
            assertThat(claims.claim("ann", "k", "r1")).isEqualTo(new Claimed.Done(200, "/a", "the answer"));
            assertThat(claims.claim("bob", "k", "r1")).isInstanceOf(Claimed.Mine.class);

            clock.now = clock.now.plusMillis(1);
            mine(claims.claim("ann", "k", "r2"));
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_thousand_posts_with_ten_keys_make_ten_entries(Stores store) throws InterruptedException {
        try (var database = Database.open(store.fresh())) {
            var claims = new Claims(database, clock);
            var journal = journal(database);
            var answered = new AtomicInteger();
            var failures = new AtomicInteger();
            var callers = Executors.newFixedThreadPool(16);
            for (int i = 0; i < 1_000; i++) {
                var key = "k" + i % 10;
                callers.execute(() -> {
                    try {
                        var claimed = claims.claim("ann", key, "r");
                        if (claimed instanceof Claimed.Mine mine) {
                            var id = java.util.UUID.randomUUID().toString();
                            journal.append(draft(id), new Claims.Reply(mine.claim(), 200, "/" + id, "x"));
                        }
                        answered.incrementAndGet();
                    } catch (RuntimeException failure) {
                        failure.printStackTrace();
                        failures.incrementAndGet();
                    }
                });
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(120, TimeUnit.SECONDS)).isTrue();

            assertThat(failures).hasValue(0);
            assertThat(answered).hasValue(1_000);
            assertThat(journal.after(0, 1_000)).hasSize(10);
        }
    }
}
