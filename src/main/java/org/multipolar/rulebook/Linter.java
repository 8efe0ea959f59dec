package org.multipolar.rulebook;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.multipolar.catalog.BadInput;

/**
 * Refuses every rule file that is not in the house form, before any compiler sees it.
 *
 * <p>DRL is Java underneath and could do anything; the house form can only ask a case's fields and note a finding. The
 * linter knows what is allowed and refuses the rest, so what nobody thought of is refused too.
 */
final class Linter {

    private static final Pattern ATOM = Pattern.compile("([a-zA-Z]+)\\.([a-zA-Z]+)\\(\\s*\"([^\"\\\\]*)\"\\s*\\)");
    private static final Pattern THEN =
            Pattern.compile("\\s*findings\\.([a-z]+)\\(\\s*\"([A-Z0-9-]+)\"\\s*,\\s*\\$c\\s*\\)\\s*;\\s*");
    private static final Set<String> EFFECTS =
            Set.of("exclude", "oblige", "cap", "require", "penalise", "prefer", "unstated");
    private static final Map<Field.Kind, Set<String>> QUESTIONS = Map.of(
            Field.Kind.TEXT, Set.of("named", "otherThan", "within", "outside"),
            Field.Kind.TAGS, Set.of("has", "lacks", "hasAnyOf", "hasNoneOf"),
            Field.Kind.DAY, Set.of("onOrAfter", "earlierThan"),
            Field.Kind.AMOUNT, Set.of("atLeast", "below"));
    private static final Set<String> ASKING_A_LIST = Set.of("within", "outside", "hasAnyOf", "hasNoneOf");
    private static final Set<String> ASKING_ONE_WORD = Set.of("named", "otherThan", "has", "lacks");

    private final String file;
    private final Map<String, Parameter> parameters;

