package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A buyer typed in by hand, from the first page to the report; and one whose wishes clash. */
@QuarkusTest
@TestProfile(SmallDesk.class)
class AskFlowIT {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    /** Types a buyer of one demand into a blank question. */
    private static void types(Visit visit, String id) {
        visit.desk.open("/");
        visit.sees("#outcome");
        visit.link(visit.say("answer.change")).click();
        visit.arrives("/ask\\?buyer=small");
        visit.link(visit.say("ask.start-blank")).click();
        visit.arrives("/ask\\?blank=yes");
        visit.page.fill("#f-name", "Works & Sons");
        visit.page.fill("#f-buyer", id);
        visit.page.selectOption("#f-seat", "FR");
        visit.page.fill("#f-demands-0-title", "Letters");
        visit.page.selectOption("#f-demands-0-region", "EU-FR");
        visit.page.fill("#f-demands-0-input-mtok-month", "40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_buyer_typed_in_by_hand_gets_a_decision_that_replays_and_a_report(String language) throws IOException {
        try (var visit = Visit.of(root, language)) {
            types(visit, "works-" + language);
            visit.button(visit.say("ask.recommend")).click();
            visit.arrives("/decisions/[0-9a-f-]+$");
            assertThat(visit.page.locator("h1")).hasText("Works & Sons");
            assertThat(visit.page.locator("#receipt")).hasText(visit.say("decisions.recorded"));
            assertThat(visit.page.locator("#mix")).hasText(visit.say("answer.mix"));

            visit.fitsTelephone();

            visit.back();
            assertThat(visit.page.inputValue("#f-name")).isEqualTo("Works & Sons");
            assertThat(visit.page.inputValue("#f-demands-0-region")).isEqualTo("EU-FR");
            visit.page.goForward();
            visit.arrives("/decisions/[0-9a-f-]+$");

            visit.button(visit.say("decisions.replay")).click();
            visit.arrives("/replay$");
            visit.sees("#receipt");
            assertThat(visit.page.locator(".record [role=status]")).hasText(visit.say("decisions-replay.same"));

            visit.link(visit.say("decisions.report")).click();
            visit.arrives("/report$");
            visit.fitsTelephone();
            assertThat(visit.desk.barriers()).isEmpty();
            assertThat(visit.page.locator("h1")).hasText("Works & Sons");
            var pdf = visit.page.waitForDownload(
                    () -> visit.link(visit.say("report.pdf")).click());
            var start = new String(Files.readAllBytes(pdf.path()), 0, 5, StandardCharsets.ISO_8859_1);
            assertThat(start).isEqualTo("%PDF-");
            assertThat(pdf.suggestedFilename())
                    .startsWith("multipolar-works-" + language)
                    .endsWith(language + ".pdf");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void wishes_that_clash_are_named_with_the_ways_out(String language) {
        try (var visit = Visit.of(root, language)) {
            types(visit, "clash-" + language);
            visit.page.selectOption("#f-demands-0-ability", "frontier");
            share(visit, 1, "floor", "60", "A contract");
            share(visit, 2, "cap", "40", "The board");
            visit.button(visit.say("ask.recommend")).click();
            assertThat(visit.page.locator("#working")).hasText(visit.say("working.heading"));
            visit.looks();

            visit.arrives("/decisions/[0-9a-f-]+$");
            assertThat(visit.page.locator("#outcome")).hasText(visit.say("answer.infeasible"));
            assertThat(visit.page.locator(".members > li")).hasCount(2);
            assertThat(visit.page.locator(".members")).containsText("A contract");
            assertThat(visit.page.locator(".members")).containsText("The board");
            assertThat(visit.page.locator(".clash tbody tr").first()).isVisible();
            assertThat(visit.desk.barriers()).isEmpty();

            // The form came back from a button, and is still there to be mended.
            visit.back();
            assertThat(visit.page.inputValue("#f-name")).isEqualTo("Works & Sons");
            assertThat(visit.page.inputValue("#f-limits-2-at")).isEqualTo("40");
        }
    }

    /** Adds a limit on the share of models made in the United States. */
    private static void share(Visit visit, int at, String kind, String percent, String why) {
        var page = visit.page;
        page.selectOption("#new-limit", "origin");
        visit.button(visit.say("ask.add")).click();
        var id = "#f-limits-" + at;
        visit.sees(id);
        visit.looks();
        assertThat(page.inputValue("#f-name")).isEqualTo("Works & Sons");
        page.locator("[name='limits[%d].kind']".formatted(at)).selectOption(kind);
        page.fill(id + "-at", percent);
        page.locator(id + " .pick summary").click();
        page.check("%s [value='US']".formatted(id));
        page.fill(id + "-why", why);
    }
}
