package org.multipolar.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.SmallBid;
import org.multipolar.portfolio.SmallQuestion;
import org.multipolar.suitability.Contribution;
import org.multipolar.suitability.Criterion;
import org.multipolar.suitability.Suitability;

/** The dearest price that suits so much better, on a scale made up for the test: 100 points per USD below 10. */
class PriceCutTest {

    private final PriceCut cut = new PriceCut(PriceCutTest::at);

    /** 300 points are worth up to 7.009999 USD; cuts go in millionths of 10 USD, so it is 7.00999. */
    @Test
    void the_price_falls_no_further_than_it_must() {
        var bid = bid(10);
        var cheaper = cut.to(bid, 300);

        assertThat(cheaper).isNotNull();
        if (cheaper != null) {
            assertThat(cheaper.candidate().inputPrice()).isEqualTo(7_009_990);
            assertThat(cheaper.score()).isEqualTo(300);
            assertThat(at(bid, 7_010_000, 7_010_000).score()).isEqualTo(299);
            assertThat(PriceCut.blended(cheaper)).isEqualTo(7_009_990);
        }
    }

    @Test
    void no_price_is_below_nothing() {
        assertThat(cut.to(bid(10), 1_000)).isNotNull();
        assertThat(cut.to(bid(10), 1_001)).isNull();
    }

    @Test
    void money_is_told_in_usd() {
        assertThat(PriceCut.usd(7_009_990)).isEqualTo("7.00999");
        assertThat(PriceCut.usd(7_000_000)).isEqualTo("7");
    }

    private static Assessment bid(long usd) {
        var question = new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("one", "american", "US").price(usd));
        var one = question.assessments().getOrDefault("d", List.of()).get(0);
        return at(one, usd * 1_000_000, usd * 1_000_000);
    }

    private static Assessment at(Assessment each, long input, long output) {
        long score = 1_000 - input / 10_000;
        return new Assessment(
                each.candidate().at(input, output),
                each.verdict(),
                each.findings(),
                each.unfit(),
                each.languagesCovered(),
                new Suitability(List.of(new Contribution(Criterion.PRICE, score, 100, score, "")), score, 0));
    }
}
