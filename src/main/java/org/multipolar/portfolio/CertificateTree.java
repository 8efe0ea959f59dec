package org.multipolar.portfolio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.multipolar.portfolio.Certificate.Apart;
import org.multipolar.portfolio.Certificate.Block;
import org.multipolar.portfolio.Certificate.Proof;
import org.multipolar.portfolio.Certificate.Split;
import org.multipolar.portfolio.Certificate.Weights;

/**
 * Writes a certificate as a tree for JSON, in the form {@code multipolar-certificate/1}.
 *
 * <p>At the top stand {@code format}, {@code score} and {@code bound} in the sense stated, {@code values} by variable and
 * {@code proof}, which always shows that nothing is above the bound when maximising; what is to be minimised is negated. A
 * proof has one of three shapes:
 *
 * <ul>
 *   <li>{@code weights} by row, and {@code shift}: {@link Weights};
 *   <li>{@code split} (a variable), {@code at}, {@code below}, {@code above}: {@link Split};
 *   <li>{@code weights}, {@code shift}, {@code grid} and {@code blocks}, each {@code variables}, {@code bound} and
 *       {@code proof}: {@link Apart}.
 * </ul>
 *
 * Weights and blocks' bounds are whole numbers written as texts.
 */
public final class CertificateTree {

    private final Problem problem;

    private CertificateTree(Problem problem) {
        this.problem = problem;
    }

    public static Map<String, Object> of(StatedProblem stated, Certificate certificate) {
        var writer = new CertificateTree(stated.problem());
        var values = new LinkedHashMap<String, Long>();
        for (int j = 0; j < certificate.values().size(); j++) {
            values.put(writer.variable(j), certificate.values().get(j));
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("format", CertificateReader.FORMAT);
        tree.put("score", stated.stated(certificate.score()));
        tree.put("bound", stated.stated(certificate.bound()));
        tree.put("values", values);
        tree.put("proof", writer.proof(certificate.proof()));
        return tree;
    }

    private String variable(int number) {
        return problem.variables().get(number).name();
    }

    private Map<String, Object> proof(Proof proof) {
        return proof.fold(this::weights, this::split, this::apart);
    }

    private Map<String, Object> weights(Weights weights) {
        var sizes = new LinkedHashMap<String, String>();
        weights.multipliers()
                .forEach(each -> sizes.put(
                        problem.rows().get(each.row()).name(), each.size().toString()));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("weights", sizes);
        tree.put("shift", weights.shift());
        return tree;
    }

    private Map<String, Object> split(Split split) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("split", variable(split.variable()));
        tree.put("at", split.at());
        tree.put("below", proof(split.below()));
        tree.put("above", proof(split.above()));
        return tree;
    }

    private Map<String, Object> apart(Apart apart) {
        var tree = weights(apart.priced());
        tree.put("grid", apart.grid());
        tree.put("blocks", apart.blocks().stream().map(this::block).toList());
        return tree;
    }

    private Map<String, Object> block(Block block) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("variables", block.variables().stream().map(this::variable).toList());
        tree.put("bound", block.bound().toString());
        tree.put("proof", proof(block.proof()));
        return tree;
    }
}
