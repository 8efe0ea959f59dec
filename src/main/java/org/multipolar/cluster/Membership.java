package org.multipolar.cluster;

import java.util.List;

/**
 * How a process takes part in a cluster.
 *
 * @param cluster name of the cluster; members of another name stay strangers
 * @param host address of the interface to listen on, by default {@link #LOOPBACK}
 * @param port to listen on; taken as it is, never the next free one
 * @param members {@code host:port} of all members that may be there, this one may be among them; who is in no other's list and
 *     has none of the others in its own stays alone
 * @param workers how many chunks this process works out at once; 0 where it only coordinates
 */
public record Membership(String cluster, String host, int port, List<String> members, int workers) {

    /** Where members listen unless a setting says otherwise. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int MOST_PORTS = 65_535;

    public Membership {
        members = List.copyOf(members);
        check(!cluster.isBlank(), "A cluster has no name.", "it should be called multipolar");
        check(!host.isBlank(), "A member of %s has no interface to listen on.".formatted(cluster), "it is " + LOOPBACK);
        check(
                port >= 1 && port <= MOST_PORTS,
                "A member of %s cannot listen on port %d.".formatted(cluster, port),
                "a port from 1 to " + MOST_PORTS + " was meant");
        check(
                workers >= 0,
                "A member of %s cannot have %d workers.".formatted(cluster, workers),
                "0 was meant, for one that only coordinates");
    }

    private static void check(boolean right, String wrong, String maybe) {
        if (!right) {
            throw new IllegalArgumentException(wrong + "\nMaybe " + maybe + ".");
        }
    }
}
