package org.multipolar;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multipolar.cli.Commands;
import org.multipolar.web.Serving;
import org.multipolar.web.access.StartCheck;

/** The program's one entry: with a command it does one job and opens no port; without, it serves. */
@QuarkusMain
public final class Main {

    private static final int BAD_INPUT = 2;

    private Main() {}

    public static void main(String... arguments) {
        // What is hashed, signed and compared is written by the default, which in some languages has other digits.
        Locale.setDefault(Locale.ENGLISH);
        if (arguments.length > 0) {
            System.exit(Commands.run(arguments));
        }
        Serving.readEarly();
        Quarkus.run(null, (status, failure) -> System.exit(explained(status, failure)), arguments);
    }

    /** Bad profiles or rules reach this place as a configuration that cannot be served; the log is closed by now. */
    private static int explained(int status, @Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                System.err.println(StartCheck.explained(String.valueOf(cause.getMessage())));
                return BAD_INPUT;
            }
            if (cause instanceof QuarkusBindException taken) {
                System.err.println("The port %d is taken.".formatted(taken.getPort()));
                System.err.println("Maybe another Multipolar runs; -Dquarkus.http.port=8081 names another port.");
                return BAD_INPUT;
            }
        }
        if (failure != null) {
            System.err.println("The start failed inside: " + failure);
        }
        return status;
    }
}
