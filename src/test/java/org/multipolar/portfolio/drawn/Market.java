package org.multipolar.portfolio.drawn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.multipolar.catalog.Candidate.AccessMode;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer.Routing;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Supplier;

/** What can be bought: makers of several countries, their models, and who runs them where at what price. */
final class Market {

    static final List<String> LANGUAGES = List.of("ar", "de", "en", "fr", "hi", "ja", "pt", "zh");

    private static final List<String> OTHERS = List.of("FR", "AE", "KR", "IN", "CA", "JP");
    private static final List<String> PLACES =
            List.of("US", "CN", "DE", "FR", "SE", "AE", "SA", "IN", "JP", "SG", "BR", "GB");
    private static final int MAKERS_AT_MOST = 12;
    private static final int OPERATORS_AT_MOST = 15;
    private static final long DEAREST = 10_000_000;

    /** A model and how able it is, from 0 to 1; what it costs follows from that, more or less. */
    record Made(Model model, Supplier maker, double quality, long price) {}

    /** Who runs models: a maker its own, a cloud those of many. */
    record Operator(String id, String origin, List<String> places, boolean maker) {}

    /** A model at an operator, in one place of the buyer's choice or in any of them. */
    record Sold(String id, Made made, Operator operator, List<String> places, Routing routing, long price) {

        AccessMode access() {
            if (operator.id().startsWith("site:")) {
                return AccessMode.SELF_HOSTED;
            }
            return operator.maker() ? AccessMode.SUPPLIER_API : AccessMode.MANAGED_CLOUD;
        }
    }

    private final Random random;
    private final List<Supplier> makers = new ArrayList<>();
    private final List<Made> models = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();
    private final List<Sold> sold = new ArrayList<>();

    Market(int offers, Random random) {
        this.random = random;
        makers(Math.min(MAKERS_AT_MOST, 5 + random.nextInt(3) + offers / 40));
        operators(Math.min(OPERATORS_AT_MOST, 5 + random.nextInt(4) + offers / 20));
        var all = new ArrayList<Sold>();
        while (models.size() < offers / 4 || all.size() < offers * 3 / 2) {
            all.addAll(offersOf(model(models.size())));
        }
        Collections.shuffle(all, random);
        sold.addAll(all.subList(0, offers));
    }

    List<Sold> sold() {
        return sold;
    }

    /** {@return the operators, the makers among them first} */
    List<Operator> operators() {
        return operators;
    }

    /** Two of them are superpowers and have most of the makers. */
    private void makers(int count) {
        var origins = new ArrayList<String>(OTHERS);
        Collections.shuffle(origins, random);
        var few = new ArrayList<>(List.of("US", "CN"));
        few.addAll(origins.subList(0, 1 + random.nextInt(4)));
        for (int i = 0; i < count; i++) {
            int drawn = random.nextInt(10);
            var origin = i < few.size() ? few.get(i) : drawn < 4 ? "US" : drawn < 7 ? "CN" : pick(few);
            var parent = random.nextInt(12) == 0 ? pick(few) : origin;
            makers.add(new Supplier("maker%02d".formatted(i), "Maker " + i, origin, "", parent, "lab", "", List.of()));
        }
    }

    private void operators(int count) {
        for (int i = 0; i < count; i++) {
            boolean maker = i < count / 2 && i < makers.size();
            var origin = maker ? makers.get(i).origin() : random.nextInt(5) < 2 ? "US" : pick(PLACES);
            var places = new ArrayList<>(PLACES);
            Collections.shuffle(places, random);
            var served = new java.util.TreeSet<>(places.subList(0, 1 + random.nextInt(maker ? 2 : 4)));
            served.add(PLACES.contains(origin) ? origin : "US");
            var id = maker
                    ? makers.get(i).id()
                    : i == count - 1 && random.nextInt(3) == 0 ? "site:hall" : "cloud%02d".formatted(i);
            operators.add(
                    id.startsWith("site:")
                            ? new Operator(id, "DE", List.of("DE"), false)
                            : new Operator(id, origin, List.copyOf(served), maker));
        }
    }

    private Made model(int number) {
        var maker = makers.get(number % makers.size());
        boolean open = random.nextInt(100) < (maker.origin().equals("US") ? 35 : 60);
        var lineage = new ArrayList<>(List.of("root-" + maker.id()));
        if (open && random.nextInt(4) == 0) {
            var other = "root-" + makers.get(random.nextInt(makers.size())).id();
            if (random.nextBoolean()) {
                lineage.clear();
            }
            lineage.remove(other);
            lineage.add(other);
        }
        double quality =
                Math.min(1, 0.25 + 0.75 * random.nextDouble() * (maker.origin().equals("US") ? 1.0 : 0.93));
        double dearness = 0.7 * quality + 0.3 * random.nextDouble();
        long price = Math.round(DEAREST / 100 * StrictMath.pow(100, dearness) / 1_000) * 1_000;
        var model = new Model(
                "model%03d".formatted(number),
                maker.id(),
                "Model " + number,
                "",
                open ? Openness.OPEN_WEIGHTS : Openness.CLOSED,
                "mit",
                "",
                lineage,
                List.of(),
                null,
                null,
                null,
                List.of("text"),
                List.of("text"),
                List.of(),
                LANGUAGES.stream().filter(code -> random.nextInt(10) < 7).toList(),
                List.of());
        models.add(new Made(model, maker, quality, price));
        return models.get(models.size() - 1);
    }

    /** Makers sell their own models, the hall runs open ones, and a cloud has a part of all. */
    private List<Sold> offersOf(Made made) {
        var offers = new ArrayList<Sold>();
        for (var operator : operators) {
            boolean open = made.model().openness().open();
            boolean sells = operator.maker()
                    ? operator.id().equals(made.maker().id())
                    : operator.id().startsWith("site:") ? open : random.nextInt(10) < (open ? 5 : 3);
            if (sells) {
                offers.addAll(offersOf(made, operator));
            }
        }
        return offers;
    }

    private List<Sold> offersOf(Made made, Operator operator) {
        var id = made.model().id() + "@" + operator.id();
        long price = made.price() * (85 + 5 * random.nextInt(8)) / 100;
        int routing = random.nextInt(10);
        if (routing < 5) {
            return operator.places().stream()
                    .map(place -> new Sold(id, made, operator, List.of(place), Routing.CHOICE, price))
                    .toList();
        }
        return List.of(
                routing < 9
                        ? new Sold(id, made, operator, operator.places(), Routing.ANY_OF, price)
                        : new Sold(id, made, operator, List.of(), Routing.ANYWHERE, price));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
