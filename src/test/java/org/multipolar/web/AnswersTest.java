package org.multipolar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multipolar.Shipped;
import org.multipolar.advice.Advice;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Cost;
import org.multipolar.explain.Stability;

@Timeout(30)
class AnswersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final AtomicInteger computed = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();

    private static Question question(int day) {
        var policy = new Policy(
                Policy.CountryScores.by("published"),
                new Policy.Weights(100, 0, 0, 0, 0, 0),
                10,
                1,
                1,
                1,
                0,
                0,
                0,
                List.of(),
                true,
                Map.of(),
                null,
                Map.of(),
                false);
        var buyer = new Buyer(
                "b", "B", "", "DE", "DE", "private", "general", List.of(), policy, List.of(), List.of(), Map.of(),
                List.of(), List.of(), "digest");
        return new Question(buyer, DAY.plusDays(day), List.of());
    }

    private Advice answer(Snapshot snapshot, Question question) {
        computed.incrementAndGet();
        var cost = new Cost(0, 0, 0, 0);
        return new Advice(
                "",
                "b",
                "B",
                question.asOf().toString(),
                List.of(),
                "infeasible",
                "",
                null,
                null,
                cost,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Stability("not-asked", "", "published", "point", 0, 1, List.of(), List.of(), null),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "");
    }

    @Test
    void an_equal_question_is_computed_once() {
        var answers = new Answers(this::answer);

        assertThat(answers.remembered(Shipped.snapshot(), question(1)))
                .isSameAs(answers.remembered(Shipped.snapshot(), question(1)));
        answers.remembered(Shipped.snapshot(), question(2));

        assertThat(computed).hasValue(2);
    }

    @Test
    void only_the_newest_answers_are_kept() {
        var answers = new Answers(this::answer);
        for (int day = 0; day < 100; day++) {
            answers.remembered(Shipped.snapshot(), question(day));
        }

        answers.remembered(Shipped.snapshot(), question(99));
        assertThat(computed).hasValue(100);
        answers.remembered(Shipped.snapshot(), question(0));
        assertThat(computed).hasValue(101);
    }

    @Test
    void a_failure_is_not_remembered() {
        var answers = new Answers((snapshot, question) -> {
            if (computed.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
            }
            return answer(snapshot, question);
        });

        assertThatThrownBy(() -> answers.remembered(Shipped.snapshot(), question(1)))
                .hasMessage("once");
        assertThat(answers.remembered(Shipped.snapshot(), question(1))).isNotNull();
    }

    @Test
    void two_are_computed_at_once_two_wait_and_the_next_is_sent_away() throws InterruptedException {
        var release = new CountDownLatch(1);
        var refused = new CountDownLatch(1);
        var answers = new Answers((snapshot, question) -> {
            mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
            await(release);
            running.decrementAndGet();
            return answer(snapshot, question);
        });
        var threads = Executors.newFixedThreadPool(5);
        ask(5, answers, threads, refused);
        await(refused);
        release.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(mostRunning).hasValue(2);
        assertThat(computed).hasValue(4);
        assertThat(answers.fresh(Shipped.snapshot(), question(12))).isNotNull();
    }

    @Test
    void a_page_waits_its_turn_where_others_are_sent_away() throws InterruptedException {
        var release = new CountDownLatch(1);
        var refused = new CountDownLatch(1);
        var answers = new Answers((snapshot, question) -> {
            await(release);
            return answer(snapshot, question);
        });
        var threads = Executors.newFixedThreadPool(5);
        ask(5, answers, threads, refused);
        await(refused);

        var page = answers.begin(Shipped.snapshot(), question(20));
        assertThat(page).isNotDone();
        release.countDown();
        threads.shutdown();

        assertThat(page.join().asOf()).isEqualTo(DAY.plusDays(20).toString());
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        answers.stop();
    }

    private static void ask(int times, Answers answers, ExecutorService threads, CountDownLatch refused) {
        for (int i = 0; i < times; i++) {
            int day = i;
            threads.execute(() -> {
                try {
                    answers.fresh(Shipped.snapshot(), question(day));
                } catch (Busy busy) {
                    refused.countDown();
                }
            });
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
