package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.explain.Json;

@QuarkusTest
class ReportIT {

    private static final String HOSTILE =
            "Small <img src=http://127.0.0.1:9/x> & <script>alert(1)</script> {answer} = \\\"quick\\\" file:///etc/passwd";

    /** {@return the id of a new record of an answer to this buyer} */
    private static String recorded(String name) {
        var buyer = SmallBuyer.json().replace("Small & <b>quick</b>", name);
        var answer = given().contentType("application/json")
                .body(SmallBuyer.request(buyer, ""))
                .post("/api/v1/advice")
                .then()
                .statusCode(200)
                .extract();
        return answer.header("Content-Location").replace("/api/v1/decisions/", "");
    }

    private static byte[] pdf(String id, String language) {
        return given().get("/decisions/" + id + "/report.pdf?lang=" + language)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"multipolar-small-2026-11-21-%s.pdf\"".formatted(language))
                .extract()
                .asByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            var text = Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
            assertThat(text).contains("1 / " + document.getNumberOfPages());
            return text;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "pt", "zh", "ja", "ko"})
    void a_report_names_buyer_outcome_digests_and_how_to_check_it(String language) throws IOException {
        var id = recorded("Größe 東京 & Ω");
        var record = Json.tree(given().get("/api/v1/decisions/" + id).asString());
        var text = text(pdf(id, language));

        assertThat(text)
                .contains("Größe 東京 & Ω")
                .contains(record.path("decision").asText(), record.path("hash").asText(), id)
                .contains("verify log.jsonl --key")
                .doesNotContain("□", "NOT_FOUND", "Figure[");
        record.path("answer").path("digests").forEach(each -> assertThat(text).contains(each.asText()));
        assertThat(text.replaceAll("\\s", "")).contains(record.path("signature").asText());
    }

    @Test
    void an_arabic_report_is_written_in_arabic() throws IOException {
        var id = recorded("بنك الاستثمار");
        var text = text(pdf(id, "ar"));

        assertThat(text).contains("بنك الاستثمار", "المزيج", id).doesNotContain("□");
        given().get("/decisions/" + id + "/report?lang=ar")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"ar\" dir=\"rtl\">"));
    }

    @Test
    void one_record_in_one_language_has_the_same_bytes_each_time() {
        var id = recorded("Same");

        assertThat(pdf(id, "de")).isEqualTo(pdf(id, "de")).isNotEqualTo(pdf(id, "en"));
    }

    @Test
    void what_a_buyer_wrote_stays_text() throws IOException {
        var id = recorded(HOSTILE);

        given().get("/decisions/" + id + "/report")
                .then()
                .statusCode(200)
                .body(containsString("Small &lt;img src=http://127.0.0.1:9/x&gt; &amp; &lt;script&gt;"))
                .body(not(containsString("<script")), not(containsString("<img")), not(containsString("style=")));
        assertThat(text(pdf(id, "en")))
                .contains("Small <img src=http://127.0.0.1:9/x> & <script>alert(1)</script> {answer}");
    }

    @Test
    void every_place_that_a_report_leads_to_is_there() {
        var id = recorded("Places");
        var page = given().get("/decisions/" + id + "/report").asString();
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().contains("outcome", "matters", "mix", "duties", "record", "verify");
        assertThat(page).contains("/decisions/" + id + "/report?lang=ar", "/decisions/" + id + "/report.pdf?lang=en");
        given().get("/report.css").then().statusCode(200);
        given().get("/stripes.png").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "report.pdf"})
    void an_unknown_decision_has_no_report(String part) {
        given().get("/decisions/nobody/" + part).then().statusCode(404);
    }
}
