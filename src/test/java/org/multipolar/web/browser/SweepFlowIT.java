package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many futures: the work moves and ends without a reload, is cancelled, says that it is partial, and keeps the focus. */
@QuarkusTest
@TestProfile(SmallDesk.class)
class SweepFlowIT {

    private static final double LONG = 120_000;

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
        // Gone as soon as the page is loaded anew.
        visit.page.evaluate("window.same = true");
        visit.page.locator("#cancel").focus();
    }

    private static void same(Visit visit) {
        assertThat(visit.page.evaluate("window.same === true")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void a_long_sweep_moves_and_when_cancelled_says_how_far_it_came(String language) {
        try (var visit = Visit.of(root, language)) {
            var page = visit.page;
            starts(visit, "20000", language.equals("en") ? "91" : "92");
            visit.sees("progress[value]");
            var first = page.getAttribute("progress", "value");
            assertThat(page.locator("progress"))
                    .not()
                    .hasAttribute("value", first, new LocatorAssertions.HasAttributeOptions().setTimeout(LONG));
            visit.sees("#finding");
            assertThat(page.locator("#cancel")).isFocused();
            assertThat(page.locator("#finding")).hasText(visit.say("sweep.so-far"));
            assertThat(page.locator("#told")).containsText("20,0");
            int pages = visit.pages();
            page.keyboard().press("Enter");

            visit.sees("#ended");
            visit.looks();
            same(visit);
            assertThat(page.locator("#ended")).hasText(visit.say("sweep.cancelled"));
            assertThat(page.locator("#ended")).isFocused();
            assertThat(visit.pages()).isEqualTo(pages);
            assertThat(page.locator("#finding")).hasText(visit.say("sweep.as-far"));
            assertThat(page.locator("[aria-labelledby=ended] [data-said]")).containsText("20,0");
            assertThat(visit.desk.barriers()).isEmpty();
            visit.back();
            assertThat(page.inputValue("#draws")).isEqualTo("20000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "ar")
    void the_end_of_a_sweep_is_shown_and_told_and_has_the_focus(String language) {
        try (var visit = Visit.of(root, language)) {
            var page = visit.page;
            starts(visit, "64", "93");
            assertThat(page.locator("progress")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONG));

            visit.looks();
            same(visit);
            assertThat(page.locator("#finding")).hasText(visit.say("sweep.found"));
            assertThat(page.locator("#finding")).isFocused();
            assertThat(page.locator("#told")).containsText("64");
            assertThat(visit.desk.barriers()).isEmpty();
            assertThat(visit.desk.tooWide()).isZero();
        }
    }
}
