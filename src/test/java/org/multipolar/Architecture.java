package org.multipolar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the house: who may know whom, and what the core may not touch. */
@AnalyzeClasses(packages = "org.multipolar", importOptions = ImportOption.DoNotIncludeTests.class)
class Architecture {

    private static final int MOST_LINES = 400;
    private static final String[] CORE = {
        "org.multipolar.catalog..",
        "org.multipolar.enabler..",
        "org.multipolar.suitability..",
        "org.multipolar.rulebook..",
        "org.multipolar.portfolio..",
        "org.multipolar.explain..",
        "org.multipolar.advice..",
        "org.multipolar.review..",
        "org.multipolar.exchange..",
        "org.multipolar.scenario..",
        "org.multipolar.whatif..",
        "org.multipolar.sweep.."
    };

    private static final String[] USERS_OF_ANSWERS = {
        "scenario", "whatif", "sweep", "review", "exchange", "bundle", "decision", "event", "web", "cli"
    };

    @ArchTest
    static final ArchRule the_core_knows_no_framework_file_or_network = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "java.nio.file..", "java.net..")
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.io").and(new DescribedPredicate<>("do input or output") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaClass used) {
                    // Only a text in memory is read or written, but the readers of CSV and JSON say that they
                    // may throw these.
                    return !used.isEquivalentTo(IOException.class)
                            && !used.isEquivalentTo(java.io.UncheckedIOException.class)
                            && !used.isEquivalentTo(java.io.StringWriter.class)
                            && !used.isEquivalentTo(java.io.Serializable.class)
                            && !used.isEquivalentTo(java.io.ObjectInputStream.class)
                            && !used.isEquivalentTo(java.io.ObjectOutputStream.class);
                }
            }));

    @ArchTest
    static final ArchRule only_the_readers_of_csv_and_json_know_that_reading_may_fail = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            .doNotHaveFullyQualifiedName("org.multipolar.catalog.read.CsvTable")
            .and()
            .doNotHaveFullyQualifiedName("org.multipolar.catalog.read.JsonText")
            .and()
            .doNotHaveFullyQualifiedName("org.multipolar.explain.Json")
            .and()
            // Loads the schemas that its library ships in its own jar.
            .doNotHaveFullyQualifiedName("org.multipolar.exchange.bom.BomSchema")
            .and()
            .doNotHaveFullyQualifiedName("org.multipolar.exchange.sheet.Csv")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(IOException.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.io.UncheckedIOException.class);

    @ArchTest
    static final ArchRule the_core_has_no_clock_and_no_chance = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now", java.time.ZoneId.class)
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(java.util.Random.class);

    @ArchTest
    static final ArchRule a_question_passes_each_room_once = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("catalog")
            .definedBy("org.multipolar.catalog..")
            .layer("enabler")
            .definedBy("org.multipolar.enabler..")
            .layer("rulebook")
            .definedBy("org.multipolar.rulebook..")
            .layer("suitability")
            .definedBy("org.multipolar.suitability..")
            .layer("portfolio")
            .definedBy("org.multipolar.portfolio..")
            .layer("explain")
            .definedBy("org.multipolar.explain..")
            .layer("advice")
            .definedBy("org.multipolar.advice..")
            .layer("scenario")
            .definedBy("org.multipolar.scenario..")
            .layer("whatif")
            .definedBy("org.multipolar.whatif..")
            .layer("sweep")
            .definedBy("org.multipolar.sweep..")
            .layer("cluster")
            .definedBy("org.multipolar.cluster..")
            .optionalLayer("review")
            .definedBy("org.multipolar.review..")
            .optionalLayer("exchange")
            .definedBy("org.multipolar.exchange..")
            .layer("bundle")
            .definedBy("org.multipolar.bundle..")
            .optionalLayer("store")
            .definedBy("org.multipolar.store..")
            .optionalLayer("decision")
            .definedBy("org.multipolar.decision..")
            .optionalLayer("event")
            .definedBy("org.multipolar.event..")
            .layer("cli")
            .definedBy("org.multipolar.cli..")
            .optionalLayer("web")
            .definedBy("org.multipolar.web..")
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("web")
            .whereLayer("event")
            .mayOnlyBeAccessedByLayers("web")
            .whereLayer("decision")
            .mayOnlyBeAccessedByLayers("event", "web", "cli")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("decision", "event", "web", "cli")
            .whereLayer("bundle")
            .mayOnlyBeAccessedByLayers("decision", "event", "web", "cli")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("bundle", "decision", "event", "web", "cli")
            .whereLayer("review")
            .mayOnlyBeAccessedByLayers("exchange", "bundle", "decision", "event", "web", "cli")
            .whereLayer("advice")
            .mayOnlyBeAccessedByLayers(USERS_OF_ANSWERS)
            .whereLayer("cluster")
            .mayOnlyBeAccessedByLayers("web", "cli")
            .whereLayer("sweep")
            .mayOnlyBeAccessedByLayers("cluster", "bundle", "decision", "web", "cli")
            .whereLayer("whatif")
            .mayOnlyBeAccessedByLayers("sweep", "bundle", "decision", "web", "cli")
            .whereLayer("scenario")
            .mayOnlyBeAccessedByLayers("whatif", "sweep", "bundle", "decision", "web", "cli")
            .whereLayer("explain")
            .mayOnlyBeAccessedByLayers(and("advice"))
            .whereLayer("portfolio")
            .mayOnlyBeAccessedByLayers(and("explain", "advice"))
            .whereLayer("suitability")
            .mayOnlyBeAccessedByLayers(and("portfolio", "explain", "advice"))
            .whereLayer("rulebook")
            .mayOnlyBeAccessedByLayers(and("portfolio", "explain", "advice"))
            .whereLayer("enabler")
            .mayOnlyBeAccessedByLayers(and("suitability", "portfolio", "explain", "advice"));

    /** {@return these rooms, and all that start from an answer} */
    private static String[] and(String... rooms) {
        return Stream.concat(Stream.of(rooms), Stream.of(USERS_OF_ANSWERS)).toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule no_rooms_go_in_circles =
            slices().matching("org.multipolar.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_rulebook_knows_drools = noClasses()
            .that()
            .resideOutsideOfPackage("org.multipolar.rulebook..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."));

    @ArchTest
    static final ArchRule only_the_solving_room_knows_the_solver = noClasses()
            .that()
            .resideOutsideOfPackage("org.multipolar.portfolio.solve..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.google.ortools.."));

    @ArchTest
    static final ArchRule only_the_cluster_knows_hazelcast = noClasses()
            .that()
            .resideOutsideOfPackage("org.multipolar.cluster..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.hazelcast.."));

    @ArchTest
    static final ArchRule the_cluster_knows_of_the_core_only_what_it_carries = noClasses()
            .that()
            .resideInAPackage("org.multipolar.cluster..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.multipolar..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage("org.multipolar.cluster..", "org.multipolar.sweep.."))));

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Info|Data)")
            .as("no class is called Impl, Util, Helper, Manager, Dto, Info or Data");

    @Test
    void no_source_file_is_longer_than_four_hundred_lines() throws IOException {
        var tooLong = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : (Iterable<Path>)
                    files.filter(each -> each.toString().endsWith(".java")).sorted()::iterator) {
                int lines = Files.readAllLines(file).size();
                if (lines > MOST_LINES) {
                    tooLong.add(file + ": " + lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }
}
