package org.multipolar.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.multipolar.catalog.BadInput;

/**
 * Refuses every rule file that is not in the house form.
 *
 * <p>DRL is Java underneath and could do anything; the house form can only ask a case's fields and note a finding. The
 * linter knows what is allowed and refuses the rest, so what nobody thought of is refused too. What it hands on is plain
 * data: no text of a rule ever reaches a compiler.
 */
final class Linter {

    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 50;
    /** What the parser takes as one: a text, which may go on over lines, a comment, or a sign that counts. */
    private static final Pattern SIGN = Pattern.compile("\"[^\"]*\"|//[^\\r\\n]*|[(\\[{)\\]}']");

    private static final Pattern THEN =
            Pattern.compile("\\s*findings\\.([a-z]+)\\(\\s*\"([A-Z0-9-]+)\"\\s*,\\s*\\$c\\s*\\)\\s*;\\s*");
    private static final Set<String> EFFECTS =
            Set.of("exclude", "oblige", "cap", "require", "penalise", "prefer", HouseRule.UNSTATED);
    private static final String FORM =
            "a rule file has the package of its path, imports org.multipolar.rulebook.Case, has the global findings, and rules.";

    private final String file;
    private final Map<String, Parameter> parameters;

    private Linter(String file, Map<String, Parameter> parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    /** {@return the rules of a file, all in the house form} */
    static List<HouseRule> lint(String file, String text, Map<String, Parameter> parameters) {
        return new Linter(file, parameters).file(text);
    }

    private List<HouseRule> file(String text) {
        refuseSize(text);
        refuseText(text, "\\", "a backslash could hide a word from the reader.");
        refuseText(text, "/*", "a block comment could hide a rule from the reader; use //.");
        var drl = parse(text);
        var expected =
                "rules." + file.replaceFirst("\\.drl$", "").replace('/', '.').replace('-', '_');
        require(
                drl.getNamespace().equals(expected),
                1,
                "the package (%s) is not that of its path (%s).".formatted(drl.getNamespace(), expected),
                FORM);
        require(importsCase(drl), 1, "the imports are not exactly org.multipolar.rulebook.Case.", FORM);
        require(declaresFindings(drl), 1, "the globals are not exactly findings.", FORM);
        require(declaresNothingElse(drl), 1, "the file declares more than rules.", FORM);
        return drl.getRules().stream().map(this::rule).toList();
    }

    private static boolean importsCase(PackageDescr drl) {
        return drl.getImports().size() == 1
                && drl.getImports().get(0).getTarget().equals("org.multipolar.rulebook.Case");
    }

    private static boolean declaresFindings(PackageDescr drl) {
        return drl.getGlobals().size() == 1
                && drl.getGlobals().get(0).getType().equals("org.multipolar.rulebook.Findings")
                && drl.getGlobals().get(0).getIdentifier().equals("findings");
    }

    private static boolean declaresNothingElse(PackageDescr drl) {
        return drl.getFunctions().isEmpty()
                && drl.getFunctionImports().isEmpty()
                && drl.getAccumulateImports().isEmpty()
                && drl.getTypeDeclarations().isEmpty()
                && drl.getEnumDeclarations().isEmpty()
                && drl.getEntryPointDeclarations().isEmpty()
                && drl.getWindowDeclarations().isEmpty()
                && drl.getAttributes().isEmpty()
                && drl.getUnit() == null;
    }

    private PackageDescr parse(String text) {
        var parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            var drl = parser.parse(false, text);
            if (parser.hasErrors() || drl == null) {
                var first = parser.getErrors().get(0);
                int line = first.getLines().length > 0 ? first.getLines()[0] : 0;
                throw new BadInput(
                        file,
                        line,
                        "",
                        "this is no rule file: "
                                + first.getMessage().lines().findFirst().orElse(""),
                        "a quote, a comma or an end is missing.");
            }
            return drl;
        } catch (DroolsParserException broken) {
            throw new BadInput(file, 0, "", "this is no rule file: " + broken.getMessage(), null);
        }
    }

    private HouseRule rule(RuleDescr rule) {
        int line = rule.getLine();
        var name = rule.getName();
        require(
                !rule.isQuery() && rule.getParentName() == null,
                line,
                "(%s) is a query or extends another rule.".formatted(name),
                null);
        require(
                rule.getAttributes().isEmpty(),
                line,
                "(%s) has attributes %s."
                        .formatted(name, new TreeSet<>(rule.getAttributes().keySet())),
                "salience or the like slipped in; findings are a set, so order must not matter.");
        require(rule.getNamedConsequences().isEmpty(), line, "(%s) has named consequences.".formatted(name), null);
        var when = conditions(rule, pattern(rule));
        return new HouseRule(name, id(name), effect(rule), when, annotations(rule), file, line);
    }

