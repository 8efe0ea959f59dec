package org.multipolar.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.SweepWorkers;
import org.multipolar.catalog.BadInput;
import org.multipolar.cluster.Member;
import org.multipolar.cluster.Members;
import org.multipolar.portfolio.solve.Decomposition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Works futures out for sweeps that other members of a cluster ask for; needs no profiles of its own. */
@Command(
        name = "work",
        description = "Joins a cluster and works out chunks of its sweeps until it is stopped.",
        mixinStandardHelpOptions = true)
final class WorkCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that work (default: as many as processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        if (!cluster.stated()) {
            throw new BadInput("work", 0, "", "no port to listen on is named.", "the option (--port) is missing.");
        }
        if (threads < 1 || threads > 256) {
            throw new BadInput("--threads", 0, "", "(%d) is not between 1 and 256.".formatted(threads), null);
        }
        Members.factory(new SweepWorkers(Decomposition::forSweeps));
        var err = java.util.Objects.requireNonNull(spec).commandLine().getErr();
        try (var member = Member.join(cluster.membership(threads))) {
            err.println("Joined; %d members.".formatted(member.members()));
            member.waitUntilStopped();
        }
        return Exit.DONE;
    }
}
