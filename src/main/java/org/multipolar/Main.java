package org.multipolar;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.multipolar.cli.Commands;

/** The program's one entry: with a command it does one job and opens no port; without, it serves. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            System.exit(Commands.run(arguments));
        }
        Quarkus.run(arguments);
    }
}
