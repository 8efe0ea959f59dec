package org.multipolar.cluster;

import java.util.List;

/** A member that is a process of its own: {@code CLUSTER PORT MEMBERS WORKERS [ROUNDS CHUNKS]}; with work to do it coordinates. */
final class Peer {

    private Peer() {}

    public static void main(String[] words) {
        endWithParent();
        Members.factory(new Toy());
        var membership = new Membership(
                words[0],
                Membership.LOOPBACK,
                Integer.parseInt(words[1]),
                List.of(words[2].split(",")),
                Integer.parseInt(words[3]));
        if (words.length == 4) {
            try (var member = Member.join(membership)) {
                say("joined " + member.members());
                member.waitUntilStopped();
            }
            say("left");
        } else {
            try (var engine = HazelcastEngine.join(membership)) {
                say("joined " + engine.members());
                coordinate(engine, Integer.parseInt(words[4]), Integer.parseInt(words[5]));
            }
        }
    }

    /** No process is left behind, however the tests end. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            var unused = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        });
    }

    private static void coordinate(HazelcastEngine engine, int rounds, int chunks) {
        engine.work(Toy.task(rounds), Toy.chunks(chunks), (chunk, result) -> say("told " + chunk), () -> false);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
