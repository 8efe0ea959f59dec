package org.multipolar.exchange.bom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cyclonedx.Version;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Fault;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.JsonText;

/** Reads a vendor's ML-BOM (CycloneDX 1.5 or 1.6, JSON) into offers that a review may be asked about. */
public final class MlBomReader {

    private static final Map<String, Version> VERSIONS = Map.of("1.5", Version.VERSION_15, "1.6", Version.VERSION_16);
    private static final int MOST_MODELS = 200;

    private MlBomReader() {}

    /**
     * {@return the models of a bill, or the first fault found}
     *
     * @param file name to tell faults by
     * @param world whose ids are looked for in the bill
     */
    public static Parsed<BomReading> read(String file, byte[] bytes, World world) {
        return Parsed.of(() -> reading(Bill.read(file, bytes), world))
                .<Parsed<BomReading>>fold(Parsed.Good::new, fault -> new Parsed.Bad<>(printable(fault)));
    }

    /** Faults quote the file, and a file may hold anything. */
    private static Fault printable(Fault fault) {
        var field = fault.field().length() > 300 ? fault.field().substring(0, 300) + "..." : fault.field();
        return new Fault(fault.file(), fault.line(), Bill.seen(field), Bill.seen(fault.what()), fault.maybe());
    }

    private static BomReading reading(Bill bill, World world) {
        var root = Part.root(bill);
        var version = version(root);
        BomSchema.check(bill, version);
        var models = models(root);
        var hosts = new Hosts(world, root);
        var offers = new Offers(world, hosts);
        var proposed = models.stream().map(model -> offers.of(model, models)).toList();
        UniqueRefs.check(root);
        var notes = new ArrayList<String>();
        if (hosts.adrift(models)) {
            notes.add("Services are named, but not which of the %d models they serve.".formatted(models.size()));
        }
        return new BomReading(version.getVersionString(), root.text("serialNumber"), proposed, notes);
    }

    private static Version version(Part root) {
        if (!root.node().isObject()) {
            throw root.fault("a bill of material is an object in braces.", null);
        }
        var format = root.at("bomFormat");
        if (!format.node().asText().equals("CycloneDX")) {
            throw said(
                    root,
                    format,
                    "the text (CycloneDX) is expected here",
                    "the file is an SPDX document, or no bill at all.");
        }
        var spec = root.at("specVersion");
        var version = spec.node().isTextual() ? VERSIONS.get(spec.node().textValue()) : null;
        if (version == null) {
            throw said(
                    root,
                    spec,
                    "the text (1.5) or (1.6) is expected here",
                    "the writer can be told to write 1.6; machine learning is known from 1.5 on.");
        }
        return version;
    }

    private static BadInput said(Part root, Part part, String expected, String maybe) {
        var value = part.node().isValueNode() ? "(" + Bill.shown(part.node().toString()) + ")" : "a list or an object";
        return part.present()
                ? part.fault("%s, not %s.".formatted(expected, value), maybe)
                : new BadInput(root.bill().file(), 1, part.path(), "%s; it is missing.".formatted(expected), maybe);
    }

    /** {@return every model that is part of what the bill describes; ancestors and tools are not} */
    private static List<Part> models(Part root) {
        var models = new ArrayList<Part>();
        collect(List.of(root.at("metadata").at("component")), models);
        collect(root.at("components").items(), models);
        if (models.isEmpty()) {
            throw new BadInput(
                    root.bill().file(),
                    0,
                    "components",
                    "none of the components is of the type machine-learning-model.",
                    "this is a bill of software, or its models stand under another type.");
        }
        if (models.size() > MOST_MODELS) {
            throw new BadInput(
                    root.bill().file(),
                    JsonText.line(root.bill().file(), root.bill().text(), "components"),
                    "components",
                    "the bill holds %d models; at most %d are read.".formatted(models.size(), MOST_MODELS),
                    null);
        }
        return models;
    }

    private static void collect(List<Part> components, List<Part> models) {
        for (var component : components) {
            if (isModel(component)) {
                models.add(component);
            }
            collect(component.at("components").items(), models);
        }
    }

    static boolean isModel(Part component) {
        return component.text("type").equals("machine-learning-model");
    }

    /** {@return the name of a component, which is not blank} */
    static String name(Part component) {
        var name = component.text("name");
        if (name.isEmpty()) {
            throw component.at("name").fault("the model has no name; it is blank.", null);
        }
        return name;
    }

    /** Refuses a reference that two components or services go by. */
    private static final class UniqueRefs {

        private final Map<String, Part> met = new TreeMap<>();

        static void check(Part root) {
            var refs = new UniqueRefs();
            refs.add(root.at("metadata").at("component"));
            refs.addAll(root);
        }

        private void addAll(Part owner) {
            owner.at("components").items().forEach(this::add);
            owner.at("services").items().forEach(this::add);
        }

        private void add(Part part) {
            var ref = part.text("bom-ref");
            var other = ref.isEmpty() ? null : met.put(ref, part);
            if (other != null) {
                throw part.at("bom-ref")
                        .fault(
                                "(%s) is the reference of %s already.".formatted(ref, other.path()),
                                "one component was copied; each needs a bom-ref of its own.");
            }
            addAll(part);
            for (var kin : List.of("ancestors", "descendants", "variants")) {
                part.at("pedigree").at(kin).items().forEach(this::add);
            }
        }
    }
}
