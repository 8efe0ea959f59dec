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
public final class SmallBid {

    public final String id;
    public final String supplier;
    public final String origin;
    public String parent;
    public String operator;
    public String hostOrigin;
    public List<String> places;
    public Offer.Routing routing = Offer.Routing.ANY_OF;
    public String model;
    public List<String> lineage;
    public boolean open;
    public Candidate.AccessMode access = Candidate.AccessMode.MANAGED_CLOUD;
    public long score = 5_000;
    public long price = 1_000_000;
    public List<String> languages = List.of();
    public final List<Finding> findings = new ArrayList<>();
    public final List<String> unfit = new ArrayList<>();

    /** A closed model that its maker's country hosts, operates and serves. */
    public SmallBid(String id, String supplier, String origin) {
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

    public static SmallBid of(String id, String supplier, String origin) {
        return new SmallBid(id, supplier, origin);
    }

    public SmallBid score(long value) {
        score = value;
        return this;
    }

    public SmallBid price(long usdPerMtok) {
        price = usdPerMtok * 1_000_000;
        return this;
    }

    public SmallBid parent(String country) {
        parent = country;
        return this;
    }

    /** Runs at an operator from one country, served in another. */
    public SmallBid at(String party, String from, String... servedIn) {
        operator = party;
        hostOrigin = from;
        places = List.of(servedIn);
        routing = servedIn.length == 0 ? Offer.Routing.UNKNOWN : Offer.Routing.ANY_OF;
        return this;
    }

    public SmallBid model(String name, String... roots) {
        model = name;
        lineage = List.of(roots);
        return this;
    }

    public SmallBid open() {
        open = true;
        return this;
    }

    public SmallBid speaks(String... codes) {
        languages = List.of(codes);
        return this;
    }

    /** Fails a need of the demand. */
    public SmallBid fails(String need) {
        unfit.add(need);
        return this;
    }

    public SmallBid found(Finding finding) {
        findings.add(finding);
        return this;
    }

    public Assessment assessment(Demand demand) {
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
                        List.of(),
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
                Verdict.of(findings),
                findings,
                unfit,
                demand.languages().stream()
                        .map(Demand.DemandLanguage::code)
                        .filter(languages::contains)
                        .toList(),
                new Suitability(List.of(new Contribution(Criterion.QUALITY, score, 100, score, "")), score, 0));
    }
}
