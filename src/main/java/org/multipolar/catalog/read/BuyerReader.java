package org.multipolar.catalog.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.Evidence;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.Site;
import org.multipolar.catalog.World;

/** Reads a buyer: policy, limits, sites, evidence and demands, checked against the world. */
public final class BuyerReader {

    private static final int MOST_DEMANDS = 40;
    private static final long MOST_MTOK = 1_000_000;
    static final Map<String, String> TYPES = Map.of("private", "private", "public", "public");
    public static final List<String> SECTORS =
            List.of("finance", "health", "public", "critical-infrastructure", "education", "general");

    private BuyerReader() {}

    /** {@return the buyer, or the first fault found} */
    public static Parsed<Buyer> read(String file, byte[] bytes, World world) {
        return Parsed.of(() -> buyer(YamlNode.read(file, bytes), world, Digests.of(bytes)));
    }

    private static Buyer buyer(YamlNode yaml, World world, String digest) {
        yaml.onlyKeys(
                "buyer",
                "name",
                "story",
                "seat",
                "ownership",
                "type",
                "sector",
                "flags",
                "policy",
                "limits",
                "sites",
                "incumbents",
                "evidence",
                "demands");
        var type = yaml.at("type").word(TYPES);
        var sector = yaml.at("sector").oneOf(SECTORS, "sectors");
        var sites =
                yaml.itemsAt("sites").stream().map(each -> site(each, world)).toList();
        var demands = new DemandReader(world, sector).all(yaml.at("demands").items());
        if (demands.isEmpty() || demands.size() > MOST_DEMANDS) {
            throw yaml.at("demands")
                    .fault("%d demands; between 1 and %d are answered.".formatted(demands.size(), MOST_DEMANDS), null);
        }
        long volume = demands.stream().mapToLong(each -> each.volumeMtok()).sum();
        if (volume > MOST_MTOK) {
            throw yaml.at("demands")
                    .fault(
                            "%d Mtok a month in all; at most %d.".formatted(volume, MOST_MTOK),
                            "volumes are in millions of tokens.");
        }
        return new Buyer(
                yaml.idAt("buyer"),
                yaml.textAt("name"),
                yaml.textAt("story", ""),
                yaml.at("seat").oneOf(world.countries().keySet(), "countries"),
                yaml.at("ownership").oneOf(world.countries().keySet(), "countries"),
                type,
                sector,
                yaml.textsAt("flags"),
                PolicyReader.read(yaml.at("policy")),
                LimitReader.all(yaml.itemsAt("limits"), LimitNames.of(demands, sites, world)),
                sites,
                incumbents(yaml, world),
                yaml.itemsAt("evidence").stream()
                        .map(each -> evidence(each, world))
                        .toList(),
                demands,
                digest,
                ends(yaml));
    }

    private static Map<String, Long> incumbents(YamlNode yaml, World world) {
        var operators = new HashSet<String>();
        world.hosts().values().forEach(host -> operators.add(host.operator()));
        var incumbents = new TreeMap<String, Long>();
        for (var each : yaml.itemsAt("incumbents")) {
            each.onlyKeys("operator", "exit_cost_usd", "until", "why");
            incumbents.put(
                    each.at("operator").oneOf(operators, "operators"),
                    each.has("exit_cost_usd") ? each.at("exit_cost_usd").microUsd() : 0L);
        }
        return incumbents;
    }

    private static Map<String, Buyer.End> ends(YamlNode yaml) {
        var ends = new TreeMap<String, Buyer.End>();
        for (var each : yaml.itemsAt("incumbents")) {
            if (each.has("until")) {
                long exit = each.has("exit_cost_usd") ? each.at("exit_cost_usd").microUsd() : 0L;
                ends.put(
                        each.textAt("operator"),
                        new Buyer.End(exit, each.at("until").day()));
            }
        }
        return ends;
    }

    private static Site site(YamlNode yaml, World world) {
        yaml.onlyKeys(
                "site",
                "name",
                "country",
                "hardware",
                "capacity_mtok_month",
                "fixed_cost_usd_month",
                "bands",
                "source");
        var bands = new ArrayList<Site.Band>();
        for (var band : yaml.at("bands").items()) {
            band.onlyKeys("up_to_params_billion", "usd_per_mtok");
            bands.add(new Site.Band(
                    band.at("up_to_params_billion").number(),
                    band.at("usd_per_mtok").microUsd()));
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).upToParamsBillion() <= bands.get(i - 1).upToParamsBillion()) {
                throw yaml.at("bands").fault("the bands do not grow in size.", "they stand in the wrong order.");
            }
        }
        return new Site(
                yaml.idAt("site"),
                yaml.textAt("name"),
                yaml.at("country").oneOf(world.countries().keySet(), "countries"),
                yaml.textAt("hardware"),
                yaml.at("capacity_mtok_month").whole(0, MOST_MTOK),
                yaml.at("fixed_cost_usd_month").microUsd(),
                bands,
                yaml.textAt("source"));
    }

    private static Evidence evidence(YamlNode yaml, World world) {
        yaml.onlyKeys("flag", "operators", "suppliers", "demands", "owner", "dated", "until", "note");
        yaml.itemsAt("suppliers").forEach(each -> each.oneOf(world.suppliers().keySet(), "suppliers"));
        var dated = yaml.at("dated").day();
        var until = yaml.has("until") ? yaml.at("until").day() : null;
        if (until != null && until.isBefore(dated)) {
            throw yaml.at("until")
                    .fault(
                            "(%s) comes before (%s), the day it is dated.".formatted(until, dated),
                            "the two are swapped.");
        }
        return new Evidence(
                yaml.textAt("flag"),
                yaml.textsAt("operators"),
                yaml.textsAt("suppliers"),
                yaml.textsAt("demands"),
                yaml.textAt("owner"),
                dated,
                until,
                yaml.textAt("note", ""));
    }
}
