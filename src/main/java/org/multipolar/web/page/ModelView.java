package org.multipolar.web.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.TestScore;
import org.multipolar.catalog.World;
import org.multipolar.rulebook.Field;
import org.multipolar.rulebook.Naming;
import org.multipolar.rulebook.RuleCard;
import org.multipolar.web.language.Tongue;

/**
 * One model down to its sources.
 *
 * @param licenceClass a word that messages know; empty where the name of the licence says it already
 * @param restrictions of the licence, by territory and use, in the profile's words; empty where it states none
 * @param parameters in billions, or unknown
 * @param ability on the scale that links all tests, in a sentence
 * @param assumed how the ability was taken where nobody tested it, in English; else empty
 * @param rules those that name its licence, its maker, its lineage or itself
 */
public record ModelView(
        String id,
        String name,
        String makerHref,
        String maker,
        String seat,
        String ownerCountry,
        String finding,
        String offered,
        String openness,
        String licence,
        String licenceClass,
        String restrictions,
        String released,
        String parameters,
        String context,
        String inputs,
        String outputs,
        String capabilities,
        List<LinkView> sources,
        List<LineageTree.Node> lineage,
        String roots,
        int kin,
        List<LanguageLine> languages,
        String ability,
        String assumed,
        List<TestLine> tests,
        List<Supply.OfferLine> offers,
        List<Supply.AvailabilityLine> availability,
        List<RuleLine> rules) {

    /**
     * What is known of one language.
     *
     * @param level a word that messages know: benchmarked, stated or none
     * @param tests how many tests in it are on record
     */
    public record LanguageLine(String name, String level, int tests) {}

    /**
     * One test.
     *
     * @param language of the test, empty for a general one
     * @param vendor whether the maker of a tested model published it
     */
    public record TestLine(
            String name,
            String score,
            String bare,
            boolean higherIsBetter,
            String language,
            boolean vendor,
            String asOf,
            String note,
            List<LinkView> sources) {}

    /** A rule that speaks of something by name. */
    public record RuleLine(String id, String title, String effect) {

        static RuleLine of(RuleCard card) {
            return new RuleLine(card.id(), card.title(), card.effect().word());
        }
    }

    public static ModelView of(Snapshot snapshot, Model model, LocalDate today, Tongue tongue) {
        var world = snapshot.world();
        var supply = new Supply(world, tongue);
        var figures = new Figures(tongue);
        var maker = World.known(world.suppliers(), model.supplier());
        var offers = world.offers().values().stream()
                .filter(offer -> offer.model().equals(model.id()))
                .toList();
        var ids = offers.stream().map(Offer::id).collect(Collectors.toSet());
        var tests = world.testScores().stream()
                .filter(score -> score.model().equals(model.id()))
                .sorted(Comparator.comparing(TestScore::benchmark).thenComparing(TestScore::asOf))
                .toList();
        var ability = snapshot.abilities().of(model.id());
        var size = model.paramsBillion();
        var context = model.contextTokens();
        var licence = model.licence();
        return new ModelView(
                model.id(),
                model.name(),
                Supply.supplier(maker.id()),
                maker.name(),
                supply.country(maker.origin()),
                supply.country(maker.parentOrigin()),
                tongue.say(model.openness().open() ? "suppliers.model-open" : "suppliers.model-closed", maker.name()),
                tongue.say(
                        "suppliers.model-offers",
                        offers.size(),
                        offers.stream().map(Offer::host).distinct().count()),
                Supply.openness(model),
                licence.equals("unknown") ? "" : licence,
                licenceClass(world, licence),
                model.licenceRestrictions(),
                model.released() == null ? "" : model.released(),
                size == null ? supply.unknown() : tongue.say("suppliers.billions", figures.figure(size)),
                context == null ? supply.unknown() : tongue.say("suppliers.tokens", tongue.number(context)),
                supply.orUnknown(said("suppliers.modality", model.inputs(), tongue)),
                supply.orUnknown(said("suppliers.modality", model.outputs(), tongue)),
                supply.orUnknown(said("suppliers.capability", model.capabilities(), tongue)),
                supply.sources(model.sources()),
                LineageTree.of(world, model),
                supply.orUnknown(tongue.list(model.lineage())),
                kin(world, model),
                languages(snapshot, model, tests, tongue),
                ability.evaluated()
                        ? tongue.say(
                                "suppliers.ability",
                                tongue.decimal(ability.ability(), 2),
                                tongue.decimal(ability.standardError(), 2),
                                ability.tests())
                        : tongue.say("suppliers.ability-assumed", tongue.decimal(ability.ability(), 2)),
                ability.note(),
                tests.stream().map(test -> line(test, supply, figures)).toList(),
                offers.stream().map(supply::line).toList(),
                world.availability().stream()
                        .filter(each -> each.supplier().equals(maker.id()) || ids.contains(each.offer()))
                        .map(supply::line)
                        .toList(),
                Naming.rules(snapshot.rulebook(), named(model), today).stream()
                        .map(RuleLine::of)
                        .toList());
    }

    /** {@return the class of a licence; empty where its name says it already} */
    private static String licenceClass(World world, String licence) {
        var known = world.licences().getOrDefault(licence, "unknown");
        return known.equals(licence) ? "" : known;
    }

    private static String said(String area, List<String> codes, Tongue tongue) {
        return tongue.list(codes.stream().map(code -> tongue.code(area, code)).toList());
    }

    /** {@return how many other models have a root family in common with it} */
    private static int kin(World world, Model model) {
        return (int) world.models().values().stream()
                .filter(other -> !other.id().equals(model.id())
                        && other.lineage().stream().anyMatch(model.lineage()::contains))
                .count();
    }

    /** {@return the words by which rules may speak of a model} */
    static Map<Field, Set<String>> named(Model model) {
        var named = new EnumMap<Field, Set<String>>(Field.class);
        named.put(Field.LICENCE, Set.of(model.licence()));
        named.put(Field.BASE_LINEAGE, new TreeSet<>(model.lineage()));
        named.put(Field.MODEL_FAMILY, Set.of(model.id()));
        named.put(Field.SUPPLIER, Set.of(model.supplier()));
        return named;
    }

    private static List<LanguageLine> languages(Snapshot snapshot, Model model, List<TestScore> tests, Tongue tongue) {
        var codes = new TreeSet<>(model.languages());
        var tested =
                tests.stream().map(test -> language(snapshot.world(), test)).toList();
        tested.stream().filter(code -> !code.isEmpty()).forEach(codes::add);
        return codes.stream()
                .map(code -> new LanguageLine(
                        tongue.language(code),
                        snapshot.languages().level(model.id(), code).name().toLowerCase(java.util.Locale.ROOT),
                        (int) tested.stream().filter(code::equals).count()))
                .sorted(Comparator.comparing(LanguageLine::name))
                .toList();
    }

    private static String language(World world, TestScore test) {
        return World.known(world.benchmarks(), test.benchmark()).language();
    }

    private static TestLine line(TestScore test, Supply supply, Figures figures) {
        var benchmark = World.known(supply.world().benchmarks(), test.benchmark());
        return new TestLine(
                benchmark.name(),
                figures.figure(test.score()),
                Figures.bare(test.score()),
                benchmark.higherIsBetter(),
                benchmark.language().isEmpty() ? "" : supply.tongue().language(benchmark.language()),
                benchmark.vendor(),
                test.asOf(),
                test.note(),
                supply.sources(List.of(test.source())));
    }
}
