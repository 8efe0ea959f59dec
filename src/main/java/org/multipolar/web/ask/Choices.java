package org.multipolar.web.ask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Country;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.DemandReader;
import org.multipolar.web.ask.AskView.Choice;
import org.multipolar.web.language.Tongue;

/** The words that fields can be filled with, named and sorted as the reader's language has them. */
final class Choices {

    static final List<String> TYPES = List.of("private", "public");
    static final List<String> ABILITIES = List.of("basic", "capable", "frontier");

    private final Snapshot snapshot;
    private final World world;
    private final Tongue tongue;
    private List<Choice> languages = List.of();

    Choices(Snapshot snapshot, Tongue tongue) {
        this.snapshot = snapshot;
        this.world = snapshot.world();
        this.tongue = tongue;
    }

    /** {@return choices by name in the order of the language; what is chosen and not known stands among them by itself} */
    private List<Choice> named(Collection<String> values, Collection<String> chosen, Function<String, String> name) {
        var all = new TreeSet<>(values);
        all.addAll(chosen);
        all.remove("");
        return all.stream()
                .map(each -> new Choice(each, name.apply(each), chosen.contains(each)))
                .sorted(Comparator.comparing(Choice::text, tongue.order()).thenComparing(Choice::value))
                .toList();
    }

    /** {@return choices in the order given, each with the message of its area} */
    List<Choice> words(String area, List<String> values, Collection<String> chosen) {
        var all = new ArrayList<>(values);
        chosen.stream().filter(each -> !each.isEmpty() && !all.contains(each)).forEach(all::add);
        return all.stream()
                .map(each -> new Choice(each, tongue.code(area, each), chosen.contains(each)))
                .toList();
    }

    List<Choice> countries(Collection<String> chosen) {
        return named(world.countries().keySet(), chosen, this::country);
    }

    String country(String code) {
        var known = world.countries().get(code);
        var own = known == null ? code : known.name();
        if (LimitForm.NO_PLACE.contains(code)) {
            return tongue.code("ask-place", code);
        }
        return tongue.equals(Tongue.ENGLISH) ? own : tongue.country(code).orElse(own);
    }

    List<Choice> regions(String chosen) {
        return named(world.regions().keySet(), List.of(chosen), id -> {
            var region = world.regions().get(id);
            return region == null ? id : tongue.equals(Tongue.ENGLISH) ? region.name() : country(region.country());
        });
    }

    /** The same list stands at every language of every demand. */
    List<Choice> languages(String chosen) {
        if (languages.isEmpty()) {
            languages = languages();
        }
        if (!chosen.isEmpty()
                && languages.stream().noneMatch(each -> each.value().equals(chosen))) {
            return named(languages.stream().map(Choice::value).toList(), List.of(chosen), tongue::language);
        }
        return languages.stream()
                .map(each -> each.value().equals(chosen) ? new Choice(chosen, each.text(), true) : each)
                .toList();
    }

    private List<Choice> languages() {
        var codes = new TreeSet<String>();
        world.regions().values().forEach(region -> region.languages().forEach(each -> codes.add(each.code())));
        world.countries().values().stream().map(Country::languages).forEach(codes::addAll);
        world.models().values().forEach(model -> codes.addAll(model.languages()));
        return named(codes, List.of(), tongue::language);
    }

    List<Choice> uses(Collection<String> chosen) {
        var words = new TreeSet<>(snapshot.rulebook().uses());
        snapshot.buyers().values().forEach(buyer -> buyer.demands().forEach(each -> words.addAll(each.useCases())));
        return named(words, chosen, each -> tongue.code("ask-use", each));
    }

    List<Choice> capabilities(Collection<String> chosen) {
        var words = new TreeSet<String>();
        world.models().values().forEach(model -> words.addAll(model.capabilities()));
        return named(words, chosen, each -> tongue.code("ask-capability", each));
    }

    List<Choice> sensitivities(String chosen) {
        return words("ask-data", DemandReader.SENSITIVITIES, List.of(chosen));
    }

    List<Choice> audiences(String chosen) {
        return words("ask-audience", DemandReader.AUDIENCES, List.of(chosen));
    }

    /** {@return the thresholds, and the models that some demand of the form is to match} */
    List<Choice> abilities(Collection<String> models, String chosen) {
        var choices = new ArrayList<>(words("ask-ability", ABILITIES, List.of()));
        choices.replaceAll(
                each -> new Choice(each.value(), each.text(), each.value().equals(chosen)));
        for (var each : new TreeSet<>(models)) {
            var model = world.models().get(each.substring(DemandRow.AT_LEAST.length()));
            var name = model == null ? each : tongue.say("ask.ability-of", model.name());
            choices.add(new Choice(each, name, each.equals(chosen)));
        }
        return choices;
    }

    /** {@return operators that run something, by id} */
    List<Choice> operators(Collection<String> chosen) {
        var operators = new TreeSet<String>();
        world.hosts().values().forEach(host -> operators.add(host.operator()));
        return named(operators, chosen, this::operator);
    }

    private String operator(String id) {
        var host = world.hosts().get(id);
        return host != null && host.operator().equals(id) ? host.name() : id;
    }

    /** {@return what can be named in a limit} */
    List<Choice> values(LimitForm form, Collection<String> chosen) {
        return switch (form) {
            case ORIGIN -> named(origins(org.multipolar.catalog.Supplier::origin), chosen, this::country);
            case PARENT -> named(origins(org.multipolar.catalog.Supplier::parentOrigin), chosen, this::country);
            case HOST_ORIGIN ->
                named(distinct(world.hosts().values(), each -> List.of(each.origin())), chosen, this::country);
            case PLACE -> {
                var places = distinct(world.offers().values(), each -> each.places());
                places.addAll(LimitForm.NO_PLACE);
                yield named(places, chosen, this::country);
            }
            case ONLY_FROM -> countries(chosen);
            case SUPPLIER, KEEP_SUPPLIER -> named(world.suppliers().keySet(), chosen, this::supplier);
            case OPERATOR, KEEP_OPERATOR -> operators(chosen);
            case LINEAGE -> named(distinct(world.models().values(), each -> each.lineage()), chosen, each -> each);
            case MODEL -> named(world.models().keySet(), chosen, this::model);
            case OPENNESS -> words("ask-openness", List.of("open", "open-source", "open-weights", "closed"), chosen);
            case RETAINED -> words("ask-loss", AskForm.LOSSES, chosen);
            default -> List.of();
        };
    }

    private Set<String> origins(Function<org.multipolar.catalog.Supplier, String> of) {
        return distinct(world.suppliers().values(), each -> List.of(of.apply(each)));
    }

    private static <T> Set<String> distinct(Collection<T> entries, Function<T, List<String>> values) {
        var all = new TreeSet<String>();
        entries.forEach(each -> all.addAll(values.apply(each)));
        all.remove("");
        return all;
    }

    private String supplier(String id) {
        var supplier = world.suppliers().get(id);
        return supplier == null ? id : supplier.name();
    }

    private String model(String id) {
        var model = world.models().get(id);
        return model == null ? id : model.name();
    }
}
