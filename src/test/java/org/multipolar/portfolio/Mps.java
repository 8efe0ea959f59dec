package org.multipolar.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multipolar.portfolio.Problem.Row;
import org.multipolar.portfolio.Problem.Term;
import org.multipolar.portfolio.Problem.Variable;

/** A reader of MPS that knows as much of the format as its description says, and nothing of who wrote the file. */
public final class Mps {

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> columns = new LinkedHashMap<>();
    private final Map<String, Long> sides = new LinkedHashMap<>();
    private final Map<String, Long> ranges = new LinkedHashMap<>();
    private final Map<String, Long> lower = new LinkedHashMap<>();
    private final Map<String, Long> upper = new LinkedHashMap<>();
    private String objective = "";
    private String section = "";
    private boolean whole;

    /** {@return the problem, whose objective is maximised: the negation of what the file minimises} */
    public static Problem read(String text) {
        var mps = new Mps();
        text.lines().filter(line -> !line.startsWith("*") && !line.isBlank()).forEach(mps::line);
        return mps.problem();
    }

    private void line(String line) {
        var words = line.strip().split("\\s+", -1);
        if (!line.startsWith(" ")) {
            section = words[0];
            return;
        }
        switch (section) {
            case "ROWS" -> {
                if (words[0].equals("N")) {
                    objective = words[1];
                } else {
                    types.put(words[1], words[0]);
                }
            }
            case "COLUMNS" -> column(words);
            case "RHS" -> sides.put(words[1], Long.valueOf(words[2]));
            case "RANGES" -> ranges.put(words[1], Long.valueOf(words[2]));
            case "BOUNDS" -> (words[0].equals("LO") ? lower : upper).put(words[2], Long.valueOf(words[3]));
            default -> throw new IllegalArgumentException("In no section: " + line);
        }
    }

    private void column(String[] words) {
        if (words[1].equals("'MARKER'")) {
            whole = words[2].equals("'INTORG'");
            return;
        }
        if (!whole) {
            throw new IllegalArgumentException(words[0] + " is not marked as whole.");
        }
        var before =
                columns.computeIfAbsent(words[0], name -> new LinkedHashMap<>()).put(words[1], Long.valueOf(words[2]));
        if (before != null) {
            throw new IllegalArgumentException(words[0] + " stands twice in " + words[1]);
        }
    }

    private Problem problem() {
        var names = List.copyOf(columns.keySet());
        var variables = names.stream()
                .map(name ->
                        new Variable(name, "", lower.getOrDefault(name, 0L), upper.getOrDefault(name, Long.MAX_VALUE)))
                .toList();
        var rows = new ArrayList<Row>();
        types.forEach((row, type) -> {
            long side = sides.getOrDefault(row, 0L);
            var range = ranges.get(row);
            long least =
                    switch (type) {
                        case "G", "E" -> side;
                        default -> range == null ? Long.MIN_VALUE : side - range;
                    };
            long most = type.equals("G") ? Long.MAX_VALUE : side;
            rows.add(new Row(row, "", least, most, terms(names, row)));
        });
        var factors = names.stream()
                .map(name -> -columns.getOrDefault(name, Map.of()).getOrDefault(objective, 0L))
                .toList();
        return new Problem(variables, rows, 0, factors);
    }

    private List<Term> terms(List<String> names, String row) {
        var terms = new ArrayList<Term>();
        for (int i = 0; i < names.size(); i++) {
            var factor = columns.getOrDefault(names.get(i), Map.of()).get(row);
            if (factor != null) {
                terms.add(new Term(i, factor));
            }
        }
        return terms;
    }
}
