package org.multipolar.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first page to why, to a scenario, and all the way back. */
@QuarkusTest
@TestProfile(SmallDesk.class)
class AnswerFlowIT {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void going_back_leads_through_every_page_to_the_first_as_it_was(String language) {
        try (var visit = Visit.of(root, language)) {
            visit.desk.open("/");
            visit.sees("#outcome");
            visit.looks();
            var first = visit.text();
            int before = visit.pages();

            visit.link(visit.say("answer.why")).click();
            visit.arrives("/why\\?");
            visit.sees("#demands");
            var why = visit.text();
            visit.fitsTelephone();
            visit.tab(visit.say("nav.what-if")).click();
            visit.arrives("/what-if\\?buyer=small&asOf=");
            visit.page.check("#c-t-dear");
            visit.button(visit.say("what-if.ask")).click();
            visit.arrives("scenario=t-dear");
            visit.sees("#differs");
            visit.looks();
            assertThat(visit.pages()).isEqualTo(before + 3);

            visit.back();
            assertThat(visit.page.isChecked("#c-t-dear")).isTrue();
            visit.back();
            assertThat(visit.text()).isEqualTo(why);
            visit.back();
            assertThat(visit.text()).isEqualTo(first);
            assertThat(visit.page.url()).endsWith("/");
        }
    }
}
