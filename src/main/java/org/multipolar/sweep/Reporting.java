package org.multipolar.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Redraw.Noise;
import org.multipolar.catalog.World;
import org.multipolar.sweep.Outturn.End;
import org.multipolar.sweep.SweepReport.Bar;
import org.multipolar.sweep.SweepReport.Best;
import org.multipolar.sweep.SweepReport.Ends;
import org.multipolar.sweep.SweepReport.MixShown;
import org.multipolar.sweep.SweepReport.Step;
import org.multipolar.sweep.SweepReport.SupplierShown;
import org.multipolar.sweep.SweepReport.VariableShown;
import org.multipolar.sweep.SweepReport.Winner;

/** Adds outturns up; whoever worked them out, and in whatever order they came, gives the same report. */
final class Reporting {

    private static final long WHOLE = 10_000;

    private final SweepPlan plan;
    private final Futures futures;
    private final List<KnownMix> mixes;
    private final @Nullable Outturn[] outturns;
    private final List<Outturn> drawn;
    private final List<Integer> numbers;

    /**
     * @param outturns by number of the future; null where it is not worked out yet
     */
    Reporting(SweepPlan plan, List<KnownMix> mixes, @Nullable Outturn[] outturns) {
        this.plan = plan;
        this.futures = new Futures(plan);
        this.mixes = mixes;
        this.outturns = outturns;
        this.numbers = IntStream.range(0, futures.drawn())
                .filter(number -> outturns[number] != null)
                .boxed()
                .toList();
        this.drawn = numbers.stream()
                .map(number -> Objects.requireNonNull(outturns[number]))
                .toList();
    }

    int done() {
        return drawn.size();
    }

    boolean whole() {
        return java.util.Arrays.stream(outturns).allMatch(Objects::nonNull);
    }

