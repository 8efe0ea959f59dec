package org.multipolar.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.multipolar.explain.Json;

/** Tables taken out of a page: figures for programs, nothing that a spreadsheet would run. */
@QuarkusTest
class TablesIT {

    private static final String TABLE =
            """
            () => {
              const scroll = document.createElement('div');
              scroll.className = 'scroll';
              scroll.id = 'probe';
              scroll.innerHTML = `<table><caption>A “probe” of it</caption>
                <thead><tr><th>Name</th><th>Share</th><th>Share</th></tr></thead>
                <tbody><tr><th>a, "b"<small>c</small></th><td data-v="-1234.5">minus 1.234,5</td><td>007</td></tr>
                <tr><th>=1+1</th><td>+49 30</td><td>'@x</td></tr>
                <tr><th colspan="2">wide</th><td>9</td></tr></tbody></table>`;
              document.querySelector('main').append(scroll);
              document.dispatchEvent(new Event('htmx:afterSettle'));
            }
            """;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway") // set by the framework
    private String root;

    private String taken(Desk desk, int button, String name) throws IOException {
        var download = desk.page.waitForDownload(
                () -> desk.page.locator("#probe + .take-out button").nth(button).click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return Files.readString(download.path());
    }

    @Test
    void a_table_is_taken_out_as_csv_and_json() throws IOException {
        try (var desk = Desk.wide(root.replaceFirst("/$", ""), "en")) {
            desk.open("/rules");
            desk.page.evaluate(TABLE);

            assertThat(taken(desk, 0, "A-probe-of-it.csv").split("\r\n", -1))
                    .containsExactly(
                            "\uFEFFName,Share,Share",
                            "\"a, \"\"b\"\" c\",-1234.5,007",
                            "'=1+1,'+49 30,''@x",
                            "wide,,9",
                            "");
            var rows = Json.tree(taken(desk, 1, "A-probe-of-it.json"));
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).toString())
                    .isEqualTo("{\"Name\":\"a, \\\"b\\\" c\",\"Share\":-1234.5,\"Share 3\":\"007\"}");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void every_table_of_a_page_has_its_buttons_once() {
        try (var desk = Desk.wide(root.replaceFirst("/$", ""), "ar")) {
            var page = desk.open("/countries");
            page.evaluate("() => document.dispatchEvent(new Event('htmx:afterSettle'))");

            int tables = page.locator(".scroll > table").count();
            assertThat(tables).isPositive();
            assertThat(page.locator(".take-out").count()).isEqualTo(tables);
            assertThat(page.locator(".take-out button").first().innerText()).contains("CSV");
            assertThat(desk.barriers()).isEmpty();
        }
    }
}
