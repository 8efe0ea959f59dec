package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.multipolar.Shipped;
import org.multipolar.rulebook.Rulebook.Setting;

/** The engine, the plain reference and Drools' own compiler read the same rules alike, finding for finding. */
class ReferenceLaws {

    private static final Rulebook RULEBOOK = Shipped.snapshot().rulebook();
    private static final int SETS = Boolean.getBoolean("slow") ? 250_000 : 2_500;
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

    @ParameterizedTest
    @CsvSource({"201, 2026-11-22", "202, 2028-01-01"})
    void drools_own_compiler_makes_the_same_of_the_rule_files(long seed, LocalDate asOf) {
        var facts = RandomFacts.near(seed, Math.min(SETS, 50_000));
        var setting = Setting.of(asOf);

        var compiled = RULEBOOK.judge(facts, setting, COMPILED);

        var judged = RULEBOOK.judge(facts, setting);
        for (int i = 0; i < facts.size(); i++) {
            assertThat(JudgingLaws.said(compiled.get(i)))
                    .as("seed %d, %s", seed, facts.get(i))
                    .isEqualTo(JudgingLaws.said(judged.get(i)));
        }
    }

    /** The shipped files as Drools' compiler reads them, but for the annotations, which it would take for expressions. */
    private static final KieBase COMPILED = compiled();

    private static KieBase compiled() {
        var annotation = Pattern.compile("(?m)^ *@[a-zA-Z]+\\(.*\\) *$");
        var services = KieServices.Factory.get();
        var system = services.newKieFileSystem();
        Shipped.rules().forEach((path, bytes) -> {
            if (path.endsWith(".drl")) {
                var text = new String(bytes, StandardCharsets.UTF_8);
                system.write(
                        "src/main/resources/rules/" + path.replace('-', '_'),
                        annotation.matcher(text).replaceAll(""));
            }
        });
        var builder = services.newKieBuilder(system).buildAll();
        assertThat(List.copyOf(builder.getResults().getMessages(Message.Level.ERROR)))
                .isEmpty();
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }
}
