package org.multipolar.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.multipolar.Shipped;
import org.multipolar.rulebook.Rulebook.Setting;

/** The engine and Drools' own compiler read the same rules alike, finding for finding. */
class CompilerLaws {

    private static final Rulebook RULEBOOK = Shipped.snapshot().rulebook();
    private static final int SETS = Boolean.getBoolean("slow") ? 50_000 : 2_500;

    @ParameterizedTest
    @CsvSource({"201, 2026-11-22", "202, 2028-01-01"})
    void drools_own_compiler_makes_the_same_of_the_rule_files(long seed, LocalDate asOf) {
        var facts = RandomFacts.near(seed, SETS);
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
