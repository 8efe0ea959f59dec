package org.multipolar.whatif;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Snapshot;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.Solver;
import org.multipolar.scenario.Applied.PatchEffect;
import org.multipolar.whatif.Mixes.Pair;
import org.multipolar.whatif.WhatIf.Cited;
import org.multipolar.whatif.WhatIf.DutyMove;
import org.multipolar.whatif.WhatIf.Exposure;
import org.multipolar.whatif.WhatIf.Laid;
import org.multipolar.whatif.WhatIf.LostShare;
import org.multipolar.whatif.WhatIf.Move;
import org.multipolar.whatif.WhatIf.PatchLaid;

/** Puts what differs between two standpoints into words: old and new, with reason and citation. */
final class Telling {

    private final Snapshot snapshot;
    private final Standpoint before;
    private final Standpoint after;
    private final Stack stack;
    private final Solver solver;
    private final Changes changes;

    Telling(Snapshot snapshot, Standpoint before, Standpoint after, Stack stack, Solver solver, Changes changes) {
        this.snapshot = snapshot;
        this.before = before;
        this.after = after;
        this.stack = stack;
        this.solver = solver;
        this.changes = changes;
    }

    WhatIf write(Side baseline, Side hold, Side failOver, Side rePlan, Standpoint.Kept kept) {
        var question = before.applied().question();
        var pairs = Mixes.differing(before.bestPieces(), after.bestPieces());
        var lost = kept.gone().stream().map(this::lost).toList();
        var moves = rePlan.stands() ? pairs.stream().map(this::move).toList() : List.<Move>of();
        var none = NoEffect.why(before, after, effects(), baseline, rePlan, lost, moves);
        var digests = new TreeMap<>(snapshot.digests(question, solver.name()));
        digests.put("scenarios", after.applied().question().circumstances().digest());
        return new WhatIf(
                question.buyer().id(),
                question.buyer().name(),
                question.asOf().toString(),
                after.applied().question().asOf().toString(),
                stack.asked().stream().map(each -> laid(each.id())).toList(),
                stack.below().stream().map(each -> each.id()).toList(),
                none != null ? none : Headline.of(baseline, hold, failOver, rePlan, moves.size()),
                none,
                baseline,
                hold,
                failOver,
                rePlan,
                lost,
                moves,
                duties(baseline, rePlan),
                exposure(baseline, rePlan),
                Broken.by(after, kept.pieces()),
                none != null ? List.of() : changes.attribution(changes.delta(after)),
                digests,
                solver.name());
    }

    private List<PatchEffect> effects() {
        var asked = stack.asked().stream().map(each -> each.id()).toList();
        return after.applied().effects().stream()
                .filter(each -> asked.contains(each.scenario()))
                .toList();
    }

    private Laid laid(String id) {
        var scenario = stack.asked().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new Laid(
                id,
                scenario.title(),
                scenario.story(),
                Objects.toString(scenario.from(), ""),
                Objects.toString(scenario.until(), ""),
                effects().stream()
                        .filter(each -> each.scenario().equals(id))
                        .map(each -> new PatchLaid(each.number(), each.text(), each.touched(), each.why()))
                        .toList(),
                scenario.sources().stream()
                        .map(each -> new Cited(each.title(), each.publisher(), each.date(), each.url()))
                        .toList());
    }

    private LostShare lost(Standpoint.Gone gone) {
        var candidate = gone.piece().assessment().candidate();
        var reason = Reasons.against(gone.now());
        return new LostShare(
                candidate.demand().id(),
                candidate.id(),
                candidate.supplier().id(),
                candidate.place(),
                gone.piece().percent(),
                reason.ground(),
                reason.words(),
                reason.citation(),
                changes.touching(gone.piece().assessment()));
    }

    private Move move(Pair pair) {
        var candidate = pair.either().assessment().candidate();
        var was = in(before, pair.either());
        var is = in(after, pair.either());
        var reason = reason(was, is, pair.to() > pair.from());
        return new Move(
                candidate.demand().id(),
                candidate.id(),
                candidate.model().name(),
                candidate.supplier().id(),
                candidate.place(),
                pair.from(),
                pair.to(),
                reason.words(),
                reason.citation(),
                was != null
                        ? changes.touching(was)
                        : changes.offering(pair.either().assessment()));
    }

    private static Reasons.Reason reason(@Nullable Assessment was, @Nullable Assessment is, boolean more) {
        if (is == null || !is.buyable()) {
            return Reasons.against(is);
        }
        if (was == null) {
            return new Reasons.Reason("new", "it is offered now", "");
        }
        if (!was.buyable()) {
            var old = Reasons.against(was);
            return new Reasons.Reason(old.ground(), "it may be bought now; before: " + old.words(), old.citation());
        }
        return Reasons.moved(was, is, more);
    }

    private static @Nullable Assessment in(Standpoint point, Piece piece) {
        var candidate = piece.assessment().candidate();
        return point.inquiry().find(candidate.demand().id(), candidate.id());
    }

    private List<DutyMove> duties(Side old, Side fresh) {
        var moves = new ArrayList<DutyMove>();
        if (!fresh.stands()) {
            return moves;
        }
        var all = new TreeSet<>(old.duties().keySet());
        all.addAll(fresh.duties().keySet());
        for (var rule : all) {
            boolean was = old.duties().containsKey(rule);
            boolean is = fresh.duties().containsKey(rule);
            if (was != is) {
                moves.add(new DutyMove(
                        rule,
                        is ? "added" : "dropped",
                        (is ? fresh : old).duties().getOrDefault(rule, ""),
                        snapshot.rulebook().card(rule).citation()));
            }
        }
        return moves;
    }

    private static List<Exposure> exposure(Side old, Side fresh) {
        var all = new ArrayList<Exposure>();
        if (fresh.stands()) {
            exposure(all, "origin", old.origins(), fresh.origins());
            exposure(all, "host-origin", old.hostOrigins(), fresh.hostOrigins());
            exposure(all, "place", old.places(), fresh.places());
            exposure(all, "openness", old.openness(), fresh.openness());
        }
        return all;
    }

    private static void exposure(List<Exposure> all, String kind, Map<String, Long> old, Map<String, Long> fresh) {
        var values = new LinkedHashSet<>(old.keySet());
        values.addAll(fresh.keySet());
        for (var value : new TreeSet<>(values)) {
            long from = old.getOrDefault(value, 0L);
            long to = fresh.getOrDefault(value, 0L);
            if (from != to) {
                all.add(new Exposure(kind, value, from, to));
            }
        }
    }
}
