package org.multipolar.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Folder;
import org.multipolar.portfolio.ProblemReader;
import org.multipolar.portfolio.solve.Decomposition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves a stated problem alone, whether or not it is a portfolio. */
@Command(
        name = "solve",
        description = "Solves a whole-number linear problem, such as export --problem writes, and proves the answer.",
        mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM.json", description = "File of the form multipolar-problem/1")
    private Path problem = Path.of("");

    @Option(names = "--json", description = "Print one JSON document and nothing else")
    private boolean json;

    @Override
    public Integer call() {
        var stated = ProblemReader.read(problem.toString(), Folder.bytes(problem));
        var solved = Solved.of(stated, Decomposition.usual().solve(stated.problem(), stated.ties()));
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.print(json ? Json.pretty(solved) : solved.text());
        out.flush();
        return solved.status();
    }
}