    private Linter(String file, Map<String, Parameter> parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    /** {@return the parsed file, all of whose rules are in the house form} */
    static PackageDescr lint(String file, String text, Map<String, Parameter> parameters) {
        return new Linter(file, parameters).file(text);
    }

    private PackageDescr file(String text) {
        refuseText(text, "\\", "a backslash could hide a word from the reader.");
        refuseText(text, "/*", "a block comment could hide a rule from the reader; use //.");
        var drl = parse(text);
        var form =
                "a rule file has the package of its path, imports org.multipolar.rulebook.Case, has the global findings, and rules.";
        var expected =
                "rules." + file.replaceFirst("\\.drl$", "").replace('/', '.').replace('-', '_');
        require(
                drl.getNamespace().equals(expected),
                1,
                "the package (%s) is not that of its path (%s).".formatted(drl.getNamespace(), expected),
                form);
        require(
                drl.getImports().size() == 1
                        && drl.getImports().get(0).getTarget().equals("org.multipolar.rulebook.Case"),
                1,
                "the imports are not exactly org.multipolar.rulebook.Case.",
                form);
        require(
                drl.getGlobals().size() == 1
                        && drl.getGlobals().get(0).getType().equals("org.multipolar.rulebook.Findings")
                        && drl.getGlobals().get(0).getIdentifier().equals("findings"),
                1,
                "the globals are not exactly findings.",
                form);
        require(
                drl.getFunctions().isEmpty()
                        && drl.getFunctionImports().isEmpty()
                        && drl.getAccumulateImports().isEmpty()
                        && drl.getTypeDeclarations().isEmpty()
                        && drl.getEnumDeclarations().isEmpty()
                        && drl.getEntryPointDeclarations().isEmpty()
                        && drl.getWindowDeclarations().isEmpty()
                        && drl.getAttributes().isEmpty()
                        && drl.getUnit() == null,
                1,
                "the file declares more than rules.",
                form);
        drl.getRules().forEach(this::rule);
        return drl;
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

    private void rule(RuleDescr rule) {
        int line = rule.getLine();
        require(
                !rule.isQuery() && rule.getParentName() == null,
                line,
                "(%s) is a query or extends another rule.".formatted(rule.getName()),
                null);
        require(
                rule.getAttributes().isEmpty(),
                line,
                "(%s) has attributes %s."
                        .formatted(
                                rule.getName(),
                                new TreeSet<>(rule.getAttributes().keySet())),
                "salience or the like slipped in; findings are a set, so order must not matter.");
        require(
                rule.getNamedConsequences().isEmpty(),
                line,
                "(%s) has named consequences.".formatted(rule.getName()),
                null);
        pattern(rule);
        consequence(rule);
    }

    private void pattern(RuleDescr rule) {
        int line = rule.getLine();
        var conditions = rule.getLhs();
        boolean one = conditions != null
                && conditions.getDescrs().size() == 1
                && conditions.getDescrs().get(0) instanceof PatternDescr;
        require(
                one,
                line,
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
                line,
                "(%s) does not read $c : Case( ... ).".formatted(rule.getName()),
                null);
        require(
                pattern.getConstraint() instanceof AndDescr,
                line,
                "(%s) has conditions in another form.".formatted(rule.getName()),
                null);
        require(
                !pattern.getConstraint().getDescrs().isEmpty(),
                line,
                "(%s) has no condition.".formatted(rule.getName()),
                null);
        for (var constraint : pattern.getConstraint().getDescrs()) {
            require(
                    constraint instanceof ExprConstraintDescr,
                    line,
                    "(%s) has a condition in another form.".formatted(rule.getName()),
                    null);
            condition(rule, ((ExprConstraintDescr) constraint).getExpression());
        }
    }

    /** Replaces each allowed question by A and reduces A||A, A&&A and (A) to A; anything else is left standing. */
    private void condition(RuleDescr rule, String expression) {
        var atoms = ATOM.matcher(expression);
        while (atoms.find()) {
            atom(rule, atoms);
        }
        var skeleton = ATOM.matcher(expression).replaceAll("A").replaceAll("\\s", "");
        for (var before = ""; !before.equals(skeleton); ) {
            before = skeleton;
            skeleton = skeleton.replace("A||A", "A").replace("A&&A", "A").replace("(A)", "A");
        }
        require(
                skeleton.equals("A"),
                rule.getLine(),
                "(%s) has the condition (%s).".formatted(rule.getName(), expression),
                "it is not made of field.question(\"word\") joined by commas, || and &&; a negation has its own question, such as otherThan or outside.");
    }

    private void atom(RuleDescr rule, Matcher atom) {
        int line = rule.getLine();
        var field = Field.byAccessor().get(atom.group(1));
        require(
                field != null,
                line,
                "(%s) asks for (%s).".formatted(rule.getName(), atom.group(1)),
                "it is misspelt; a case has " + Field.byAccessor().keySet() + ".");
        var questions =
                QUESTIONS.getOrDefault(java.util.Objects.requireNonNull(field).kind(), Set.of());
        require(
                questions.contains(atom.group(2)),
                line,
                "(%s) asks %s.%s.".formatted(rule.getName(), atom.group(1), atom.group(2)),
                "it is one of " + new TreeSet<>(questions) + ".");
        if (!ASKING_ONE_WORD.contains(atom.group(2))) {
            parameter(rule, atom);
        }
    }

    private void parameter(RuleDescr rule, Matcher atom) {
        var parameter = parameters.get(atom.group(3));
        require(
                parameter != null,
                rule.getLine(),
                "(%s) names the parameter (%s).".formatted(rule.getName(), atom.group(3)),
                "it is misspelt, or missing under parameters/.");
        boolean list = java.util.Objects.requireNonNull(parameter).unit().list();
        require(
                list == ASKING_A_LIST.contains(atom.group(2)),
                rule.getLine(),
                "(%s) asks %s of a parameter in %s."
                        .formatted(
                                rule.getName(), atom.group(2), parameter.unit().word()),
                null);
    }

    private void consequence(RuleDescr rule) {
        var then = THEN.matcher(String.valueOf(rule.getConsequence()));
        require(
                then.matches(),
                rule.getLine(),
                "(%s) does more than note one finding.".formatted(rule.getName()),
                "its then part is not findings.EFFECT(\"ID\", $c); alone.");
        require(
                EFFECTS.contains(then.group(1)),
                rule.getLine(),
                "(%s) has the effect (%s).".formatted(rule.getName(), then.group(1)),
                "it is one of " + new TreeSet<>(EFFECTS) + ".");
        require(
                then.group(2).equals(id(rule)),
                rule.getLine(),
                "(%s) notes a finding of (%s).".formatted(rule.getName(), then.group(2)),
                "the id was copied from another rule.");
    }

    /** {@return the rule's id: its name up to the first space} */
    static String id(RuleDescr rule) {
        return rule.getName().split(" ", 2)[0];
    }

    /** {@return the word of the effect in a linted rule} */
    static String effect(RuleDescr rule) {
        var then = THEN.matcher(String.valueOf(rule.getConsequence()));
        return then.matches() ? then.group(1) : "";
    }

    /** One question that a rule asks of a field. */
    record Question(String field, String asked, String word) {

        boolean asksParameter() {
            return !ASKING_ONE_WORD.contains(asked);
        }
    }

    /** {@return each question of a linted rule} */
    static java.util.List<Question> questions(RuleDescr rule) {
        var questions = new java.util.ArrayList<Question>();
        var pattern = (PatternDescr) rule.getLhs().getDescrs().get(0);
        for (var constraint : pattern.getConstraint().getDescrs()) {
            var atoms = ATOM.matcher(((ExprConstraintDescr) constraint).getExpression());
            while (atoms.find()) {
                questions.add(new Question(atoms.group(1), atoms.group(2), atoms.group(3)));
            }
        }
        return questions;
    }

    private void refuseText(String text, String hidden, String why) {
        int at = text.indexOf(hidden);
        if (at >= 0) {
            throw new BadInput(
                    file,
                    (int) text.substring(0, at).lines().count() + (text.charAt(Math.max(0, at - 1)) == '\n' ? 1 : 0),
                    "",
                    "(%s) stands here; ".formatted(hidden) + why,
                    null);
        }
    }

    private void require(boolean holds, int line, String what, @org.jspecify.annotations.Nullable String maybe) {
        if (!holds) {
            throw new BadInput(file, line, "", what, maybe);
        }
    }
}
