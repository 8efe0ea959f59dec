package org.multipolar.suitability;

import org.multipolar.catalog.read.YamlNode;

/**
 * The fixed, dated prices that are worth all and nothing.
 *
 * @param best USD per million tokens that scores 1
 * @param worst USD per million tokens that scores 0
 */
public record PriceGoalposts(String asOf, double best, double worst) {

    public PriceGoalposts {
        if (!(0 < best && best < worst)) {
            throw new IllegalArgumentException("The goalposts are %s and %s USD.".formatted(best, worst));
        }
    }

    public static PriceGoalposts read(YamlNode file) {
        file.onlyKeys("as_of", "note", "best_usd_per_mtok", "worst_usd_per_mtok");
        double best = file.at("best_usd_per_mtok").number();
        double worst = file.at("worst_usd_per_mtok").number();
        if (!(0 < best && best < worst)) {
            throw file.at("best_usd_per_mtok")
                    .fault("the best price (%s) is not between 0 and the worst (%s).".formatted(best, worst), null);
        }
        return new PriceGoalposts(file.at("as_of").day().toString(), best, worst);
    }

    /** {@return the score of a blended price, on a logarithmic scale, within 0 and 1} */
    double score(double usdPerMtok) {
        if (usdPerMtok <= best) {
            return 1;
        }
        if (usdPerMtok >= worst) {
            return 0;
        }
        return (StrictMath.log(worst) - StrictMath.log(usdPerMtok)) / (StrictMath.log(worst) - StrictMath.log(best));
    }
}
