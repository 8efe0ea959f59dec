package org.multipolar.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in a real browser: nothing that shuts anybody out, nothing too wide for a telephone, no complaint. */
@QuarkusTest
class EveryPageIT {

    private static final int TELEPHONE = 360;
    private static final int DESK = 1280;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    @ParameterizedTest
    @CsvSource({
        "/, en, LIGHT",
        "/ask?blank=yes, en, LIGHT",
        "/ask?buyer=consumer-goods, ar, DARK",
        "/decisions, en, DARK",
        "/reviews, ar, LIGHT",
        "/reviews/new, en, LIGHT",
        "/rules, en, DARK",
        "/rules, ar, LIGHT",
        "/rules/SA-PDPL-29?fired=today, en, LIGHT",
        "/suppliers, en, DARK",
        "/suppliers/openai, ar, LIGHT",
        "/models/llama-3.1-70b, en, LIGHT",
        "/offers/gpt-6-astra@openai-api?judge=european-bank, ar, DARK",
        "/countries/compare?left=DE&right=FR, en, DARK",
        "/countries, en, DARK",
        "/countries, ar, LIGHT",
        "/countries/map, en, LIGHT",
        "/countries/ranks?draws=100, en, LIGHT",
        "/countries/DE, ar, DARK",
        "/sweeps, en, LIGHT",
        "/what-if, ar, LIGHT",
        "/trial?buyer=consumer-goods, en, LIGHT",
        "/trial?buyer=gulf-public-group&limit.us-makers=50, ar, DARK",
    })
    void a_page_shuts_nobody_out(String address, String language, ColorScheme colours) {
        var base = root.replaceFirst("/$", "");
        try (var desk = new Desk(base, language, DESK, colours)) {
            var page = desk.open(address);

            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
            assertThat(page.getAttribute("html", "dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(desk.barriers()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
            // The same page, turned into a telephone's: it is not worked out twice.
            page.setViewportSize(TELEPHONE, 900);
            assertThat(desk.tooWide()).isZero();
        }
    }
}
