package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multipolar.rulebook.RuleCard;

@QuarkusTest
class RulePagesIT {

    @Inject
    Serving serving;

    private static List<String> rules(String address) {
        var page = given().get(address).then().statusCode(200).extract().asString();
        return Pattern.compile("<th scope=\"row\"><a href=\"/rules/([^\"]+)\">")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private List<String> cards(Predicate<RuleCard> which) {
        return serving.whole().rulebook().cards().values().stream()
                .filter(which)
                .map(RuleCard::id)
                .toList();
    }

    @Test
    void rules_are_narrowed_by_words_place_effect_and_state() {
        var today = Serving.day(null);

        assertThat(rules("/rules")).isEqualTo(cards(card -> true));
        assertThat(rules("/rules?q=saudi transfers")).containsExactly("SA-PDPL-29");
        assertThat(rules("/rules?where=SA")).isNotEmpty().isEqualTo(cards(card -> card.jurisdictions()
                .contains("SA")));
        assertThat(rules("/rules?where=EU&effect=exclude"))
                .isNotEmpty()
                .isEqualTo(cards(card -> card.jurisdictions().contains("EU")
                        && card.effect().word().equals("exclude")));
        assertThat(rules("/rules?state=proposed")).isNotEmpty().isEqualTo(cards(RuleCard::switchedOff));
        assertThat(rules("/rules?state=coming"))
                .isNotEmpty()
                .isEqualTo(cards(card -> !card.switchedOff() && later(card.from(), today)));
        assertThat(rules("/rules?state=ended"))
                .isNotEmpty()
                .isEqualTo(cards(card -> !card.switchedOff() && earlier(card.until(), today)));
        assertThat(rules("/rules?state=in-force")).isEqualTo(cards(card -> !card.switchedOff() && card.holdsOn(today)));
        assertThat(rules("/rules?effect=none-such")).isEmpty();
    }

    private static boolean later(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }

    private static boolean earlier(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isBefore(today);
    }

    @Test
    void every_rule_has_a_page_with_one_heading() {
        for (var id : cards(card -> true)) {
            var page =
                    given().get("/rules/" + id).then().statusCode(200).extract().asString();
            assertThat(page.split("<h1", -1)).as(id).hasSize(2);
            assertThat(page).as(id).doesNotContain("NOT_FOUND", ">null<", "{rule");
        }
    }

    @Test
    void a_rule_says_what_its_places_leave_uncovered() {
        assertThat(given().get("/rules/SA-PDPL-29").asString())
                .contains("What is not covered here", "<th scope=\"row\">SA</th>");
    }
}
