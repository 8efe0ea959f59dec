package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.multipolar.Shipped;
import org.multipolar.catalog.BadInput;
import org.multipolar.decision.AdviceRequest;

class WatchRequestTest {

    private static AdviceRequest.Around around() {
        var snapshot = Shipped.snapshot();
        return new AdviceRequest.Around(
                snapshot,
                id -> Objects.requireNonNull(snapshot.buyers().get(id)),
                Map.of(),
                id -> {},
                LocalDate.of(2026, 11, 22));
    }

    @Test
    void a_fault_of_the_question_names_the_line_of_the_request() {
        var asked = WatchRequest.read(
                """
                {
                "by": "ann",
                "question": {"buyer": "european-bank",
                  "asOf": "tomorrow"}
                }
                """
                        .getBytes(UTF_8));

        assertThatThrownBy(() -> asked.question(around()))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.fault().line()).isEqualTo(4));
    }

    /** It is kept in the log, and the same question has the same bytes there. */
    @Test
    void the_question_is_kept_without_what_stood_around_it() {
        var asked = WatchRequest.read(
                "{\n\n\"question\": {\"buyer\":\n \"european-bank\"}, \"by\": \"ann\"}".getBytes(UTF_8));

        assertThat(asked.request()).asString(UTF_8).isEqualTo("{\"buyer\":\n \"european-bank\"}");
    }
}
