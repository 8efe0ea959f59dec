package org.multipolar.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static long asked(Rates rates, String caller, int times, long now) {
        long let = 0;
        for (int i = 0; i < times; i++) {
            let += rates.wait(caller, now) == 0 ? 1 : 0;
        }
        return let;
    }

    @Test
    void a_rested_caller_asks_a_burst_and_then_so_many_a_second() {
        var rates = new Rates(2, 5, 10);

        assertThat(asked(rates, "ann", 100, 0)).isEqualTo(5);
        assertThat(asked(rates, "ann", 100, SECOND)).isEqualTo(2);
        assertThat(asked(rates, "ann", 100, 2 * SECOND)).isEqualTo(2);
        assertThat(asked(rates, "ann", 100, 100 * SECOND)).isEqualTo(5);
    }

    @Test
    void who_waits_as_told_is_let_through_and_not_a_moment_before() {
        var rates = new Rates(2, 1, 10);
        assertThat(rates.wait("ann", 7)).isZero();

        long wait = rates.wait("ann", 7);

        assertThat(wait).isEqualTo(SECOND / 2);
        assertThat(rates.wait("ann", 7 + wait - 1)).isPositive();
        assertThat(rates.wait("ann", 7 + wait)).isZero();
    }

    @Test
    void callers_do_not_pay_for_each_other() {
        var rates = new Rates(1, 1, 10);
        assertThat(asked(rates, "ann", 9, 0)).isEqualTo(1);
        assertThat(asked(rates, "bob", 9, 0)).isEqualTo(1);
    }

    /** The clock of nanoseconds may begin anywhere, also below zero and near its end. */
    @Test
    void the_clock_may_begin_anywhere() {
        for (long now : new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE - 3}) {
            assertThat(asked(new Rates(2, 5, 10), "ann", 100, now))
                    .as("from %d", now)
                    .isEqualTo(5);
        }
    }

    @Test
    void more_callers_than_are_remembered_push_out_the_oldest_only() {
        var rates = new Rates(1, 1, 3);
        for (int i = 0; i < 1_000; i++) {
            assertThat(rates.wait("c" + i, 0)).isZero();
        }
        assertThat(rates.remembered()).isEqualTo(3);
        assertThat(rates.wait("c999", 0)).isPositive();
    }

    @Test
    void none_a_second_is_no_limit() {
        assertThat(asked(new Rates(0, 1, 1), "ann", 1_000, 0)).isEqualTo(1_000);
    }
}
