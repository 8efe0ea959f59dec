package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.World;
import org.multipolar.web.language.Tongue;

/** The makers of models as a list that can be narrowed. */
public record SuppliersView(
        String words, List<Option> countries, List<Option> opennesses, List<Row> rows, String finding) {

    /** What an address asks for; null or empty asks for everything. */
    public record Asked(@Nullable String words, @Nullable String country, @Nullable String openness) {

        private static String text(@Nullable String parameter) {
            return parameter == null ? "" : parameter.strip();
        }
    }

    /** One maker. */
    public record Row(
            String href,
            String name,
            String seat,
            String ownerCountry,
            String owner,
            String type,
            int models,
            int open,
            int offers) {}

    public static SuppliersView of(World world, Asked asked, Tongue tongue) {
        var supply = new Supply(world, tongue);
        var words = Asked.text(asked.words());
        var country = Asked.text(asked.country());
        var openness = Asked.text(asked.openness());
        var byMaker = byMaker(world);
        var offers = new TreeMap<String, Integer>();
        world.offers()
                .values()
                .forEach(offer ->
                        offers.merge(World.known(world.models(), offer.model()).supplier(), 1, Integer::sum));
        var seats = new TreeSet<String>();
        var codes = new TreeSet<String>();
        var rows = new ArrayList<Row>();
        for (var supplier : world.suppliers().values()) {
            var models = byMaker.getOrDefault(supplier.id(), List.of());
            seats.add(supplier.origin());
            codes.addAll(List.of(supplier.origin(), supplier.parentOrigin()));
            boolean meets = named(supplier, models, words.toLowerCase(Locale.ROOT))
                    && (country.isEmpty()
                            || country.equals(supplier.origin())
                            || country.equals(supplier.parentOrigin()))
                    && (openness.isEmpty()
                            || models.stream()
                                    .anyMatch(model -> model.openness().word().equals(openness)));
            if (meets) {
                rows.add(row(supplier, models, offers.getOrDefault(supplier.id(), 0), supply));
            }
        }
        rows.sort(Comparator.comparing((Row row) -> row.name().toLowerCase(Locale.ROOT)));
        var any = tongue.say("suppliers.any");
        return new SuppliersView(
                words,
                Option.all(any, country, codes, supply::country),
                Option.all(
                        any,
                        openness,
                        List.of(Openness.CLOSED.word(), Openness.OPEN_WEIGHTS.word(), Openness.OPEN_SOURCE.word()),
                        word -> tongue.code("suppliers.openness", word)),
                rows,
                tongue.say(
                        "suppliers.finding",
                        world.suppliers().size(),
                        seats.size(),
                        world.models().size(),
                        world.offers().size()));
    }

    /** {@return the models of each maker, in order of id} */
    static Map<String, List<Model>> byMaker(World world) {
        var byMaker = new TreeMap<String, List<Model>>();
        world.models().values().forEach(model -> byMaker.computeIfAbsent(model.supplier(), any -> new ArrayList<>())
                .add(model));
        return byMaker;
    }

    private static boolean named(Supplier supplier, List<Model> models, String sought) {
        return (supplier.id() + " " + supplier.name()).toLowerCase(Locale.ROOT).contains(sought)
                || models.stream().anyMatch(model -> (model.id() + " " + model.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(sought));
    }

    private static Row row(Supplier supplier, List<Model> models, int offers, Supply supply) {
        return new Row(
                Supply.supplier(supplier.id()),
                supplier.name(),
                supply.country(supplier.origin()),
                supply.country(supplier.parentOrigin()),
                supplier.parent(),
                supplier.type(),
                models.size(),
                (int) models.stream().filter(model -> model.openness().open()).count(),
                offers);
    }
}
