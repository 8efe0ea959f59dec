package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multipolar.Shipped;
import org.multipolar.rulebook.Rulebook.Setting;

/** The engine and the plain reference read the same rules alike, finding for finding. */
class ReferenceLaws {

    private static final Rulebook RULEBOOK = Shipped.snapshot().rulebook();
    private static final int SETS = Boolean.getBoolean("slow") ? 250_000 : Integer.getInteger("sets", 2_500);
    private static final int AT_ONCE = 10_000;

    @ParameterizedTest
    @CsvSource({"101, 2026-11-22", "102, 2025-02-01", "103, 2028-01-01", "104, 2019-06-30"})
    void the_engine_is_its_reference(long seed, LocalDate asOf) {
        var reference = new ReferenceRulebook(RULEBOOK);
        var proposals = new TreeSet<String>();
        RULEBOOK.cards().values().stream().filter(RuleCard::switchedOff).forEach(card -> proposals.add(card.id()));
        var setting = new Setting(asOf, Set.of(), proposals);
        int compared = 0;
        for (int batch = 0; compared < SETS; batch++) {
            var facts = RandomFacts.near(seed + 1_000L * batch, Math.min(AT_ONCE, SETS - compared));
            var judged = RULEBOOK.judge(facts, setting);
            for (int i = 0; i < facts.size(); i++) {
                if (!judged.get(i).equals(reference.judge(facts.get(i), setting))) {
                    assertThat(JudgingLaws.said(judged.get(i)))
                            .as("seed %d, batch %d, %s", seed, batch, facts.get(i))
                            .isEqualTo(JudgingLaws.said(reference.judge(facts.get(i), setting)));
                }
            }
            compared += facts.size();
        }
        assertThat(compared).isEqualTo(SETS);
    }

    @Test
    void every_shipped_case_is_judged_alike_by_the_reference() {
        var reference = new ReferenceRulebook(RULEBOOK);
        assertThat(Shipped.caseFiles())
                .flatExtracting(file -> file.judge(RULEBOOK))
                .allSatisfy(result -> {
                    var given = result.expectation();
                    var setting = new Setting(given.asOf(), Set.of(), given.switchedOn());
                    assertThat(JudgingLaws.said(reference.judge(given.facts(), setting)))
                            .as(given.id())
                            .isEqualTo(JudgingLaws.said(result.judgement()));
                });
    }
}
