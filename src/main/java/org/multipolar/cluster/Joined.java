package org.multipolar.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.InterfacesConfig;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MemberAttributeConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** A running member, made by nothing but {@link Membership}: no file, no discovery, no call home. */
final class Joined {

    private static final Logger LOG = Logger.getLogger(Joined.class);
    private static final String WORKERS = "workers";

    /** Differences from Hazelcast's own settings, each because a member should do only what this room needs. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("hazelcast.phone.home.enabled", "false"),
            Map.entry("hazelcast.shutdownhook.enabled", "false"),
            Map.entry("hazelcast.logging.type", "jdk"),
            Map.entry("hazelcast.health.monitoring.level", "OFF"),
            Map.entry("hazelcast.socket.bind.any", "false"),
            Map.entry("hazelcast.socket.server.bind.any", "false"),
            Map.entry("hazelcast.socket.client.bind.any", "false"),
            Map.entry("hazelcast.graceful.shutdown.max.wait", "30"),
            Map.entry("hazelcast.wait.seconds.before.join", "1"),
            // Two halves that started without each other find together soon.
            Map.entry("hazelcast.merge.first.run.delay.seconds", "10"),
            Map.entry("hazelcast.merge.next.run.delay.seconds", "10"));

    private Joined() {}

    /** Starts a member and returns when it has joined who is there, or knows that nobody is. */
    static HazelcastInstance join(Membership membership) {
        var hazelcast = Hazelcast.newHazelcastInstance(config(membership));
        hazelcast.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberAdded(MembershipEvent event) {
                log(event, "joined");
            }

            @Override
            public void memberRemoved(MembershipEvent event) {
                log(event, "left");
                Orphans.removeSoon(hazelcast);
            }
        });
        return hazelcast;
    }

    private static void log(MembershipEvent event, String did) {
        LOG.infof(
                "%s %s the cluster; %d members.",
                event.getMember().getAddress(), did, event.getMembers().size());
    }

    /** {@return how many chunks a member works out at once} */
    static int workers(Member member) {
        var workers = member.getAttribute(WORKERS);
        return workers == null ? 0 : Integer.parseInt(workers);
    }

    static Config config(Membership membership) {
        var config = new Config().setClusterName(membership.cluster()).setClassLoader(Joined.class.getClassLoader());
        PROPERTIES.forEach(config::setProperty);
        config.getJetConfig().setEnabled(true).setCooperativeThreadCount(1).setBackupCount(1);
        config.getMetricsConfig().setEnabled(false);
        config.getIntegrityCheckerConfig().setEnabled(false);
        config.setMemberAttributeConfig(attributes(membership));
        config.addMapConfig(new MapConfig(Names.PREFIX + "*").setBackupCount(1));
        config.getSerializationConfig().setJavaSerializationFilterConfig(accepted());
        config.getAdvancedNetworkConfig()
                .setEnabled(true)
                .setMemberEndpointConfig(endpoint(membership))
                .setJoin(join(membership.members()));
        return config;
    }

    private static MemberAttributeConfig attributes(Membership membership) {
        var attributes = new MemberAttributeConfig();
        attributes.setAttribute(WORKERS, Integer.toString(membership.workers()));
        return attributes;
    }

    /**
     * Jobs, and what went wrong with them, travel as Java objects of these; a member accepts no other, so that no library
     * nearby can be turned against it. The exceptions of the language are among them: where one is refused, Jet waits for ever
     * for the answer that held it.
     */
    private static JavaSerializationFilterConfig accepted() {
        return new JavaSerializationFilterConfig()
                .setDefaultsDisabled(true)
                .setBlacklist(new ClassFilter().addClasses("java.net.URL"))
                .setWhitelist(new ClassFilter()
                        .addPrefixes("com.hazelcast.", "[", Joined.class.getPackageName() + ".")
                        .addPackages(
                                "java.io",
                                "java.lang",
                                "java.lang.invoke",
                                "java.net",
                                "java.nio",
                                "java.nio.channels",
                                "java.security",
                                "java.util",
                                "java.util.concurrent"));
    }

    private static ServerSocketEndpointConfig endpoint(Membership membership) {
        var endpoint =
                new ServerSocketEndpointConfig().setPort(membership.port()).setPortAutoIncrement(false);
        return endpoint.setInterfaces(new InterfacesConfig().setEnabled(true).addInterface(membership.host()));
    }

    private static JoinConfig join(List<String> members) {
        var join = new JoinConfig();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(members);
        return join;
    }
}