    private PatternDescr pattern(RuleDescr rule) {
        var conditions = rule.getLhs();
        boolean one = conditions != null
                && conditions.getDescrs().size() == 1
                && conditions.getDescrs().get(0) instanceof PatternDescr;
        require(
                one,
                rule.getLine(),
                "(%s) does not test exactly one case.".formatted(rule.getName()),
                "it has an or, not, exists, eval, from or accumulate.");
        var pattern = (PatternDescr) conditions.getDescrs().get(0);
        require(
                "Case".equals(pattern.getObjectType())
                        && "$c".equals(pattern.getIdentifier())
                        && !pattern.isQuery()
                        && !pattern.isUnification()
                        && pattern.getSource() == null
                        && pattern.getBehaviors().isEmpty()
                        && pattern.getAnnotations().isEmpty(),
                rule.getLine(),
                "(%s) does not read $c : Case( ... ).".formatted(rule.getName()),
                null);
        return pattern;
    }

    private Condition.AllOf conditions(RuleDescr rule, PatternDescr pattern) {
        int line = rule.getLine();
        boolean all = pattern.getConstraint() instanceof AndDescr;
        require(all, line, "(%s) has conditions in another form.".formatted(rule.getName()), null);
        var parts = new ArrayList<Condition>();
        for (var constraint : pattern.getConstraint().getDescrs()) {
            require(
                    constraint instanceof ExprConstraintDescr,
                    line,
                    "(%s) has a condition in another form.".formatted(rule.getName()),
                    null);
            parts.add(ConditionParser.parse(
                    ((ExprConstraintDescr) constraint).getExpression(),
                    parameters,
                    (what, maybe) -> new BadInput(file, line, "", "(%s) %s".formatted(rule.getName(), what), maybe)));
        }
        require(!parts.isEmpty(), line, "(%s) has no condition.".formatted(rule.getName()), null);
        return new Condition.AllOf(parts);
    }

    private String effect(RuleDescr rule) {
        int line = rule.getLine();
        var then = THEN.matcher(String.valueOf(rule.getConsequence()));
        require(
                then.matches(),
                line,
                "(%s) does more than note one finding.".formatted(rule.getName()),
                "its then part is not findings.EFFECT(\"ID\", $c); alone.");
        require(
                EFFECTS.contains(then.group(1)),
                line,
                "(%s) has the effect (%s).".formatted(rule.getName(), then.group(1)),
                "it is one of " + new TreeSet<>(EFFECTS) + ".");
        require(
                then.group(2).equals(id(rule.getName())),
                line,
                "(%s) notes a finding of (%s).".formatted(rule.getName(), then.group(2)),
                "the id was copied from another rule.");
        return then.group(1);
    }

    private static String id(String name) {
        return name.split(" ", 2)[0];
    }

    private static Map<String, String> annotations(RuleDescr rule) {
        var annotations = new TreeMap<String, String>();
        for (var name : rule.getAnnotationNames()) {
            annotations.put(
                    name, unquoted(String.valueOf(rule.getAnnotation(name).getValue())));
        }
        return annotations;
    }

    private static String unquoted(String value) {
        var text = value.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** The parser is recursive: what is too long or too deep for a person must not reach it. */
    private void refuseSize(String text) {
        require(text.length() <= LONGEST, 1, "the file is longer than %d characters.".formatted(LONGEST), null);
        int depth = 0;
        var signs = SIGN.matcher(text);
        while (signs.find()) {
            depth = switch (signs.group()) {
                case "(", "[", "{" -> depth + 1;
                // What closes nothing must not make room for what opens later.
                case ")", "]", "}" -> Math.max(0, depth - 1);
                default -> depth;
            };
            if (depth > DEEPEST) {
                throw at(signs.start(), text, "parentheses stand deeper than %d.".formatted(DEEPEST));
            }
            if (signs.group().equals("'")) {
                throw at(signs.start(), text, "a single quote could hide a word from the reader; use \"...\".");
            }
        }
    }

    private void refuseText(String text, String hidden, String why) {
        int at = text.indexOf(hidden);
        if (at >= 0) {
            throw at(at, text, "(%s) stands here; ".formatted(hidden) + why);
        }
    }

    private BadInput at(int place, String text, String what) {
        long before = text.chars().limit(place).filter(sign -> sign == '\n').count();
        return new BadInput(file, (int) before + 1, "", what, null);
    }

    private void require(boolean holds, int line, String what, @Nullable String maybe) {
        if (!holds) {
            throw new BadInput(file, line, "", what, maybe);
        }
    }
}
