package org.multipolar.web.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.catalog.World;
import org.multipolar.web.language.Tongue;

/** What can be sent to review: what the mix holds first, then all offers and suppliers by name. */
public record ReviewSubjects(World world, @Nullable Advice advice, String chosen) {

    /** {@return offers of the mix, each once; none where the mix is not known} */
    public List<Form.Option> bought() {
        var bought = new LinkedHashMap<String, String>();
        if (advice != null) {
            var words = new Words(world, Tongue.ENGLISH);
            advice.demands().forEach(demand -> demand.mix()
                    .forEach(share -> bought.putIfAbsent(
                            share.offer(), "%s - %s".formatted(share.modelName(), words.operator(share.operator())))));
        }
        return bought.entrySet().stream()
                .map(each -> option("offer:" + each.getKey(), "%s (%s)".formatted(each.getValue(), each.getKey())))
                .toList();
    }

    public List<Form.Option> offers() {
        return world.offers().values().stream()
                .map(each -> option(
                        "offer:" + each.id(),
                        "%s - %s (%s)"
                                .formatted(
                                        World.known(world.models(), each.model())
                                                .name(),
                                        World.known(world.hosts(), each.host()).name(),
                                        each.id())))
                .sorted(Comparator.comparing(Form.Option::name))
                .toList();
    }

    public List<Form.Option> suppliers() {
        return world.suppliers().values().stream()
                .map(each -> option("supplier:" + each.id(), each.name()))
                .sorted(Comparator.comparing(Form.Option::name))
                .toList();
    }

    private Form.Option option(String id, String name) {
        return new Form.Option(id, name, id.equals(chosen));
    }
}
