package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many futures by keyboard: the work moves, is cancelled, says that it is partial, and nobody loses the place where they were. */
@QuarkusTest
@TestProfile(SmallDesk.class)
class SweepFlowIT {

    private static final double LONG = 60_000;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    private static void starts(Visit visit, String draws, String seed) {
        visit.desk.open("/");
        visit.tab(visit.say("nav.sweeps")).click();
        visit.arrives("/sweeps");
        visit.page.fill("#draws", draws);
        visit.page.fill("#seed", seed);
        visit.button(visit.say("sweep.work-out")).click();
        visit.arrives("/sweeps/sw-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_cancelled_sweep_says_how_far_it_came_and_focus_stays_through_every_change(String language) {
        try (var visit = Visit.of(root, language)) {
            var page = visit.page;
            starts(visit, "400000", language.equals("en") ? "91" : "92");
            visit.sees("progress[value]");
            page.locator("#cancel").focus();
            var first = page.getAttribute("progress", "value");
            assertThat(page.locator("progress"))
                    .not()
                    .hasAttribute("value", first, new LocatorAssertions.HasAttributeOptions().setTimeout(LONG));
            visit.sees("#finding");
            assertThat(page.locator("#cancel")).isFocused();
            assertThat(page.locator("#finding")).hasText(visit.say("sweep.so-far"));

            int pages = visit.pages();
            page.keyboard().press("Enter");
            visit.sees("#ended");
            visit.looks();
            assertThat(page.locator("#ended")).hasText(visit.say("sweep.cancelled"));
            assertThat(page.locator("#ended")).isFocused();
            assertThat(visit.pages()).isEqualTo(pages);
            assertThat(page.locator("#finding")).hasText(visit.say("sweep.as-far"));
            assertThat(page.locator("[aria-labelledby=ended] [data-said]")).containsText("400");
            assertThat(visit.desk.barriers()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_sweep_that_ends_keeps_focus_where_its_button_was(String language) {
        try (var visit = Visit.of(root, language)) {
            var page = visit.page;
            starts(visit, "150", language.equals("en") ? "93" : "94");
            visit.sees("#cancel");
            page.locator("#cancel").focus();
            assertThat(page.locator("progress")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONG));

            visit.sees("#finding");
            assertThat(page.locator("#finding")).hasText(visit.say("sweep.found"));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("finding");
            visit.back();
            assertThat(page.inputValue("#seed")).startsWith("9");
        }
    }
}
