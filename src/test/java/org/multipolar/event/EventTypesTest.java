package org.multipolar.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.decision.Replayer;
import org.multipolar.decision.Watch;
import org.multipolar.review.ReviewEvent;

class EventTypesTest {

    @Test
    void whatever_happens_to_decisions_reviews_and_watches_may_be_subscribed_to() {
        assertThat(ReviewEvent.KINDS.keySet())
                .allSatisfy(kind -> assertThat(EventTypes.ALL).contains(EventTypes.of(kind)));
        assertThat(List.of(Watch.CREATED, Watch.RAISED, Watch.RESOLVED, Watch.ENDED))
                .allSatisfy(kind -> assertThat(EventTypes.ALL).contains(EventTypes.of(kind)));
        assertThat(EventTypes.of(Replayer.ADVICE)).isEqualTo("org.multipolar.decision.recorded.v1");
        assertThat(EventTypes.of(Replayer.WHAT_IF)).isEqualTo("org.multipolar.what-if.recorded.v1");
        assertThat(EventTypes.ALL)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(EventTypes.of(Replayer.ADVICE), EventTypes.of(Replayer.WHAT_IF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "org.*", "org.multipolar.review.*", "org.multipolar.review.approved.v1"})
    void some_or_all_are_named(String wanted) {
        assertThat(EventTypes.known(wanted)).isTrue();
        assertThat(EventTypes.matches(wanted, "org.multipolar.review.approved.v1"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "review.approved",
                "org.multipolar.review.approved",
                "org.multipolar.review.approved.v2",
                "org.multipolar.review.approved.v1*x",
                "org.multipolar.offer.*",
                "*.v1"
            })
    void what_names_none_is_not_known(String wanted) {
        assertThat(EventTypes.known(wanted)).isFalse();
    }
}
