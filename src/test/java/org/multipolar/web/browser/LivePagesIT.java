package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.multipolar.web.OwnScenarios;

/** What scripts add to the page of scenarios: a field that narrows the cards. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class LivePagesIT {

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    private Desk desk(String language) {
        return Desk.wide(root.replaceFirst("/$", ""), language);
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
