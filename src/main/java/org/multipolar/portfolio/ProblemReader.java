package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.JsonText;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/**
 * Reads a problem in the form {@code multipolar-problem/1}, which {@link Export#tree} writes.
 *
 * <p>Keys may come in any order, so the text is gone through three times: for what it claims to be, for the variables, and
 * for what refers to variables. The first fault found is thrown as {@link BadInput}.
 */
public final class ProblemReader {

    static final String FORMAT = "multipolar-problem/1";
    static final String MAX = "max";
    static final String MIN = "min";

    private static final String[] KEYS = {"format", "sense", "variables", "rows", "objective", "portfolio"};

    private final String file;
    private final String text;
    private String sense = "";
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> rowNames = new TreeSet<>();
    private final List<Long> objective = new ArrayList<>();
    private long constant;
    private @Nullable Ties ties;

    private ProblemReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** {@return the problem that a file states; bad input is thrown} */
    public static StatedProblem read(String file, byte[] bytes) {
        return read(file, JsonText.text(file, bytes));
    }

    /** {@return the problem that a text states; bad input is thrown} */
    public static StatedProblem read(String file, String text) {
        return new ProblemReader(file, text).stated();
    }

    private StatedProblem stated() {
        each(List.of("format", "sense"), this::claim);
        each(List.of("variables"), this::variables);
        each(List.of("rows", "objective"), this::rowsAndScore);
        var problem = new Problem(variables, rows, constant, objective);
        return new StatedProblem(problem, ties == null ? inOrder() : ties, sense);
    }

