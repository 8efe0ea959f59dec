package org.multipolar.event;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.multipolar.event.Office.until;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multipolar.event.Receiver.Got;
import org.multipolar.store.FailingStore;
import org.multipolar.store.FailingStore.When;
import org.multipolar.store.Stores;

/**
 * The n-th call of the store fails, for every n until three events are delivered: none is lost, they come in the order of the
 * log, and what comes twice comes under one id.
 */
@Timeout(300)
class DeliveryFaultsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final List<String> HAPPENED = List.of("a", "b", "c");
    private static final int MOST_CALLS = 200;

    @TempDir
    Path folder = Path.of("");

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void every_event_arrives(When when) {
        int calls = 0;
        while (failedOnTheWay(calls + 1, when)) {
            calls++;
            assertThat(calls).isLessThan(MOST_CALLS);
        }
        System.out.printf("%d calls of the store failed %s on the way of three events%n", calls, when);
        assertThat(calls).as("calls that failed").isGreaterThan(10);
    }

    /** {@return whether the call with this number came before all was delivered} */
    private boolean failedOnTheWay(int number, When when) {
        try (var receiver = Receiver.plain(VERTX, 200);
                var office = new Office(
                        VERTX,
                        Stores.EMBEDDED.fresh(),
                        folder.resolve("key"),
                        new TestClock(),
                        Office.WHOLE,
                        courier -> courier)) {
            var created = office.subscribe(receiver.url(), "bank", "org.multipolar.decision.*");
            HAPPENED.forEach(id -> office.happens(id, "advice", "bank"));
            var watched = FailingStore.into(office.database);
            watched.arm(number, when);
            office.webhooks.start();

            until(() -> watched.failed() || deliveredAll(office, created));
            boolean onTheWay = !deliveredAll(office, created);
            watched.disarmed();
            // Who was serving when the store failed holds the receiver still.
            office.clock.move(Relay.HELD);
            until(() -> deliveredAll(office, created));

            assertThat(RelayTest.said(receiver).stream().distinct())
                    .as("call %d failed %s", number, when)
                    .containsExactlyElementsOf(HAPPENED);
            var times = receiver.got.stream().collect(groupingBy(Got::id, counting()));
            assertThat(times).as("call %d failed %s", number, when).hasSize(HAPPENED.size());
            assertThat(times.values()).allMatch(each -> each <= 2);
            assertThat(times.values().stream().filter(each -> each == 2).count())
                    .as("events that came twice for one failure")
                    .isLessThanOrEqualTo(1);
            return onTheWay;
        }
    }

    private static boolean deliveredAll(Office office, Webhooks.Created created) {
        var deliveries = office.webhooks.deliveries(created.subscription(), 10);
        return deliveries.size() == HAPPENED.size()
                && deliveries.stream().allMatch(each -> each.state() == Delivery.State.DELIVERED);
    }
}
