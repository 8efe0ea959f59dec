package org.multipolar.web.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows who asks. Safe for use by many threads. */
@Singleton
@Named("callers")
public class Callers {

    private final Access access;
    private final CurrentIdentityAssociation identities;

    @Inject
    Callers(
            @ConfigProperty(name = Access.SETTING, defaultValue = "off") String access,
            CurrentIdentityAssociation identities) {
        this.access = Access.of(access);
        this.identities = identities;
    }

    public boolean off() {
        return access == Access.OFF;
    }

    /**
     * {@return who makes the request that this thread answers}
     *
     * @throws IllegalStateException where it answers none, so that work of the program itself never passes for a caller's
     */
    public Caller current() {
        if (!Arc.container().requestContext().isActive()) {
            throw new IllegalStateException("Nobody asks on this thread." + System.lineSeparator()
                    + "Maybe the program works on its own account here; Serving.whole() is for that.");
        }
        return off() ? Caller.LOCAL : of(identities.getIdentity());
    }

    /** {@return whether who asks for this page may ask questions and start work; pages leave out what would be refused} */
    public boolean asking() {
        return current().may(Role.ANALYST);
    }

    /** {@return who bears an identity; nobody where it is no caller's} */
    public static Caller of(SecurityIdentity identity) {
        return identity.getAttribute(CallerReader.CALLER) instanceof Caller caller ? caller : Caller.NOBODY;
    }
}
