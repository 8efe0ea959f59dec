package org.multipolar.web.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multipolar.web.language.Tongue;

class ReportPdfTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String NOTE = "<p class=\"missing\">a box stands for what is missing</p>";

    private static String page(String language, String body) {
        return "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\"><head><title>A report</title></head><body>%s</body></html>"
                .formatted(language, language.equals("ar") ? "rtl" : "ltr", body);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
        }
    }

    private static String text(String language, String body) throws IOException {
        return text(ReportPdf.of(page(language, body), DAY));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Bank of the River",
        "de, Größte Bürgschaftsgesellschaft",
        "fr, Société générale d’œuvres",
        "es, Compañía de señales",
        "pt, Companhia de informações",
        "zh, 北京国际贸易有限公司",
        "ja, 株式会社東京データ通信",
        "ko, 한국전력거래소",
    })
    void a_name_reads_as_it_was_written(String language, String name) throws IOException {
        assertThat(text(language, "<h1>" + name + "</h1>")).contains(name).doesNotContain(Fonts.BOX);
    }

    @Test
    void arabic_is_joined_and_runs_from_right_to_left() throws IOException {
        assertThat(text("ar", "<h1>بنك الاستثمار في المزيج</h1>"))
                .contains("بنك الاستثمار في المزيج")
                .doesNotContain(Fonts.BOX);
    }

    @Test
    void tables_run_from_right_to_left_where_the_reader_does() throws IOException {
        var row = "<table><tbody><tr><td>one</td><td>two</td></tr></tbody></table>";

        assertThat(text("en", row).replaceAll("\\s+", " ")).contains("one two");
        assertThat(text("ar", row).replaceAll("\\s+", " ")).contains("two one");
    }

    static Stream<Tongue> all() {
        return Tongue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_fonts_have_every_character_of_our_messages_and_of_the_names_of_countries(Tongue tongue)
            throws IOException {
        var said = Files.readString(Path.of("src/main/resources/messages/" + tongue.tag() + ".properties"));
        var countries = Arrays.stream(Locale.getISOCountries())
                .map(code -> tongue.country(code).orElse(""))
                .toList();
        var missing = Fonts.of(
                        said + String.join("", countries) + tongue.day(DAY) + tongue.number(1234567), tongue.tag())
                .missing();

        assertThat(missing.stream().mapToObj(Character::toString)).isEmpty();
    }

    @Test
    void a_text_takes_only_the_fonts_that_it_needs() {
        assertThat(Fonts.of("plain", "en").families()).containsExactly("sans");
        assertThat(Fonts.of("東京", "ja").families()).containsExactly("sans", "jp");
        assertThat(Fonts.of("東京", "en").families()).containsExactly("sans", "sc", "jp");
        assertThat(Fonts.of("서울 مرحبا", "ko").families()).containsExactly("sans", "arabic", "kr");
    }

    @Test
    void what_no_font_has_is_a_box_and_a_note_says_so() throws IOException {
        var text = text("en", "<p>a\u0e01b \ud83d\ude00</p>" + NOTE);

        assertThat(text).contains("a" + Fonts.BOX + "b " + Fonts.BOX).contains("a box stands for");
        assertThat(text("en", "<p>ab</p>" + NOTE)).contains("ab").doesNotContain("a box stands for");
    }

    @Test
    void characters_that_cannot_be_written_do_no_harm() throws IOException {
        assertThat(text("en", "<p>a\u0000\u0008\ufffe\ud800b\u200f\u2066c\u2069</p>"))
                .contains("a", "b", "c");
    }

    @Test
    void the_same_page_gives_the_same_bytes_and_another_page_others() {
        var once = ReportPdf.of(page("ja", "<h2 id=\"a\">東京</h2><p>one</p>"), DAY);

        assertThat(ReportPdf.of(page("ja", "<h2 id=\"a\">東京</h2><p>one</p>"), DAY))
                .isEqualTo(once);
        assertThat(ReportPdf.of(page("ja", "<h2 id=\"a\">東京</h2><p>two</p>"), DAY))
                .isNotEqualTo(once);
    }

    @Test
    void it_has_title_language_tags_bookmarks_and_the_day_of_the_decision() throws IOException {
        var pdf = ReportPdf.of(
                page("de", "<h2 id=\"one\">Erstens</h2><p>a</p><h2 id=\"two\">Zweitens</h2><p>b</p>"), DAY);

        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A report");
            assertThat(document.getDocumentInformation()
                            .getCreationDate()
                            .toInstant()
                            .toString())
                    .isEqualTo("2026-11-22T00:00:00Z");
            assertThat(catalog.getLanguage()).isEqualTo("de");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(bookmarks(document)).containsExactly("Erstens", "Zweitens");
        }
    }

    private static List<String> bookmarks(PDDocument document) {
        var titles = new ArrayList<String>();
        document.getDocumentCatalog().getDocumentOutline().children().forEach(each -> titles.add(each.getTitle()));
        return titles;
    }

    @Test
    void a_long_table_has_its_head_and_the_number_of_pages_on_every_page() throws IOException {
        var rows = String.join("", Collections.nCopies(150, "<tr><td>cell</td></tr>"));
        var pdf = ReportPdf.of(
                page("en", "<table><thead><tr><th>The head</th></tr></thead><tbody>" + rows + "</tbody></table>"), DAY);

        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            var text = text(pdf);
            assertThat(pages).isGreaterThan(2);
            assertThat(text.split("The head", -1)).hasSize(pages + 1);
            assertThat(text).contains("1 / " + pages, pages + " / " + pages);
        }
    }

    /** However far down a page a table begins, also where nothing but its head would fit. */
    @Test
    void a_table_may_begin_anywhere() {
        var table = "<p>x</p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>"
                + "<tr><td>c<small>d</small></td><td>e</td></tr>".repeat(9) + "</tbody></table>";

        assertThat(IntStream.range(40, 60))
                .allSatisfy(lines -> assertThat(ReportPdf.of(page("en", "<p>x</p>".repeat(lines) + table), DAY))
                        .isNotEmpty());
    }

    @Test
    void nothing_is_fetched(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        var asked = Collections.synchronizedList(new ArrayList<String>());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("p { color: red }".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        try {
            var host = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
            var body = new StringBuilder();
            for (var address : List.of(host, secret.toUri().toString())) {
                body.append(
                                "<img src=\"%1$sa\" alt=\"x\"/><object data=\"%1$sb\"></object><iframe src=\"%1$sc\"></iframe>"
                                        .formatted(address))
                        .append("<input type=\"image\" src=\"%1$sd\"/><embed src=\"%1$se\"/>".formatted(address))
                        .append("<style>@import url(%1$sf); @font-face { font-family: q; src: url(%1$sg) }</style>"
                                .formatted(address))
                        .append("<link rel=\"stylesheet\" href=\"%1$sh\"/><link rel=\"attachment\" href=\"%1$si\"/>"
                                .formatted(address))
                        .append("<p style=\"background-image: url(%1$sj)\">text</p>".formatted(address))
                        .append("<ul style=\"list-style-image: url(%1$sk)\"><li>item</li></ul>".formatted(address));
            }
            var text = text("en", body.toString());

            assertThat(text).contains("text").doesNotContain("the secret");
            assertThat(asked).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void an_entity_names_no_file() {
        var page = "<!DOCTYPE html [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><html><head><title>t</title></head>"
                + "<body>&f;</body></html>";

        assertThatThrownBy(() -> ReportPdf.of(page, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no XML");
    }
}
