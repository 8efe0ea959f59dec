package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Question;
import org.multipolar.web.access.Role;
import org.multipolar.web.access.Tokens;
import org.multipolar.web.language.Tongue;
import org.multipolar.web.page.AnswerView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.Pages;

/** Whoever may only read sees no button that would be refused. */
@QuarkusTest
@TestProfile(Tokens.Trusted.class)
class ReaderPagesIT {

    private static final String BUTTON = "<button type=\"submit\"";

    @Inject
    Serving serving;

    @Inject
    Answers answers;

    private static RequestSpecification as(String role) {
        return given().header(
                        "Authorization", "Bearer " + Tokens.of("ann", List.of(role), List.of("own", "consumer-goods")));
    }

    private static String page(String role, String address) {
        return as(role).get(address).then().statusCode(200).extract().asString();
    }

    /** {@return the page from its first form that sends something} */
    private static String sending(String page) {
        int at = page.indexOf(" method=\"post\"");
        return at < 0 ? "" : page.substring(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask?buyer=consumer-goods", "/sweeps", "/reviews/new"})
    void a_form_that_a_reader_may_not_send_has_no_button_and_says_who_may(String address) {
        var read = page(Role.READER, address);

        assertThat(sending(read)).doesNotContain(BUTTON);
        assertThat(read).contains("want the role analyst");
        assertThat(sending(page(Role.ANALYST, address))).contains(BUTTON).doesNotContain("want the role analyst");
    }

    @Test
    void draws_are_neither_begun_nor_ended_by_a_reader() {
        // Whether draws are under way or not, there is a form, to end them or to begin them.
        assertThat(page(Role.ANALYST, "/countries/ranks")).contains(" method=\"post\"");
        assertThat(page(Role.READER, "/countries/ranks")).doesNotContain(" method=\"post\"");
    }

    @Test
    void a_record_is_read_and_printed_but_not_asked_again_by_a_reader() {
        var body = SmallBuyer.request(SmallBuyer.json().replace("\"small\"", "\"own\""), "");
        var answer = as(Role.ANALYST).contentType("application/json").body(body).post("/api/v1/advice");
        var address = answer.then()
                .statusCode(200)
                .extract()
                .header("Content-Location")
                .replace("/api/v1", "");

        assertThat(page(Role.READER, address))
                .contains("href=\"" + address + "/report\"")
                .doesNotContain("method=\"post\"", "/reviews/new");
        assertThat(page(Role.ANALYST, address)).contains(address + "/replay", "/reviews/new");
    }

    @Test
    void an_answer_is_recorded_by_nobody_who_may_not() {
        var snapshot = serving.whole();
        var small = SnapshotReader.buyer(
                "small", SmallBuyer.json().getBytes(StandardCharsets.UTF_8), snapshot.world(), snapshot.rulebook());
        var question = new Question(small, LocalDate.of(2026, 11, 21), List.of());
        var view = AnswerView.of(
                answers.remembered(snapshot, question), snapshot.world(), Tongue.ENGLISH, "buyer=small", "");

        // The test itself bears no token.
        var page = Pages.answer(Form.of(List.of(small), small, question.asOf()), view)
                .render();

        assertThat(page).contains("Proven best").doesNotContain("/record", "/reviews/new");
    }
}
