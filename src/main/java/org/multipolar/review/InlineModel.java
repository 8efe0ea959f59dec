package org.multipolar.review;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.Openness;
import org.multipolar.catalog.Supplier;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.NearIds;

/** The model of an offer that the catalogue does not have: one of the catalogue's, or a new one. */
final class InlineModel {

    private static final Map<String, Openness> OPENNESS = Map.of(
            "closed", Openness.CLOSED, "open-weights", Openness.OPEN_WEIGHTS, "open-source", Openness.OPEN_SOURCE);
    private static final long MOST_CONTEXT = 1_000_000_000L;

    /** What goes in and comes out, by the word of case files. */
    private static final Map<String, List<List<String>>> MODALITIES = Map.of(
            "text", List.of(List.of("text"), List.of("text")),
            "multimodal", List.of(List.of("text", "image"), List.of("text")),
            "multimodal-generation", List.of(List.of("text", "image"), List.of("text", "image")),
            "image", List.of(List.of("text"), List.of("image")),
            "video", List.of(List.of("text"), List.of("video")));

    private final Stated stated;
    private final World world;
    private final List<String> notes;
    private final String name;
    private final String id;

    InlineModel(Stated stated, World world, List<String> notes) {
        this.stated = stated;
        this.world = world;
        this.notes = notes;
        var text = stated.text("model");
        if (text == null) {
            throw stated.fault("model", "the key (model) is missing or empty.", "name it, such as (Acme One 70B).");
        }
        this.name = text;
        this.id = Stated.slug(text);
        if (id.isEmpty()) {
            throw stated.fault("model", "(%s) has neither letter nor digit.".formatted(text), null);
        }
    }

    /** {@return the catalogue's model of this id, or null} */
    @Nullable
    Model known() {
        return world.models().get(id);
    }

    Model read(Supplier supplier) {
        var known = known();
        if (known == null) {
            return fresh(supplier);
        }
        agree("openness", known.openness().word());
        agree("licence", known.licence());
        agree("model_release_date", known.released() == null ? "unknown" : known.released());
        var lineage = stated.ids("base_lineage");
        if (!lineage.isEmpty() && !new TreeSet<>(lineage).equals(new TreeSet<>(known.lineage()))) {
            throw differs("base_lineage", known.lineage().toString(), lineage.toString());
        }
        for (var key : List.of(
                "params_billion",
                "context_tokens",
                "modality",
                "input_modalities",
                "output_modalities",
                "capabilities",
                "languages")) {
            if (stated.has(key)) {
                throw stated.fault(
                        key,
                        "(%s) is in the catalogue, which says this of it.".formatted(id),
                        "leave it out; or give the model another name.");
            }
        }
        return known;
    }

    private void agree(String key, String says) {
        var text = stated.text(key);
        if (text != null && !text.equals(says)) {
            throw differs(key, says, text);
        }
    }

    private org.multipolar.catalog.BadInput differs(String key, String says, String text) {
        return stated.fault(
                key,
                "the catalogue says (%s) for (%s), not (%s).".formatted(says, id, text),
                "another model is meant; give it another name.");
    }

    private Model fresh(Supplier supplier) {
        var reduced = Stated.reduced(name);
        for (var each : world.models().values()) {
            if (reduced.equals(Stated.reduced(each.id())) || reduced.equals(Stated.reduced(each.name()))) {
                throw stated.fault(
                        "model",
                        "(%s) is the catalogue's (%s), written otherwise.".formatted(name, each.id()),
                        "write (%s).".formatted(each.id()));
            }
        }
        notes.add("model (%s) is not in the catalogue and taken as new; nobody tested it independently.".formatted(id));
        var openness = stated.word("openness", OPENNESS);
        var licence = stated.listed("licence", world.licences().keySet(), "licences");
        if (licence.size() > 1) {
            throw stated.fault("licence", "one licence is expected here, not %s.".formatted(licence), null);
        }
        return new Model(
                id,
                supplier.id(),
                name,
                "",
                openness == null ? Openness.UNKNOWN : openness,
                licence.isEmpty() ? "unknown" : licence.get(0),
                "",
                lineage(),
                List.of(),
                stated.day("model_release_date"),
                stated.billions("params_billion"),
                stated.whole("context_tokens", MOST_CONTEXT),
                modalities("input_modalities", 0),
                modalities("output_modalities", 1),
                stated.listed("capabilities", capabilities(), "capabilities"),
                stated.languages("languages"),
                List.of());
    }

    private List<String> lineage() {
        var known = new TreeSet<String>();
        world.models().values().forEach(each -> known.addAll(each.lineage()));
        var lineage = stated.ids("base_lineage");
        for (var root : lineage) {
            var same = known.stream()
                    .filter(each -> Stated.reduced(each).equals(Stated.reduced(root)) && !each.equals(root))
                    .findFirst();
            if (same.isPresent()) {
                throw stated.unlisted("base_lineage", root, List.of(same.get()), "lineages");
            }
            if (!known.contains(root)) {
                var near = NearIds.of(root, known);
                notes.add("base_lineage (%s) is not in the catalogue and taken as new%s."
                        .formatted(root, near.isEmpty() ? "" : "; it is not one of " + near));
            }
        }
        return lineage;
    }

    private SortedSet<String> capabilities() {
        var known = new TreeSet<String>();
        world.models().values().forEach(each -> known.addAll(each.capabilities()));
        return known;
    }

    private List<String> modalities(String key, int side) {
        var modality = stated.word("modality", MODALITIES);
        if (modality != null && stated.has(key)) {
            throw stated.fault(key, "modality says this already.", "one of the two goes.");
        }
        var known = new TreeSet<String>();
        world.models().values().forEach(each -> {
            known.addAll(each.inputs());
            known.addAll(each.outputs());
        });
        return modality == null ? stated.listed(key, known, "modalities") : modality.get(side);
    }
}
