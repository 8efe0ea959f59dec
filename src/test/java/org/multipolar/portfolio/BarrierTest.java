package org.multipolar.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.portfolio.Limit.Owner;

/** Every ground against a candidate is named, has an owner, and can be lifted alone. */
class BarrierTest {

    private static Assessment assessment(SmallBid bid) {
        var question = new SmallQuestion().demand("d", 100).with(bid);
        return question.assessments().getOrDefault("d", List.of()).get(0);
    }

    private static SmallBid barred() {
        return SmallBid.of("a", "maker", "US")
                .found(SmallQuestion.exclusion("LAW", "regulatory", true))
                .found(SmallQuestion.exclusion("PAPER", "regulatory", false))
                .found(SmallQuestion.exclusion("HOUSE", "policy", true))
                .fails("context of 4000")
                .fails("context of 8000")
                .fails("no release before 2027-01-01");
    }

    private static Barrier barrier(String id) {
        return Barrier.of(assessment(barred())).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_ground_is_named_once_in_id_order() {
        assertThat(Barrier.of(assessment(barred())))
                .extracting(Barrier::id, Barrier::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("HOUSE@d", Barrier.Kind.EXCLUSION),
                        org.assertj.core.groups.Tuple.tuple("LAW@d", Barrier.Kind.EXCLUSION),
                        org.assertj.core.groups.Tuple.tuple("PAPER@d:evidence", Barrier.Kind.EVIDENCE),
                        org.assertj.core.groups.Tuple.tuple("fit:context@d", Barrier.Kind.NEED),
                        org.assertj.core.groups.Tuple.tuple("fit:release@d", Barrier.Kind.RELEASE));
    }

    @Test
    void a_cap_is_no_ground_against_a_candidate() {
        var capped = SmallBid.of("a", "maker", "US")
                .found(SmallQuestion.bound("CAP", "policy", org.multipolar.rulebook.Effect.CAP, "origin", "part"));

        assertThat(Barrier.of(assessment(capped))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HOUSE@d, HOUSE, false",
        "LAW@d, LAW, true",
        "PAPER@d:evidence, LAW, false",
        "fit:context@d, BUYER, false",
        "fit:release@d, FACT, true"
    })
    void who_set_it_says_whether_it_can_be_removed(String id, Owner owner, boolean locked) {
        assertThat(barrier(id).owner()).isEqualTo(owner);
        assertThat(barrier(id).locked()).isEqualTo(locked);
    }

    @Test
    void a_missing_paper_is_said_in_the_limits_title() {
        assertThat(barrier("PAPER@d:evidence").limit().title()).isEqualTo("PAPER (evidence missing)");
        assertThat(barrier("PAPER@d:evidence").why()).isEqualTo("somebody states a paper");
        assertThat(barrier("LAW@d").limit().title()).isEqualTo("LAW");
        assertThat(barrier("LAW@d").limit().source()).isEqualTo("a test");
        assertThat(barrier("fit:context@d").limit().title()).isEqualTo("context of 4000");
        assertThat(barrier("fit:context@d").limit().source()).isEqualTo("buyer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ability: 40 below 60 | ability",
                "Tool use, vision | tool-use",
                "context of 4000 | context",
                "languages [de] | languages",
                "input 8 | input",
                "not yet released | release"
            })
    void a_kind_of_need_ends_where_figures_begin(String failure, String kind) {
        assertThat(Barrier.kind(failure)).isEqualTo(kind);
    }

    @Test
    void lifting_one_ground_leaves_all_others() {
        var whole = assessment(barred());
        for (var barrier : Barrier.of(whole)) {
            var lifted = barrier.lifted(whole);

            assertThat(barrier.against(lifted)).as(barrier.id()).isFalse();
            assertThat(Barrier.of(lifted)).as(barrier.id()).hasSize(4).isSubsetOf(Barrier.of(whole));
            assertThat(barrier.lifted(lifted)).isSameAs(lifted);
        }
    }

    @Test
    void with_all_grounds_lifted_it_may_be_bought() {
        var left = assessment(barred());
        for (var barrier : Barrier.of(left)) {
            assertThat(left.buyable()).isFalse();
            left = barrier.lifted(left);
        }

        assertThat(left.buyable()).isTrue();
    }

    /** Of one rule a finding can be certain and another not; lifting the one leaves the other. */
    @Test
    void a_rule_and_its_missing_paper_are_two_grounds() {
        var both = assessment(SmallBid.of("a", "maker", "US")
                .found(SmallQuestion.exclusion("LAW", "regulatory", true))
                .found(SmallQuestion.exclusion("LAW", "regulatory", false)));
        var grounds = Barrier.of(both);

        assertThat(grounds).extracting(Barrier::id).containsExactly("LAW@d", "LAW@d:evidence");
        assertThat(Barrier.of(grounds.get(0).lifted(both))).containsExactly(grounds.get(1));
        assertThat(Barrier.of(grounds.get(1).lifted(both))).containsExactly(grounds.get(0));
    }

    @Test
    void a_barrier_is_a_row_that_holds_its_candidates_at_nothing() {
        var question = new SmallQuestion()
                .demand("d", 100)
                .with(SmallBid.of("bad", "one", "US").fails("ability: 1 below 2"))
                .with(SmallBid.of("good", "two", "FR"));
        var all = question.statement().problem(Statement.Over.EVERY_CANDIDATE);
        var limit = Objects.requireNonNull(all.limits().get("fit:ability@d"));
        var row = all.problem().rows().get(limit.rows().get(0));

        assertThat(row.upper()).isZero();
        assertThat(row.terms()).singleElement().satisfies(term -> assertThat(all.bought(bought(all, term.variable())))
                .extracting(choice -> choice.candidate().id())
                .containsExactly("bad"));
        assertThat(question.mix()).isEqualTo(Map.of("d", Map.of("good", 100)));
    }

    private static List<Long> bought(PortfolioProblem problem, int variable) {
        return java.util.stream.IntStream.range(0, problem.problem().variables().size())
                .mapToObj(j -> j == variable ? 1L : 0L)
                .toList();
    }
}
