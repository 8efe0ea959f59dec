package org.multipolar.catalog.read;

import java.util.Map;
import org.multipolar.catalog.Region;
import org.multipolar.catalog.Region.Citation;
import org.multipolar.catalog.Region.RegionLanguage;

/** Reads one operating region. */
final class RegionReader {

    private RegionReader() {}

    static Region read(YamlNode yaml, Map<String, ?> countries) {
        yaml.onlyKeys(
                "region",
                "name",
                "country",
                "bloc",
                "languages",
                "legal_regimes",
                "adequate_countries",
                "residency",
                "supply_notes",
                "special_sectors",
                "public_sector_and_origin_rules",
                "sources",
                "confidence",
                "as_of");
        var residency = yaml.at("residency").onlyKeys("stance", "detail");
        if (yaml.at("sources").items().isEmpty()) {
            throw yaml.at("sources").fault("the region names no source.", null);
        }
        return new Region(
                yaml.textAt("region"),
                yaml.textAt("name"),
                yaml.at("country").oneOf(countries.keySet(), "countries"),
                yaml.has("bloc") ? yaml.textAt("bloc") : null,
                yaml.at("languages").items().stream()
                        .map(RegionReader::language)
                        .toList(),
                yaml.textsAt("legal_regimes"),
                yaml.textAt("adequate_countries", ""),
                residency.textAt("stance", "") + ": " + residency.textAt("detail", ""),
                yaml.textAt("supply_notes", ""),
                yaml.at("as_of").day().toString(),
                yaml.at("sources").items().stream().map(RegionReader::citation).toList());
    }

    private static RegionLanguage language(YamlNode yaml) {
        yaml.onlyKeys("code", "official", "business_weight_percent", "population_share_percent");
        return new RegionLanguage(yaml.textAt("code"), yaml.percentAt("business_weight_percent"));
    }

    static Citation citation(YamlNode yaml) {
        yaml.onlyKeys("title", "publisher", "date", "url");
        return new Citation(
                yaml.textAt("title"), yaml.textAt("publisher", ""), yaml.textAt("date", ""), yaml.textAt("url", ""));
    }
}
