package org.multipolar.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multipolar.catalog.Model;
import org.multipolar.catalog.World;

/** What a model was made from and what was made from it, by the bases that makers state. */
public final class LineageTree {

    /**
     * One model and those made from it.
     *
     * @param href empty where the catalogue has no such model
     * @param openness empty where the catalogue has no such model
     * @param own whether it is the model that the page is about
     */
    public record Node(String href, String name, String maker, String openness, boolean own, List<Node> made) {}

    private final World world;
    private final String own;
    private final Map<String, List<String>> made = new TreeMap<>();
    private final Set<String> told = new TreeSet<>();

    private LineageTree(World world, String own) {
        this.world = world;
        this.own = own;
        world.models().values().forEach(model -> model.bases()
                .forEach(base ->
                        made.computeIfAbsent(base, any -> new ArrayList<>()).add(model.id())));
    }

    /** {@return the trees that hold a model, one for each oldest ancestor} */
    static List<Node> of(World world, Model model) {
        var tree = new LineageTree(world, model.id());
        var oldest = new TreeSet<String>();
        tree.ancestors(model.id(), new TreeSet<>(), oldest);
        return oldest.stream().map(tree::node).toList();
    }

    /** Makers may state anything, so a model that descends from itself must not lead round for ever. */
    private void ancestors(String id, Set<String> seen, Set<String> oldest) {
        if (!seen.add(id)) {
            return;
        }
        var model = world.models().get(id);
        var unseen = model == null
                ? List.<String>of()
                : model.bases().stream().filter(base -> !seen.contains(base)).toList();
        if (unseen.isEmpty()) {
            oldest.add(id);
        }
        unseen.forEach(base -> ancestors(base, seen, oldest));
    }

    /** What was made from a model is told once, however many ways lead to it. */
    private Node node(String id) {
        var next = told.add(id) ? made.getOrDefault(id, List.of()) : List.<String>of();
        var model = world.models().get(id);
        return new Node(
                model == null ? "" : Supply.model(id),
                model == null ? id : model.name(),
                model == null
                        ? ""
                        : World.known(world.suppliers(), model.supplier()).name(),
                model == null ? "" : Supply.openness(model),
                id.equals(own),
                next.stream().map(this::node).toList());
    }
}
