package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.multipolar.web.OwnScenarios;

/** What scripts add to pages of scenarios and sweeps: progress without reloading, and a field that narrows the cards. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class LivePagesIT {

    private static final double LONG = 60_000;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    private Desk desk(String language) {
        return Desk.wide(root.replaceFirst("/$", ""), language);
    }

    private static Page sweep(Desk desk, String draws, String seed) {
        var page = desk.open("/sweeps?buyer=small&asOf=2026-11-21&sweep=t-moment");
        page.fill("#draws", draws);
        page.fill("#seed", seed);
        page.press("#seed", "Enter");
        page.waitForURL(Pattern.compile("/sweeps/sw-"));
        // Gone as soon as the page is loaded anew.
        page.evaluate("window.same = true");
        return page;
    }

    private static void same(Page page) {
        assertThat(page.evaluate("window.same === true")).isEqualTo(true);
    }

    private static void soon(Locator locator) {
        assertThat(locator).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
    }

    @Test
    void a_long_sweep_moves_its_bar_and_brings_first_results_and_is_cancelled_without_a_reload() {
        try (var desk = desk("en")) {
            var page = sweep(desk, "300000", "81");
            soon(page.locator("progress[value]"));
            var first = page.getAttribute("progress", "value");
            assertThat(page.locator("progress"))
                    .not()
                    .hasAttribute("value", first, new LocatorAssertions.HasAttributeOptions().setTimeout(LONG));
            soon(page.locator("#finding"));
            assertThat(page.locator("#told")).containsText("futures worked out");
            same(page);
            assertThat(desk.barriers()).isEmpty();

            page.click("#cancel");
            soon(page.locator("#ended"));
            assertThat(page.locator("progress")).hasCount(0);
            page.goBack();
            soon(page.locator("h1"));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void the_end_of_a_sweep_is_shown_and_told_without_a_reload() {
        try (var desk = desk("ar")) {
            var page = sweep(desk, "64", "82");
            soon(page.locator("#finding"));
            assertThat(page.locator("progress")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONG));

            assertThat(page.locator("#told")).containsText("64");
            same(page);
            assertThat(desk.complaints()).isEmpty();
            assertThat(desk.barriers()).isEmpty();
            assertThat(desk.tooWide()).isZero();
        }
    }

    @Test
    void a_field_narrows_the_cards_and_keeps_those_chosen() {
        try (var desk = desk("en")) {
            var page = desk.open("/what-if?buyer=small&asOf=2026-11-21");
            page.check("#c-t-dear");
            page.fill("#find", "MAKER us");

            assertThat(page.locator("[data-found]")).hasText("Found: 2");
            assertThat(page.locator(".card:visible")).hasCount(3);
            assertThat(page.locator("#c-t-no-us")).isVisible();
            assertThat(page.locator("#c-t-dear")).isVisible();

            page.press("#find", "Enter");
            page.fill("#find", "");
            assertThat(page.locator("[data-found]")).hasText("");
            assertThat(page.locator(".card")).hasCount(7);
            assertThat(desk.complaints()).isEmpty();
        }
    }
}
