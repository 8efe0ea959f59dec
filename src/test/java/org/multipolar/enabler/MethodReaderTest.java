package org.multipolar.enabler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.YamlNode;

class MethodReaderTest {

    private static final String GOOD =
            """
            method: mine
            title: Mine
            version: "1"
            enablers: [energy, compute]
            normalisation: share-of-best
            lower_is_better: cheapest-1-dearest-0
            chip_access_of_barred_countries: 0
            aggregation: arithmetic
            weights: {making: {compute: 1}, serving: {energy: 3, compute: 1}, overall: {energy: 1, compute: 1}}
            blocs: {ranked_as_one: [EU], weighed_by_gdp: []}
            tiers:
              - {name: strong, at_least: 0.5}
              - {name: weak, at_least: 0}
            """;

    @Test
    void the_shipped_methods_can_be_read() {
        assertThat(Profiles.method("published").enablers())
                .containsExactly("capital", "talent", "ip", "data", "energy", "compute");
        assertThat(Profiles.method("published").choices().words())
                .containsEntry("lower_is_better", "cheapest-1-dearest-0")
                .containsEntry("chip_access_of_barred_countries", "0");
        assertThat(Profiles.method("scale-only").enablers()).doesNotContain("energy");
    }

    @Test
    void a_good_file_is_read_as_it_stands() {
        var method = read(GOOD);

        assertThat(method.weights().serving()).containsEntry("energy", 3.0);
        assertThat(method.tiers()).extracting(Tier::name).containsExactly("strong", "weak");
    }

    @Test
    void an_unknown_key_is_named_with_its_line() {
        assertFault(GOOD + "colour: blue\n", "method.yaml:14 [colour]: nobody knows this key.");
    }

    @Test
    void an_unknown_normalisation_is_refused_with_those_there_are() {
        assertFault(
                GOOD.replace("share-of-best", "best-of-share"),
                "(best-of-share) is not one of [goalposts, min-max, percentile-rank, share-of-best, z-score].");
    }

    @Test
    void a_weight_for_an_enabler_that_the_method_lacks_is_refused() {
        assertFault(GOOD.replace("making: {compute", "making: {oil"), "(oil) is not an enabler of this method.");
    }

    @Test
    void a_weight_below_nothing_is_refused_and_weights_of_nothing_alone_too() {
        assertFault(GOOD.replace("energy: 3", "energy: -3"), "(-3) is no weight; it must lie between 0");
        assertFault(GOOD.replace("making: {compute: 1}", "making: {compute: 0}"), "nothing has a weight.");
    }

    @Test
    void an_enabler_named_twice_is_refused() {
        assertFault(GOOD.replace("[energy, compute]", "[energy, energy]"), "or one stands twice");
    }

    @Test
    void tiers_out_of_order_are_refused() {
        assertFault(
                GOOD.replace("at_least: 0}", "at_least: 0.7}"), "the threshold 0.7 is not below the one before it.");
    }

    @Test
    void outliers_are_a_word_or_stated_one_by_one() {
        assertThat(read(GOOD + "outliers: {winsorise: 3, kurtosis: 2.5}\n")
                        .choices()
                        .outliers())
                .isEqualTo(new Outliers(3, false, 2, 2.5));
        assertThat(read(GOOD + "outliers: {skewness: 1}\n").choices().outliers())
                .isEqualTo(new Outliers(0, false, 1, 3.5));
        assertThat(read(GOOD + "outliers: winsorise\n").choices().outliers()).isEqualTo(new Outliers(5, false, 2, 3.5));
    }

    @Test
    void a_logarithm_is_refused_beside_a_share_of_the_best_wherever_either_stands() {
        assertFault(GOOD + "outliers: log\n", "[normalisation]");
        assertFault(GOOD + "uncertainty: {outliers: [none, log]}\n", "[normalisation]");
        assertFault(
                GOOD.replace("share-of-best", "min-max")
                        + "outliers: log\nuncertainty: {normalisation: [min-max, share-of-best]}\n",
                "[normalisation]");
        assertThat(read(GOOD.replace("share-of-best", "min-max") + "outliers: log\n")
                        .choices()
                        .outliers()
                        .log())
                .isTrue();
    }

    @Test
    void weights_vary_by_one_percentage_or_by_one_for_each_kind() {
        var both = read(GOOD + "uncertainty: {weights: 25}\n").variation();
        assertThat(both.indicatorWeightsPercent()).isEqualTo(25);
        assertThat(both.enablerWeightsPercent()).isEqualTo(25);

        var one = read(GOOD + "uncertainty: {weights: {enablers: 10}}\n").variation();
        assertThat(one.indicatorWeightsPercent()).isZero();
        assertThat(one.enablerWeightsPercent()).isEqualTo(10);

        assertFault(GOOD + "uncertainty: {weights: 100}\n", "(100) is not between 0 and 100 percent.");
        assertFault(GOOD + "uncertainty: {noise: {measured: -1}}\n", "(-1) is not between 0 and 100 percent.");
    }

    private static void assertFault(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.fault().message()).contains(message));
    }

    private static Method read(String text) {
        return MethodReader.read(YamlNode.read("method.yaml", text.getBytes(StandardCharsets.UTF_8)));
    }
}
