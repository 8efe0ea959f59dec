package org.multipolar.catalog.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.LimitClause.Kind;
import org.multipolar.catalog.LimitClause.On;
import org.multipolar.catalog.LimitClause.Scope;
import org.multipolar.catalog.Parsed;
import org.multipolar.catalog.World;

/** Reads limits, from a buyer's profile or from a file of their own. */
public final class LimitReader {

    /** Each makes the problem larger, and the search for what clashes asks again without it. */
    private static final int MOST = 200;

    private static final Map<String, Kind> KINDS =
            Map.of("cap", Kind.CAP, "floor", Kind.FLOOR, "count", Kind.COUNT, "keep", Kind.KEEP);
    private static final Map<String, On> ONS =
            Arrays.stream(On.values()).collect(Collectors.toMap(On::word, Function.identity()));
    private static final Map<String, Scope> SCOPES =
            Map.of("demand", Scope.DEMAND, "region", Scope.REGION, "buyer", Scope.BUYER);

    private static final Pattern SHARE_OF = Pattern.compile("(\\d+):([a-z-]+)");

    private LimitReader() {}

    /** {@return the limits of a file, for a buyer and the world its ids are from} */
    public static Parsed<List<LimitClause>> file(String file, byte[] bytes, Buyer buyer, World world) {
        return Parsed.of(() -> {
            var yaml = YamlNode.read(file, bytes).onlyKeys("limits");
            return all(yaml.at("limits").items(), LimitNames.of(buyer, world));
        });
    }

    /**
     * {@return the limits that one option of the command line states}
     *
     * @param word keep, never or at least
     * @param value what would follow it in a file; {@code 20:open} stands for {@code {share: 20, of: [open]}}
     */
    public static Parsed<List<LimitClause>> option(String word, String value, Buyer buyer, World world) {
        var share = SHARE_OF.matcher(value);
        var written = share.matches() ? "{share: %s, of: [%s]}".formatted(share.group(1), share.group(2)) : value;
        return Parsed.of(() -> {
            var line = "%s: %s".formatted(word, written).getBytes(StandardCharsets.UTF_8);
            return limits(YamlNode.read("--" + word.replace(' ', '-'), line), LimitNames.of(buyer, world));
        });
    }

    static List<LimitClause> all(List<YamlNode> nodes, LimitNames names) {
        var limits = new ArrayList<LimitClause>();
        var ids = new HashSet<String>();
        for (var node : nodes) {
            for (var limit : limits(node, names)) {
                if (!ids.add(limit.id())) {
                    throw (node.has("id") ? node.at("id") : node)
                            .fault("the id (%s) stands twice.".formatted(limit.id()), null);
                }
                limits.add(limit);
                if (limits.size() > MOST) {
                    throw node.fault("more than %d limits.".formatted(MOST), "many of them say the same.");
                }
            }
        }
        return limits;
    }

    private static List<LimitClause> limits(YamlNode node, LimitNames names) {
        return ShortLimits.isShort(node) ? new ShortLimits(names).read(node) : List.of(limit(node, names));
    }

    private static LimitClause limit(YamlNode yaml, LimitNames names) {
        yaml.onlyKeys("id", "kind", "on", "of", "scope", "demand", "region", "at", "why", "source");
        var on = yaml.at("on").word(ONS);
        var scope = yaml.at("scope").word(SCOPES);
        var kind = yaml.at("kind").word(KINDS);
        boolean counted = on == On.CONTRACTS || on == On.SUPPLIERS;
        if (counted != (kind == Kind.COUNT)) {
            throw yaml.at("kind").fault("a limit on %s is %s count.".formatted(on.word(), counted ? "a" : "no"), null);
        }
        if (kind == Kind.KEEP) {
            kept(yaml, on);
        }
        long at = on == On.COST
                ? yaml.at("at").microUsd()
                : kind == Kind.KEEP
                        ? 1
                        : counted ? yaml.at("at").whole(1, 1000) : yaml.at("at").whole(0, 100);
        return new LimitClause(
                yaml.idAt("id"),
                kind,
                on,
                yaml.textsAt("of"),
                scope,
                names.demand(yaml),
                names.region(yaml),
                at,
                yaml.textAt("why"),
                yaml.textAt("source", ""));
    }

    /** What stays is named, and stays with whatever share is best. */
    private static void kept(YamlNode yaml, On on) {
        if (on == On.COST || on == On.RETAINED || on == On.OUTSIDE_SUPERPOWERS) {
            throw yaml.at("kind").fault("a limit on %s keeps nothing by name.".formatted(on.word()), null);
        }
        if (yaml.textsAt("of").isEmpty()) {
            throw yaml.fault("nothing is named that should stay.", "the key (of) is missing.");
        }
        if (yaml.has("at")) {
            throw yaml.at("at").fault("what is kept has no amount; one lot is enough.", "a floor is meant.");
        }
    }
}
