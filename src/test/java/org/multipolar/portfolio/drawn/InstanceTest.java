package org.multipolar.portfolio.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.multipolar.portfolio.Export;
import org.multipolar.portfolio.SecondEngine;

class InstanceTest {

    private static final Instance SMALL = new Instance(1, 30, Instance.Tightness.TIGHT, 3);

    @Test
    void theSameRecordGivesTheSameProblem() {
        assertThat(Export.mps(SMALL.problem().problem()))
                .isEqualTo(Export.mps(SMALL.problem().problem()));
    }

    @Test
    void otherSeedsGiveOtherProblems() {
        var seen = new HashSet<String>();
        Instance.all().stream()
                .filter(each -> each.demands() == 1)
                .forEach(each -> seen.add(Export.mps(each.problem().problem())));
        assertThat(seen).hasSize(20);
    }

    @Test
    void sixtyOfSixSizes() {
        var all = Instance.all();
        assertThat(all).hasSize(60);
        assertThat(all.stream().map(Instance::size).distinct())
                .containsExactly("1x30", "1x100", "5x50", "10x30", "10x100", "15x200");
        assertThat(all.stream().map(Instance::name).distinct()).hasSize(60);
    }

    @Test
    void everyDemandHasAsManyCandidatesAsStated() {
        var parts = new Instance(5, 50, Instance.Tightness.SOME, 2).problem().parts();
        assertThat(parts)
                .hasSize(5)
                .allSatisfy(part -> assertThat(part.choices().size()).isBetween(40, 50));
    }

    @Test
    void tightOnesHaveASolution() {
        assertThat(SecondEngine.best(SMALL.problem().problem())).isNotNull();
    }
}
