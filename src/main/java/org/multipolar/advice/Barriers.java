package org.multipolar.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Circumstances;
import org.multipolar.catalog.Patch;
import org.multipolar.catalog.Policy;
import org.multipolar.catalog.Question;
import org.multipolar.catalog.Where;
import org.multipolar.catalog.World;
import org.multipolar.portfolio.Assessment;
import org.multipolar.portfolio.Grouping;

/** What the scenarios of a question take away, candidate by candidate. */
public final class Barriers {

    private record Barrier(String words, Predicate<Candidate> hits) {}

    private final Question question;
    private final Grouping countries;
    private final FirstSeen firstSeen;
    private final List<Barrier> barriers;

    public Barriers(World world, Question question) {
        this.question = question;
        this.countries = Grouping.of(world.countries(), List.of());
        this.firstSeen = new FirstSeen(world);
        this.barriers = question.circumstances().barriers().stream()
                .map(each -> new Barrier(words(each), hits(each.patch())))
                .toList();
    }

    /** {@return why scenarios leave nothing of a candidate, in words; empty where they leave it} */
    public List<String> against(Candidate candidate) {
        if (barriers.isEmpty()) {
            return List.of();
        }
        var against = new ArrayList<String>();
        for (var each : barriers) {
            if (each.hits().test(candidate)) {
                against.add(each.words());
            }
        }
        return against;
    }

    private static String words(Circumstances.Barrier barrier) {
        var patch = barrier.patch();
        var what = patch instanceof Patch.Lost lost
                ? "%s %s lost%s"
                        .formatted(
                                lost.loss().name().toLowerCase(java.util.Locale.ROOT),
                                String.join(", ", lost.ids()),
                                lost.where().fields().isEmpty()
                                        ? ""
                                        : " (" + lost.where().words() + ")")
                : patch instanceof Patch.Bar bar
                        ? bar.why().isEmpty() ? "barred: " + bar.where().words() : bar.why()
                        : "";
        return "%s%s: %s".formatted(Assessment.BARRED, barrier.scenario().id(), what);
    }

    /** {@return whom a loss or a bar hits} */
    public Predicate<Candidate> hits(Patch patch) {
        if (patch instanceof Patch.Lost lost) {
            return candidate -> lost.ids().stream().anyMatch(id -> lost(lost.loss(), id, candidate))
                    && matches(lost.where(), candidate, false);
        }
        if (patch instanceof Patch.Bar bar) {
            return candidate -> matches(bar.where(), candidate, true);
        }
        return candidate -> false;
    }

    private boolean lost(Patch.Loss loss, String id, Candidate candidate) {
        return switch (loss) {
            case COUNTRY -> countries.touched(Policy.Loss.COUNTRY, id, candidate);
            case ORIGIN -> stops(candidate) && candidate.supplier().origin().equals(id);
            case PARENT ->
                stops(candidate)
                        && (candidate.supplier().parentOrigin().equals(id)
                                || candidate.supplier().parent().equals(id));
            case SUPPLIER -> countries.touched(Policy.Loss.SUPPLIER, id, candidate);
            case OPERATOR -> candidate.operator().equals(id);
            case HOST -> candidate.host().equals(id);
            case PLACE -> candidate.places().contains(id);
            case LINEAGE -> candidate.model().lineage().contains(id);
            case MODEL -> candidate.model().id().equals(id);
        };
    }

    private boolean stops(Candidate candidate) {
        return countries.touched(Policy.Loss.SUPPLIER, candidate.supplier().id(), candidate);
    }

    /**
     * {@return whether all fields match}
     *
     * @param wary whether a place that nobody promises counts as any place: so it does for a bar, not for an outage
     */
    private boolean matches(Where where, Candidate candidate, boolean wary) {
        return where.fields().entrySet().stream().allMatch(each -> matches(each, candidate, wary));
    }

    private boolean matches(Map.Entry<Where.Field, List<String>> asked, Candidate candidate, boolean wary) {
        var field = asked.getKey();
        if (field == Where.Field.RELEASED_AFTER) {
            var first = firstSeen.of(candidate.model());
            return asked.getValue().stream().anyMatch(day -> first.isAfter(LocalDate.parse(day)));
        }
        if (field == Where.Field.PLACE && candidate.places().isEmpty() && wary) {
            return true;
        }
        return !Collections.disjoint(asked.getValue(), values(field, candidate));
    }

    private List<String> values(Where.Field field, Candidate candidate) {
        var model = candidate.model();
        var supplier = candidate.supplier();
        var demand = candidate.demand();
        return switch (field) {
            case OFFER -> List.of(candidate.offer(), candidate.id());
            case MODEL -> List.of(model.id());
            case FAMILY -> List.of(model.family());
            case SUPPLIER -> List.of(supplier.id());
            case ORIGIN -> List.of(supplier.origin());
            case PARENT -> List.of(supplier.parent());
            case PARENT_ORIGIN -> List.of(supplier.parentOrigin());
            case HOST -> List.of(candidate.host());
            case OPERATOR -> List.of(candidate.operator());
            case HOST_ORIGIN -> List.of(candidate.hostOrigin());
            case PLACE ->
                candidate.places().isEmpty() ? List.of(candidate.routing().word()) : candidate.places();
            case ROUTING -> List.of(candidate.routing().word());
            case OPENNESS -> List.of(model.openness().word());
            case LICENCE -> List.of(model.licence());
            case LINEAGE -> model.lineage();
            case ACCESS_MODE -> List.of(candidate.access().word());
            case INCUMBENT -> List.of(incumbent(candidate) ? "yes" : "no");
            case DEMAND -> List.of(demand.id());
            case REGION -> List.of(demand.region());
            case OPERATING_COUNTRY -> demand.operatingCountries();
            case AUDIENCE -> List.of(demand.audience());
            case DATA_SENSITIVITY -> List.of(demand.dataSensitivity());
            case SECTOR -> List.of(demand.sector());
            case RELEASED_AFTER -> List.of();
        };
    }

    private boolean incumbent(Candidate candidate) {
        return candidate.site() != null || question.buyer().incumbents().containsKey(candidate.operator());
    }
}
