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
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.Archive;
import org.multipolar.decision.Claims;
import org.multipolar.decision.Draft;
import org.multipolar.decision.Entry;
import org.multipolar.decision.Journal;
import org.multipolar.decision.Replayer;
import org.multipolar.decision.Signer;
import org.multipolar.store.Database;

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
        var advice = given.advice();
        var contents = new TreeMap<String, byte[]>(
                Map.of("request", body, "answer", given.text().getBytes(UTF_8)));
        if (request.shipped()) {
            contents.put("buyer", profile(bundle, advice.buyer()));
        }
        var facts = new TreeMap<String, Object>(
                Map.of("asOf", advice.asOf(), "outcome", advice.outcome(), "digests", advice.digests()));
        if (advice.score() != null) {
            facts.put("score", advice.score());
        }
        archive().remember(bundle.snapshot());
        return journal()
                .append(
                        new Draft(
                                given.id(),
                                given.by(),
                                Replayer.ADVICE,
                                advice.buyer(),
                                advice.decision(),
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
     */
    public record Given(String id, String by, Advice advice, String text) {

        static Given of(String by, Advice advice, String text) {
            return new Given(UUID.randomUUID().toString(), by, advice, text);
        }
    }

    /** {@return the profile that a shipped buyer was read from} */
    static byte[] profile(Bundle bundle, String buyer) {
        var profile = bundle.profiles().get("buyers/" + buyer + ".yaml");
        if (profile == null) {
            throw new IllegalStateException("The profile of the buyer (%s) is not among the files.".formatted(buyer));
        }
        return profile;
    }
}
