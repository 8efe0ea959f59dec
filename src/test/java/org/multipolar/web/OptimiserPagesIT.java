package org.multipolar.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multipolar.advice.Advice;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.read.LimitReader;
import org.multipolar.explain.BestMixes;
import org.multipolar.explain.MixBrief;
import org.multipolar.explain.Tradeoffs;
import org.multipolar.portfolio.NextBest.Distinct;
import org.multipolar.web.language.Tongue;
import org.multipolar.web.page.AnswerView;
import org.multipolar.web.page.Form;
import org.multipolar.web.page.FrontierView;
import org.multipolar.web.page.Links;
import org.multipolar.web.page.Pages;
import org.multipolar.web.page.WhyView;

/** What the optimiser says besides the mix, as pages. */
@QuarkusTest
class OptimiserPagesIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String SMALL = "buyer=small&asOf=2026-11-21";

    @Inject
    Serving serving;

    @Inject
    Answers answers;

    private Buyer small() {
        var snapshot = serving.snapshot();
        var json = SmallBuyer.json().replace("\"basic\"", "\"frontier\"");
        return SnapshotReader.buyer(
                "small", json.getBytes(StandardCharsets.UTF_8), snapshot.world(), snapshot.rulebook());
    }

    private String answer(Question question) {
        var snapshot = serving.snapshot();
        return Html.withoutBundle(Pages.answer(
                        Form.of(snapshot.buyers().values(), question.buyer(), DAY),
                        AnswerView.of(
                                answers.remembered(snapshot, question), snapshot.world(), Tongue.ENGLISH, SMALL, ""))
                .render());
    }

    /** Takes seconds, so two tests share it; cut short, so that what was not searched is shown. */
    private static final AtomicReference<@Nullable Tradeoffs> TRADEOFFS = new AtomicReference<>();

    private Tradeoffs tradeoffs() {
        var known = TRADEOFFS.get();
        if (known == null) {
            known = Answers.chooser().frontier(serving.snapshot(), new Question(small(), DAY, List.of()), 6);
            TRADEOFFS.set(known);
        }
        return known;
    }

    private String frontier(Tradeoffs tradeoffs) {
        var best = Answers.chooser()
                .best(serving.snapshot(), new Question(small(), DAY, List.of()), Distinct.SUPPLIERS, 2);
        return frontier(tradeoffs, best);
    }

    private String frontier(Tradeoffs tradeoffs, BestMixes best) {
        return Html.withoutBundle(Pages.frontier(
                        FrontierView.of(tradeoffs, best, serving.snapshot().world(), Tongue.ENGLISH, SMALL, ""))
                .render());
    }

    private static long count(String pattern, String page) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }

    @Test
    void the_clash_card_names_the_limit_its_lock_its_figures_and_the_way_out() {
        var buyer = small();
        var limits = LimitReader.file(
                        "limits",
                        "limits: [{id: no-money, kind: cap, on: cost, scope: buyer, at: 1, why: A <b>try</b>}]"
                                .getBytes(StandardCharsets.UTF_8),
                        buyer,
                        serving.snapshot().world())
                .orThrow();

        var page = answer(new Question(buyer, DAY, limits));

        assertThat(page)
                .contains("no-money", "set by: buyer", "<dt>Needs</dt><dd>at most 1 USD", "<dt>Has</dt><dd>at least ")
                .contains("Each gives a mix; fewest changes first", " instead of 1 USD")
                .doesNotContain("Price of each limit", "<b>", "NOT_FOUND");
    }

    @Test
    void why_prices_the_limits_of_the_whole_buyer_and_says_of_which_nobody_knows() {
        var snapshot = serving.snapshot();
        var usual = answers.remembered(snapshot, new Question(small(), DAY, List.of()));
        var full = answers.remembered(snapshot, new Question(small(), DAY, List.of()).explainedInFull());

        assertThat(why(usual)).contains("Price of each limit", "one step more was not tried", "No rule was tried.");
        assertThat(why(full))
                .contains("Price of each limit", "What each rule costs", "it then gets", " instead of ")
                .doesNotContain("was not tried", "NOT_FOUND");
    }

    private String why(Advice advice) {
        return Html.withoutBundle(Pages.why(WhyView.of(
                        advice, serving.snapshot().world(), Tongue.ENGLISH, new Links(SMALL, ""), WhyView.ALL))
                .render());
    }

    @Test
    void the_frontier_has_a_mark_and_a_row_for_each_mix_and_names_the_proposed_one() {
        var tradeoffs = tradeoffs();
        var page = frontier(tradeoffs);

        int rows = tradeoffs.points().size() + (tradeoffs.onFrontier() ? 0 : 1);
        assertThat(count("<a href=\"#mix-\\d+\" aria-label=\"Mix ", page)).isEqualTo(rows);
        assertThat(count("<tr id=\"mix-\\d+\"", page)).isEqualTo(rows);
        assertThat(count("<tr id=\"mix-\\d+\" class=\"proposed\"", page)).isEqualTo(1);
        assertThat(page)
                .contains("<span class=\"tag\">proposed</span>", "What was not searched", "The best mixes in turn")
                .doesNotContain("<script", "style=", "NOT_FOUND", "<b>");
    }

    @Test
    void a_hostile_supplier_name_stays_text() {
        var real = tradeoffs();
        var first = real.points().get(0).mix();
        var hostile = new MixBrief(
                first.score(),
                first.suitability(),
                first.cost(),
                first.worstLoss(),
                List.of(new MixBrief.SupplierPart("evil", "<script>alert(1)</script>", 10_000)),
                first.shares());
        var best = new BestMixes(
                real.buyer(),
                real.buyerName(),
                real.asOf(),
                "optimal",
                "suppliers",
                1,
                true,
                "",
                List.of(new BestMixes.Ranked(1, 0, hostile, List.of())),
                1,
                real.digests(),
                real.solver());

        assertThat(frontier(real, best))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void an_unknown_buyer_is_told_as_a_page() {
        var page = given().get("/frontier?buyer=nobody<b>")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page).contains("(nobody&lt;b&gt;)").doesNotContain("<b>");
    }
}
