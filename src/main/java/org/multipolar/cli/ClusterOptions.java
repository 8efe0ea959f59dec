package org.multipolar.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multipolar.catalog.BadInput;
import org.multipolar.cluster.Membership;
import picocli.CommandLine.Option;

/** How a command takes part in a cluster; it does only where a port is named. */
final class ClusterOptions {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Take part in a cluster, listening here; members trust each other and do not encrypt")
    private @Nullable Integer port;

    @Option(
            names = "--members",
            paramLabel = "HOST:PORT",
            split = ",",
            description = "Members that may be there, this one among them or not")
    private List<String> members = List.of();

    @Option(names = "--cluster", paramLabel = "NAME", description = "Name of the cluster (default: multipolar)")
    private String name = "multipolar";

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address of the interface to listen on (default: 127.0.0.1)")
    private String host = Membership.LOOPBACK;

    /** {@return whether the command takes part} */
    boolean stated() {
        if (port == null && !members.isEmpty()) {
            throw new BadInput("--members", 0, "", "no port to listen on is named.", "the option (--port) is missing.");
        }
        return port != null;
    }

    Membership membership(int workers) {
        try {
            return new Membership(name, host, port == null ? 0 : port, members, workers);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput("--port", 0, "", String.valueOf(wrong.getMessage()), null);
        }
    }
}
