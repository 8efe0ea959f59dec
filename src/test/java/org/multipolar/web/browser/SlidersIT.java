package org.multipolar.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.multipolar.web.OwnScenarios;

/** Sliders in a real browser: they answer while they are moved, by keyboard too, and the address stays whole. */
@QuarkusTest
@TestProfile(OwnScenarios.class)
class SlidersIT {

    private static final String ADDRESS = "/trial?buyer=small&asOf=2026-11-21";
    private static final double LONG = 60_000;
    private static final String OPENNESS = "[name=\"weight.openness\"]";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    private String base() {
        return root.replaceFirst("/$", "");
    }

    private static void says(Page page, String text) {
        assertThat(page.locator("#finding"))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
    }

    private static void address(Page page, String pattern) {
        assertThat(page).hasURL(Pattern.compile(pattern), new PageAssertions.HasURLOptions().setTimeout(LONG));
    }

    private static Locator slider(Page page, String box) {
        return page.locator(".lever:has(" + box + ") input[type=range]");
    }

    @Test
    void a_slider_moved_by_keyboard_changes_the_answer_and_the_address() {
        try (var desk = Desk.wide(base(), "en")) {
            var page = desk.open(ADDRESS);
            says(page, "Nothing is moved");
            page.evaluate("window.same = true");

            slider(page, OPENNESS).focus();
            page.keyboard().press("End");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(OPENNESS)).hasValue("99");
            says(page, "The new best mix moves");
            address(page, "/trial\\?buyer=small&asOf=2026-11-21&weight\\.openness=99$");
            assertThat(page.locator("#told")).containsText("The new best mix moves");
            assertThat(page.locator("#counts")).containsText("Openness 99%");
            assertThat(page.evaluate("window.same === true")).isEqualTo(true);
            assertThat(slider(page, OPENNESS)).isFocused();
            assertThat(desk.barriers()).isEmpty();

            page.reload();
            says(page, "The new best mix moves");
            assertThat(slider(page, OPENNESS)).hasValue("99");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void the_number_beside_it_moves_the_slider_and_a_reset_puts_both_back() {
        try (var desk = Desk.wide(base(), "en")) {
            var page = desk.open(ADDRESS + "&weight.price=30");
            says(page, "The mix of today");
            page.fill(OPENNESS, "80");
            assertThat(slider(page, OPENNESS)).hasValue("80");
            address(page, "weight\\.openness=80&weight\\.price=30$");

            page.locator(".lever:has(" + OPENNESS + ") .reset").click();
            address(page, "asOf=2026-11-21&weight\\.price=30$");
            assertThat(page.locator(OPENNESS)).hasValue("10");
            page.click("#reset-all");
            says(page, "Nothing is moved");
            address(page, "/trial\\?buyer=small&asOf=2026-11-21$");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void numbers_that_contradict_each_other_are_told_and_the_sliders_stay() {
        try (var desk = Desk.wide(base(), "en")) {
            var page = desk.open(ADDRESS);
            says(page, "Nothing is moved");
            page.fill("[name=\"fewest-suppliers\"]", "9");

            assertThat(page.locator("#answer"))
                    .containsText(
                            "at least 9 suppliers and at most 3",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
            page.fill("[name=\"fewest-suppliers\"]", "2");
            says(page, "Nothing is moved");
        }
    }

    @Test
    void a_telephone_has_room_for_it_from_right_to_left_too() {
        try (var desk = new Desk(base(), "ar", 360, ColorScheme.DARK)) {
            var page = desk.open(ADDRESS + "&weight.openness=90");
            assertThat(page.locator("#moves")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));

            assertThat(desk.tooWide()).isZero();
            assertThat(desk.barriers()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
    }
}
