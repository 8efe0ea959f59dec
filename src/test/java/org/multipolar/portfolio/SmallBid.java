package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.multipolar.catalog.Candidate;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Offer;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Supplier;
import org.multipolar.rulebook.Finding;
import org.multipolar.rulebook.Verdict;
import org.multipolar.suitability.Contribution;
import org.multipolar.suitability.Criterion;
import org.multipolar.suitability.Suitability;

/** One way to serve a demand, written by hand in a test. */
final class SmallBid {

    final String id;
    final String supplier;
    final String origin;
    String parent;
    String operator;
    String hostOrigin;
    List<String> places;
    Offer.Routing routing = Offer.Routing.ANY_OF;
    String model;
    List<String> lineage;
    boolean open;
    Candidate.AccessMode access = Candidate.AccessMode.MANAGED_CLOUD;
    long score = 5_000;
    long price = 1_000_000;
    List<String> languages = List.of();
    final List<Finding> findings = new ArrayList<>();

    /** A closed model that its maker's country hosts, operates and serves. */
    SmallBid(String id, String supplier, String origin) {
        this.id = id;
        this.supplier = supplier;
        this.origin = origin;
        this.parent = origin;
        this.operator = "op-" + id;
        this.hostOrigin = origin;
        this.places = List.of(origin);
        this.model = "model-" + id;
        this.lineage = List.of("lineage-" + id);
    }

    static SmallBid of(String id, String supplier, String origin) {
        return new SmallBid(id, supplier, origin);
    }

    SmallBid score(long value) {
        score = value;
        return this;
    }

    SmallBid price(long usdPerMtok) {
        price = usdPerMtok * 1_000_000;
        return this;
    }

    SmallBid parent(String country) {
        parent = country;
        return this;
    }

    /** Runs at an operator from one country, served in another. */
    SmallBid at(String party, String from, String... servedIn) {
        operator = party;
        hostOrigin = from;
        places = List.of(servedIn);
        routing = servedIn.length == 0 ? Offer.Routing.UNKNOWN : Offer.Routing.ANY_OF;
        return this;
    }

    SmallBid model(String name, String... roots) {
        model = name;
        lineage = List.of(roots);
        return this;
    }

    SmallBid open() {
        open = true;
        return this;
    }

    SmallBid speaks(String... codes) {
        languages = List.of(codes);
        return this;
    }

    SmallBid found(Finding finding) {
        findings.add(finding);
        return this;
    }

    Assessment assessment(Demand demand) {
        var candidate = new Candidate(
                demand,
                id,
                new Model(
                        model,
                        supplier,
                        model,
                        "",
                        open ? Openness.OPEN_WEIGHTS : Openness.CLOSED,
                        "mit",
                        "",
                        lineage,
                        null,
                        null,
                        null,
                        List.of("text"),
                        List.of("text"),
                        List.of(),
                        List.of(),
                        List.of()),
                new Supplier(supplier, supplier, origin, supplier, parent, "lab", "", List.of()),
                access,
                "host",
                operator,
                hostOrigin,
                places,
                routing,
                null,
                price,
                price);
        return new Assessment(
                candidate,
                Verdict.ALLOWED,
                findings,
                List.of(),
                demand.languages().stream()
                        .map(Demand.DemandLanguage::code)
                        .filter(languages::contains)
                        .toList(),
                new Suitability(List.of(new Contribution(Criterion.QUALITY, score, 100, score, "")), score, 0));
    }
}