    Map<String, Integer> ends() {
        var ends = new TreeMap<String, Integer>();
        drawn.forEach(each -> ends.merge(each.end().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return ends;
    }

    Best best() {
        return new Best(
                Distribution.of(optimal(drawn).stream().mapToLong(Outturn::score)),
                Distribution.of(optimal(drawn).stream().mapToLong(Outturn::cost)));
    }

    private static List<Outturn> optimal(List<Outturn> some) {
        return some.stream().filter(each -> each.end() == End.OPTIMAL).toList();
    }

    List<VariableShown> variables() {
        var shown = new ArrayList<VariableShown>();
        for (int i = 0; i < plan.variables().size(); i++) {
            var variable = plan.variables().get(i);
            int at = i;
            Integer happened = variable.event()
                    ? Integer.valueOf((int) numbers.stream()
                            .filter(number -> futures.at(number).options().get(at) == 1)
                            .count())
                    : null;
            shown.add(new VariableShown(
                    variable.id(),
                    variable.title(),
                    variable.event() && !plan.grid() ? Long.valueOf(variable.likelihood()) : null,
                    variable.why(),
                    variable.options().stream().map(SweepPlan.Option::text).toList(),
                    happened));
        }
        return shown;
    }

    static List<String> noise(Noise noise) {
        var words = new ArrayList<String>();
        if (noise.weights() > 0) {
            words.add("weights of the criteria, each within %s of itself".formatted(noise.weights()));
        }
        if (noise.prices() > 0) {
            words.add("prices, all of an operator within %s of themselves".formatted(noise.prices()));
        }
        if (noise.indicators()) {
            words.add("scores of countries, by the draws of their method on its own scale");
        }
        if (noise.abilities()) {
            words.add("abilities of tested models, within one standard error and likeliest in its middle");
        }
        return words;
    }

    List<MixShown> mixes() {
        var least = new int[mixes.size()];
        for (var each : drawn) {
            if (each.end() == End.OPTIMAL) {
                long most = each.held().stream()
                        .mapToLong(Outturn.Held::score)
                        .max()
                        .orElse(0);
                for (int m = 0; m < least.length; m++) {
                    least[m] += each.held().get(m).score() == most ? 1 : 0;
                }
            }
        }
        return IntStream.range(0, mixes.size())
                .mapToObj(m -> new MixShown(
                        mixes.get(m).id(),
                        mixes.get(m).title(),
                        held(m, Outturn.Held::capacity).within(0, WHOLE),
                        held(m, Outturn.Held::score),
                        held(m, Outturn.Held::cost),
                        Distribution.of(optimal(drawn).stream()
                                        .mapToLong(each -> Math.max(
                                                0,
                                                each.score()
                                                        - each.held().get(m).score())))
                                .within(0, Long.MAX_VALUE),
                        least[m],
                        mixes.get(m).steps()))
                .toList();
    }

    private Distribution held(int mix, ToLongFunction<Outturn.Held> figure) {
        return Distribution.of(
                drawn.stream().mapToLong(each -> figure.applyAsLong(each.held().get(mix))));
    }

    static List<Winner> winners(List<MixShown> mixes) {
        return List.of(
                winner("worst capacity", mixes, each -> each.capacity().least(), true),
                winner("worst score", mixes, each -> each.score().least(), true),
                winner("expected score", mixes, each -> each.score().mean(), true),
                winner("largest regret", mixes, each -> each.regret().most(), false));
    }

    /** Of equal ones the earlier. */
    private static Winner winner(String by, List<MixShown> mixes, ToLongFunction<MixShown> measure, boolean more) {
        Comparator<MixShown> order = Comparator.comparingLong(measure);
        var best = mixes.stream().min(more ? order.reversed() : order).orElseThrow();
        return new Winner(by, best.id(), best.title(), measure.applyAsLong(best));
    }

    List<Step> convergence() {
        var steps = new ArrayList<Step>();
        for (int many = Math.max(1, futures.drawn() / 64); many < drawn.size(); many *= 2) {
            steps.add(step(many));
        }
        if (!drawn.isEmpty()) {
            steps.add(step(drawn.size()));
        }
        return steps;
    }

    private Step step(int many) {
        var first = drawn.subList(0, many);
        return new Step(
                many,
                Distribution.of(first.stream()
                                .mapToLong(each -> each.held().get(0).capacity()))
                        .within(0, WHOLE),
                Distribution.of(
                        first.stream().mapToLong(each -> each.held().get(0).score())),
                Distribution.of(optimal(first).stream().mapToLong(Outturn::score)));
    }

    List<Bar> tornado() {
        var bars = new ArrayList<Bar>();
        var base = outturns[futures.asThingsAre()];
        if (base == null) {
            return bars;
        }
        for (var alone : futures.alone()) {
            var some = IntStream.range(alone.from(), alone.from() + alone.count())
                    .mapToObj(number -> outturns[number])
                    .filter(Objects::nonNull)
                    .toList();
            if (some.size() == alone.count()) {
                bars.add(bar(alone, base, some));
            }
        }
        bars.sort(Comparator.comparingLong((Bar bar) -> -bar.score().swing())
                .thenComparing(bar -> -bar.capacity().swing())
                .thenComparing(Bar::variable));
        return bars;
    }

    private static Bar bar(Futures.Alone alone, Outturn base, List<Outturn> some) {
        var solved = optimal(some);
        return new Bar(
                alone.variable(),
                alone.title(),
                alone.texts(),
                ends(base.held().get(0).capacity(), some, each -> each.held()
                        .get(0)
                        .capacity()),
                ends(base.score(), solved, Outturn::score),
                ends(base.cost(), solved, Outturn::cost),
                solved.size() == some.size());
    }

    private static Ends ends(long base, List<Outturn> some, ToLongFunction<Outturn> figure) {
        var all = Distribution.of(some.stream().mapToLong(figure));
        if (all.count() == 0) {
            return new Ends(base, base, base);
        }
        return all.count() <= 2
                ? new Ends(base, Math.min(base, all.least()), Math.max(base, all.most()))
                : new Ends(base, all.p5(), all.p95());
    }

    List<SupplierShown> suppliers(World world) {
        var ids = List.copyOf(world.suppliers().keySet());
        var base = outturns[futures.asThingsAre()];
        var seen = new TreeSet<Integer>();
        drawn.forEach(each -> seen.addAll(each.suppliers().keySet()));
        if (base != null) {
            seen.addAll(base.suppliers().keySet());
        }
        return seen.stream()
                .map(at -> new SupplierShown(
                        ids.get(at),
                        World.known(world.suppliers(), ids.get(at)).name(),
                        base == null ? 0 : base.suppliers().getOrDefault(at, 0L),
                        (int) drawn.stream()
                                .filter(each -> each.suppliers().containsKey(at))
                                .count(),
                        Distribution.of(optimal(drawn).stream()
                                        .mapToLong(each -> each.suppliers().getOrDefault(at, 0L)))
                                .within(0, WHOLE)))
                .sorted(Comparator.comparingInt((SupplierShown each) -> -each.stays())
                        .thenComparing(SupplierShown::supplier))
                .toList();
    }
}
