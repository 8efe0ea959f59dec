package org.multipolar.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.multipolar.advice.Judgements;
import org.multipolar.advice.Snapshot;
import org.multipolar.catalog.Question;
import org.multipolar.explain.Upcoming;
import org.multipolar.portfolio.Piece;
import org.multipolar.portfolio.Solver;
import org.multipolar.scenario.Applied;
import org.multipolar.whatif.Ahead.Day;

/**
 * Asks a question again on every day ahead on which law, papers, reach or contracts change.
 *
 * <p>A day that states the same problem as the one before has the same best mix, so it is not searched again.
 */
public final class WatchList {

    private static final int YEARS = 3;
    private static final int MOST_SHARES = 10;

    private final Solver solver;
    private final Judgements judgements;

    public WatchList(Solver solver, Judgements judgements) {
        this.solver = solver;
        this.judgements = judgements;
    }

    public Ahead ask(Snapshot snapshot, Question question) {
        var now = at(snapshot, question);
        var mix = now.bestPieces();
        var upcoming = now.inquiry()
                .upcoming(
                        mix.stream().map(each -> each.assessment().candidate()).toList());
        var last = question.asOf().plusYears(YEARS);
        var days = new TreeSet<>(now.inquiry().daysAhead());
        question.buyer().ends().values().forEach(end -> {
            var day = end.last().plusDays(1);
            if (day.isAfter(question.asOf()) && !day.isAfter(last)) {
                days.add(day);
            }
        });
        var shown = new ArrayList<Day>();
        var before = now;
        for (var date : days) {
            var after = at(snapshot, question.on(date));
            var day = day(date, before, after, upcoming, question);
            if (day.moves() || !day.changes().isEmpty() || !day.contracts().isEmpty()) {
                shown.add(day);
            }
            before = after;
        }
        return new Ahead(
                question.buyer().id(),
                question.buyer().name(),
                question.asOf().toString(),
                last.toString(),
                finding(shown, mix),
                shown,
                days.size() - shown.size(),
                snapshot.digests(question, solver.name()),
                solver.name());
    }

    private Standpoint at(Snapshot snapshot, Question question) {
        return Standpoint.of(Applied.of(snapshot, question, List.of()), solver, judgements);
    }

    private static Day day(
            LocalDate date, Standpoint before, Standpoint after, List<Upcoming> upcoming, Question question) {
        if (before.inquiry().sameProblem(after.inquiry())) {
            after.takeBest(before);
        }
        var moves = Mixes.differing(before.bestPieces(), after.bestPieces());
        var old = before.sides().solved("before", before.best().outcome(), before.bestPieces(), "");
        var fresh = after.sides().solved("after", after.best().outcome(), after.bestPieces(), "");
        var was = old.score();
        var is = fresh.score();
        return new Day(
                date.toString(),
                upcoming.stream()
                        .filter(each -> each.date().equals(date.toString()))
                        .toList(),
                question.buyer().ends().entrySet().stream()
                        .filter(each -> each.getValue().last().plusDays(1).equals(date))
                        .map(each -> each.getKey())
                        .toList(),
                !moves.isEmpty(),
                fresh.outcome(),
                was == null || is == null ? null : Long.valueOf(is - was),
                was == null || is == null
                        ? null
                        : Long.valueOf(fresh.cost().totalMicroUsd() - old.cost().totalMicroUsd()),
                moves.stream()
                        .limit(MOST_SHARES)
                        .map(each -> "%s: %d -> %d %%".formatted(Mixes.key(each.either()), each.from(), each.to()))
                        .toList());
    }

    private static String finding(List<Day> days, List<Piece> mix) {
        if (mix.isEmpty()) {
            return "There is no mix today whose future could be watched.";
        }
        var moving = days.stream().filter(Day::moves).map(Day::day).toList();
        return moving.isEmpty()
                ? "%d days ahead touch what is bought; on none of them another mix becomes the best."
                        .formatted(days.size())
                : "%d days ahead touch what is bought; another mix becomes the best on %s."
                        .formatted(days.size(), String.join(", ", moving));
    }
}
