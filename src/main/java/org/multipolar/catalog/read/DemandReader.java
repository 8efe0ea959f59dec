package org.multipolar.catalog.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.multipolar.catalog.Demand;
import org.multipolar.catalog.Demand.Ability;
import org.multipolar.catalog.Demand.DemandLanguage;
import org.multipolar.catalog.World;

/** Reads the demands of a buyer. */
public final class DemandReader {

    /** The keys of a demand, in the order a person reads them. */
    public static final List<String> KEYS = List.of(
            "demand",
            "title",
            "region",
            "operating_countries",
            "input_mtok_month",
            "output_mtok_month",
            "weight",
            "languages",
            "data_sensitivity",
            "sector",
            "audience",
            "use_cases",
            "flags",
            "modality",
            "capabilities",
            "context_tokens",
            "ability",
            "critical");

    public static final List<String> SENSITIVITIES =
            List.of("public", "internal", "personal", "special-category", "state");
    public static final List<String> AUDIENCES = List.of("internal", "public-facing");
    private static final List<String> MODALITIES =
            List.of("text", "multimodal", "image", "video", "multimodal-generation");
    private static final Map<String, String> THRESHOLDS =
            Map.of("basic", "basic", "capable", "capable", "frontier", "frontier");

    private final World world;
    private final String buyerSector;

    public DemandReader(World world, String buyerSector) {
        this.world = world;
        this.buyerSector = buyerSector;
    }

    List<Demand> all(List<YamlNode> nodes) {
        var demands = new ArrayList<Demand>();
        var ids = new HashSet<String>();
        for (var node : nodes) {
            var demand = demand(node);
            if (!ids.add(demand.id())) {
                throw node.at("demand").fault("the id (%s) stands twice.".formatted(demand.id()), null);
            }
            demands.add(demand);
        }
        return demands;
    }

    /** {@return one demand, its faults thrown} */
    public Demand demand(YamlNode yaml) {
        yaml.onlyKeys(KEYS.toArray(String[]::new));
        var region = yaml.at("region").oneOf(world.regions().keySet(), "regions");
        var countries = yaml.itemsAt("operating_countries").stream()
                .map(each -> each.oneOf(world.countries().keySet(), "countries"))
                .toList();
        var input = yaml.at("input_mtok_month").whole(0, 1_000_000);
        var output = yaml.at("output_mtok_month").whole(0, 1_000_000);
        if (input + output == 0) {
            throw yaml.at("input_mtok_month").fault("the demand has no volume.", null);
        }
        return new Demand(
                yaml.idAt("demand"),
                yaml.textAt("title"),
                region,
                countries.isEmpty()
                        ? List.of(World.known(world.regions(), region).country())
                        : countries,
                input,
                output,
                yaml.has("weight") ? Integer.valueOf((int) yaml.at("weight").whole(1, 1000)) : null,
                languages(yaml.at("languages")),
                yaml.at("data_sensitivity").oneOf(SENSITIVITIES, "data sensitivities"),
                yaml.has("sector") ? yaml.at("sector").oneOf(BuyerReader.SECTORS, "sectors") : buyerSector,
                yaml.at("audience").oneOf(AUDIENCES, "audiences"),
                yaml.textsAt("use_cases"),
                yaml.textsAt("flags"),
                yaml.has("modality") ? yaml.at("modality").oneOf(MODALITIES, "modalities") : "text",
                yaml.textsAt("capabilities"),
                yaml.has("context_tokens") ? yaml.at("context_tokens").whole(0, 100_000_000) : 0,
                ability(yaml.at("ability")),
                yaml.yesAt("critical", false));
    }

    private List<DemandLanguage> languages(YamlNode yaml) {
        var languages = new ArrayList<DemandLanguage>();
        int sum = 0;
        for (var each : yaml.items()) {
            each.onlyKeys("code", "weight_percent");
            languages.add(new DemandLanguage(each.textAt("code"), each.percentAt("weight_percent")));
            sum += each.percentAt("weight_percent");
        }
        if (sum != 100) {
            throw yaml.fault("the languages' weights sum to %d, not 100.".formatted(sum), null);
        }
        return languages;
    }

    private Ability ability(YamlNode yaml) {
        if (yaml.isMap()) {
            yaml.onlyKeys("at_least");
            return new Ability("", yaml.at("at_least").oneOf(world.models().keySet(), "models"));
        }
        return new Ability(yaml.word(THRESHOLDS), null);
    }
}