    /** Reads the values of some keys at the top, each of which must be there. */
    private void each(List<String> wanted, java.util.function.BiConsumer<String, JsonText> reader) {
        var json = JsonText.of(file, text);
        var missing = new TreeSet<>(wanted);
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            missing.remove(key);
            reader.accept(key, json);
        }
        if (!missing.isEmpty()) {
            throw json.fault(
                    "the key (%s) is missing.".formatted(missing.first()),
                    "the file is of another form than " + FORMAT + ".");
        }
        json.end();
    }

    private void claim(String key, JsonText json) {
        switch (key) {
            case "format" -> oneOf(json, FORMAT);
            case "sense" -> sense = oneOf(json, MAX, MIN);
            default -> json.skip();
        }
    }

    private static String oneOf(JsonText json, String... known) {
        var word = json.text();
        if (!List.of(known).contains(word)) {
            throw json.fault("(%s) is not one of %s.".formatted(word, List.of(known)), null);
        }
        return word;
    }

    private void variables(String key, JsonText json) {
        if (!key.equals("variables")) {
            json.skip();
            return;
        }
        json.enterList();
        while (json.item()) {
            var variable = variable(json);
            if (numbers.put(variable.name(), variables.size()) != null) {
                throw json.fault(
                        "two variables are called (%s).".formatted(variable.name()), "one was meant to be another.");
            }
            variables.add(variable);
        }
        if (variables.isEmpty()) {
            throw json.fault("there is no variable, so nothing to decide.", null);
        }
        objective.addAll(Collections.nCopies(variables.size(), 0L));
    }

    private static Variable variable(JsonText json) {
        String name = null;
        String meaning = "";
        Long lower = null;
        Long upper = null;
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            switch (key) {
                case "name" -> name = json.text();
                case "meaning" -> meaning = json.textOrEmpty();
                case "lower" -> lower = json.whole();
                case "upper" -> upper = json.whole();
                default -> throw json.unknownKey("name", "meaning", "lower", "upper");
            }
        }
        if (name == null || lower == null || upper == null) {
            throw json.fault(
                    "the variable (%s) needs a name, a lower and an upper bound."
                            .formatted(name == null ? "without a name" : name),
                    "no bound means infinity elsewhere; state the largest value that makes sense.");
        }
        ordered(json, name, lower, upper);
        return new Variable(name, meaning, lower, upper);
    }

    private static void ordered(JsonText json, String name, long lower, long upper) {
        if (lower > upper) {
            throw json.fault(
                    "(%s) has the lower bound %d above its upper %d.".formatted(name, lower, upper),
                    "the two were swapped.");
        }
    }

    private void rowsAndScore(String key, JsonText json) {
        switch (key) {
            case "rows" -> {
                json.enterList();
                while (json.item()) {
                    rows.add(row(json));
                }
            }
            case "objective" -> score(json);
            case "portfolio" -> portfolio(json);
            case "format", "sense", "variables" -> json.skip();
            default -> throw json.unknownKey(KEYS);
        }
    }

    private Row row(JsonText json) {
        String name = null;
        String limit = null;
        List<Term> terms = null;
        long lower = Long.MIN_VALUE;
        long upper = Long.MAX_VALUE;
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            switch (key) {
                case "name" -> name = json.text();
                case "limit" -> limit = json.text();
                case "lower" -> lower = json.whole();
                case "upper" -> upper = json.whole();
                case "terms" -> terms = terms(json);
                default -> throw json.unknownKey("name", "limit", "lower", "upper", "terms");
            }
        }
        if (name == null || terms == null) {
            throw json.fault(
                    "the row (%s) needs a name and terms.".formatted(name == null ? "without a name" : name), null);
        }
        if (!rowNames.add(name)) {
            throw json.fault("two rows are called (%s).".formatted(name), "one was meant to be another.");
        }
        ordered(json, name, lower, upper);
        return new Row(name, limit == null ? name : limit, lower, upper, terms);
    }

    private void score(JsonText json) {
        List<Term> terms = null;
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            switch (key) {
                case "constant" -> constant = signed(json.whole());
                case "terms" -> terms = terms(json);
                default -> throw json.unknownKey("constant", "terms");
            }
        }
        if (terms == null) {
            throw json.fault("the objective needs terms.", "write {} where every answer is as good as another.");
        }
        exact(json, terms, constant);
        terms.forEach(term -> objective.set(term.variable(), signed(term.factor())));
    }

    private long signed(long factor) {
        return sense.equals(MIN) ? -factor : factor;
    }

    private List<Term> terms(JsonText json) {
        var terms = new ArrayList<Term>();
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            terms.add(new Term(number(json, key), json.whole()));
        }
        exact(json, terms, 0);
        return terms;
    }

    private void exact(JsonText json, List<Term> terms, long beside) {
        if (Problem.reach(terms, variables, beside) >= Problem.EXACT) {
            throw json.fault(
                    "sums can leave what is computed exactly, which ends below %d (2^53).".formatted(Problem.EXACT),
                    "bounds are wider than needed, or a factor is in too small a unit.");
        }
    }

    private int number(JsonText json, String name) {
        var number = numbers.get(name);
        if (number == null) {
            throw json.fault(
                    "no variable is called (%s).".formatted(name), "it is misspelt, or missing from the variables.");
        }
        return number;
    }

    /** The demands' offers, which stand here too, are for people and other programs; solving does not turn on them. */
    private void portfolio(JsonText json) {
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            switch (key) {
                case "blocks" -> blocks(json);
                case "ties" -> ties = ties(json);
                default -> json.skip();
            }
        }
    }

    private void blocks(JsonText json) {
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            int number = number(json, key);
            variables.set(number, variables.get(number).in(json.textOrEmpty()));
        }
    }

    private Ties ties(JsonText json) {
        var minimise = new ArrayList<List<Term>>();
        var larger = new LinkedHashSet<Integer>();
        json.enterObject();
        for (var key = json.key(); key != null; key = json.key()) {
            json.enterList();
            switch (key) {
                case "minimise" -> {
                    while (json.item()) {
                        minimise.add(terms(json));
                    }
                }
                case "larger" -> {
                    while (json.item()) {
                        if (!larger.add(number(json, json.text()))) {
                            throw json.fault("this variable stands in the order twice.", null);
                        }
                    }
                }
                default -> throw json.unknownKey("minimise", "larger");
            }
        }
        return new Ties(minimise, List.copyOf(larger));
    }

    private Ties inOrder() {
        return new Ties(List.of(), IntStream.range(0, variables.size()).boxed().toList());
    }
}
