package org.multipolar.portfolio;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.JsonText;
import org.multipolar.portfolio.Certificate.Apart;
import org.multipolar.portfolio.Certificate.Block;
import org.multipolar.portfolio.Certificate.Multiplier;
import org.multipolar.portfolio.Certificate.Proof;
import org.multipolar.portfolio.Certificate.Split;
import org.multipolar.portfolio.Certificate.Weights;

/**
 * Reads a certificate in the form {@code multipolar-certificate/1}, which {@link CertificateTree} writes; whether it proves
 * anything is not judged here. The first fault found is thrown as {@link BadInput}.
 */
public final class CertificateReader {

    static final String FORMAT = "multipolar-certificate/1";

    private static final int MOST_DIGITS = 80;

    private final JsonText json;
    private final StatedProblem stated;
    private final Map<String, Integer> variables = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    private CertificateReader(String file, String text, StatedProblem stated) {
        this.json = JsonText.of(file, text);
        this.stated = stated;
        stated.problem().variables().forEach(variable -> variables.put(variable.name(), variables.size()));
        stated.problem().rows().forEach(row -> rows.put(row.name(), rows.size()));
    }

    /** {@return the certificate that a file holds for a problem; bad input is thrown} */
    public static Certificate read(String file, byte[] bytes, StatedProblem stated) {
        return new CertificateReader(file, JsonText.text(file, bytes), stated).certificate();
    }

    private Certificate certificate() {
        String format = null;
        Long score = null;
        Long bound = null;
        List<Long> values = null;
        Proof proof = null;
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            switch (key) {
                case "format" -> format = json.text();
                case "score" -> score = stated.stated(json.whole());
                case "bound" -> bound = stated.stated(json.whole());
                case "values" -> values = values();
                case "proof" -> proof = proof();
                default -> throw json.unknownKey("format", "score", "bound", "values", "proof");
            }
        }
        if (format == null || !format.equals(FORMAT)) {
            throw json.fault("the format is not (%s).".formatted(FORMAT), "the file is of another form.");
        }
        if (score == null || bound == null || values == null || proof == null) {
            throw json.fault("a certificate needs a score, a bound, values and a proof.", "the file was cut short.");
        }
        json.end();
        return new Certificate(values, score, bound, proof);
    }

    private List<Long> values() {
        var values = new ArrayList<@Nullable Long>();
        variables.keySet().forEach(any -> values.add(null));
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            values.set(number(variables, key, "variable"), json.whole());
        }
        var all = new ArrayList<Long>();
        for (var value : values) {
            if (value == null) {
                throw json.fault("a variable has no value.", "it was left out though it is zero.");
            }
            all.add(value);
        }
        return all;
    }

    private int number(Map<String, Integer> numbers, String name, String kind) {
        var number = numbers.get(name);
        if (number == null) {
            throw json.fault("no %s is called (%s).".formatted(kind, name), "the certificate is another problem's.");
        }
        return number;
    }

    private Proof proof() {
        Integer variable = null;
        Long at = null;
        Proof below = null;
        Proof above = null;
        List<Multiplier> weights = null;
        Integer shift = null;
        Integer grid = null;
        List<Block> blocks = null;
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            switch (key) {
                case "split" -> variable = number(variables, json.text(), "variable");
                case "at" -> at = json.whole();
                case "below" -> below = proof();
                case "above" -> above = proof();
                case "weights" -> weights = weights();
                case "shift" -> shift = small();
                case "grid" -> grid = small();
                case "blocks" -> blocks = blocks();
                default -> throw json.unknownKey("split", "at", "below", "above", "weights", "shift", "grid", "blocks");
            }
        }
        if (variable != null && at != null && below != null && above != null && weights == null && blocks == null) {
            return new Split(variable, at, below, above);
        }
        if (variable != null || at != null || below != null || above != null || weights == null || shift == null) {
            throw json.fault(
                    "a step needs split, at, below and above, or weights and shift, with or without grid and blocks.",
                    "a child of a split was left out.");
        }
        if (blocks != null && grid != null) {
            return new Apart(new Weights(shift, weights), grid, blocks);
        }
        if (blocks != null || grid != null) {
            throw json.fault("grid and blocks belong together.", null);
        }
        return new Weights(shift, weights);
    }

    private int small() {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, json.whole()));
    }

    private List<Multiplier> weights() {
        var weights = new ArrayList<Multiplier>();
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            weights.add(new Multiplier(number(rows, key, "row"), large()));
        }
        return weights;
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        json.enterList();
        while (json.item()) {
            blocks.add(block());
        }
        return blocks;
    }

    private Block block() {
        List<Integer> numbers = null;
        BigInteger bound = null;
        Proof proof = null;
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            switch (key) {
                case "variables" -> numbers = names();
                case "bound" -> bound = large();
                case "proof" -> proof = proof();
                default -> throw json.unknownKey("variables", "bound", "proof");
            }
        }
        if (numbers == null || bound == null || proof == null) {
            throw json.fault("a block needs variables, a bound and a proof.", null);
        }
        return new Block(numbers, bound, proof);
    }

    private List<Integer> names() {
        var numbers = new ArrayList<Integer>();
        json.enterList();
        while (json.item()) {
            numbers.add(number(variables, json.text(), "variable"));
        }
        return numbers;
    }

    /** Stands as text, because many readers of JSON hold numbers exactly only below 2^53. */
    private BigInteger large() {
        var digits = json.text();
        if (digits.length() > MOST_DIGITS || !digits.matches("-?[0-9]+")) {
            throw json.fault(
                    "a whole number of at most %d digits, as a text, is expected here.".formatted(MOST_DIGITS), null);
        }
        return new BigInteger(digits);
    }
}
