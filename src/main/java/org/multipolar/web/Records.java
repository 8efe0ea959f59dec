package org.multipolar.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.multipolar.advice.Advice;
import org.multipolar.bundle.Bundle;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.read.Digests;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.Archive;
import org.multipolar.decision.Claims;
import org.multipolar.decision.Draft;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Journal;
import org.multipolar.decision.Replayer;
import org.multipolar.decision.Signer;
import org.multipolar.explain.Json;
import org.multipolar.store.Database;
import org.multipolar.whatif.WhatIf;

/** The log of this process and its store; opened before the port is. */
@Singleton
public class Records {

    private final Database.Location place;
    private final Path signingKey;
    private final Clock clock;
    private @Nullable Open open;

    /** What is there once the store is open. */
    private record Open(Database database, Journal journal, Claims claims, Archive archive, Replayer replayer) {}

    @Inject
    Records(
            @ConfigProperty(name = "multipolar.store") String place,
            @ConfigProperty(name = "multipolar.store.user") Optional<String> user,
            @ConfigProperty(name = "multipolar.store.password") Optional<String> password,
            @ConfigProperty(name = "multipolar.signing-key") Optional<String> signingKey,
            Clock clock) {
        this.place = new Database.Location(place, user.orElse(""), password.orElse(""));
        this.signingKey =
                Path.of(signingKey.orElseGet(() -> this.place.embedded() ? place + ".key" : "data/signing.key"));
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        try {
            var database = Database.open(place);
            var journal = Journal.open(database, Signer.open(signingKey), clock);
            var claims = new Claims(database, clock);
            if (place.embedded()) {
                claims.forgetOpen();
            }
            var archive = new Archive(journal::content);
            open = new Open(
                    database, journal, claims, archive, new Replayer(archive, journal::content, Answers.solver()));
        } catch (BadInput bad) {
            // The failure of a start that Quarkus logs no stack trace for; Main prints it and sets the exit status.
            throw new ConfigurationException(bad.fault().message());
        }
    }

    @PreDestroy
    void stop() {
        if (open != null) {
            open.database().close();
        }
    }

    private Open open() {
        var opened = open;
        if (opened == null) {
            throw new IllegalStateException("The store is not open yet.");
        }
        return opened;
    }

    public Database database() {
        return open().database();
    }

    /** {@return whether the store is this process's alone} */
    boolean embedded() {
        return place.embedded();
    }

    public Journal journal() {
        return open().journal();
    }

    public Claims claims() {
        return open().claims();
    }

    public Archive archive() {
        return open().archive();
    }

    public Replayer replayer() {
        return open().replayer();
    }

    /** {@return the digests of world and rules of a bundle, which are kept from now on} */
    public Map<String, String> kept(Bundle bundle) {
        var snapshot = bundle.snapshot();
        var world = snapshot.world().digest();
        var rules = snapshot.rulebook().digest();
        // Both lists are written with all their files in one transaction.
        if (!journal().keeps(world) || !journal().keeps(rules)) {
            journal().keep(Archive.contents(bundle.profiles(), bundle.rules()));
        }
        return Map.of("world", world, "rules", rules);
    }

    /** {@return the entry that records an answer to a question} */
    public Entry record(Bundle bundle, AdviceRequest request, byte[] body, Given given, Claims.@Nullable Reply reply) {
        var contents = new TreeMap<String, byte[]>(
                Map.of("request", body, "answer", given.text().getBytes(UTF_8)));
        var buyer = request.question().buyer().id();
        if (request.shipped()) {
            contents.put("buyer", profile(bundle, buyer));
        }
        request.scenarios().shipped().forEach(id -> contents.put(Replayer.SCENARIO + id, scenario(bundle, id)));
        // The day asked about, not the one that a scenario asks about, so that the question can be asked again.
        var facts = new TreeMap<String, Object>(Map.of(
                "asOf", request.question().asOf().toString(), "outcome", given.outcome(), "digests", given.digests()));
        if (given.score() != null) {
            facts.put("score", given.score());
        }
        archive().remember(bundle.snapshot());
        return journal()
                .append(
                        new Draft(
                                given.id(),
                                given.by(),
                                given.kind(),
                                buyer,
                                given.subject(),
                                contents,
                                kept(bundle),
                                facts),
                        reply);
    }

    /**
     * An answer as it is given.
     *
     * @param id of the entry to be
     * @param by who asked
     * @param subject the decision that it belongs to
     */
    public record Given(
            String id,
            String by,
            String kind,
            String subject,
            String outcome,
            @Nullable Long score,
            Map<String, String> digests,
            String text) {

        static Given of(String by, Advice advice) {
            return new Given(
                    UUID.randomUUID().toString(),
                    by,
                    Replayer.ADVICE,
                    advice.decision(),
                    advice.outcome(),
                    advice.score(),
                    advice.digests(),
                    Json.pretty(advice));
        }

        static Given of(String by, WhatIf answer) {
            var text = Json.pretty(answer);
            return new Given(
                    UUID.randomUUID().toString(),
                    by,
                    Replayer.WHAT_IF,
                    Digests.of(text),
                    answer.rePlan().outcome(),
                    answer.rePlan().score(),
                    answer.digests(),
                    text);
        }
    }

    /** {@return the text that a shipped scenario was read from} */
    static byte[] scenario(Bundle bundle, String id) {
        return file(bundle, "scenarios/" + id + ".yaml", "scenario", id);
    }

    /** {@return the profile that a shipped buyer was read from} */
    static byte[] profile(Bundle bundle, String buyer) {
        return file(bundle, "buyers/" + buyer + ".yaml", "buyer", buyer);
    }

    private static byte[] file(Bundle bundle, String path, String kind, String id) {
        var bytes = bundle.profiles().get(path);
        if (bytes == null) {
            throw new IllegalStateException("The profile of the %s (%s) is not among the files.".formatted(kind, id));
        }
        return bytes;
    }
}
