package org.multipolar.cli;

import java.io.PrintWriter;
import org.multipolar.catalog.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's commands; without one it serves. */
@Command(
        name = "multipolar",
        description = "Portfolio-sourcing decisions for generative AI. Without a command it serves HTTP.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AdviseCommand.class,
            IndexCommand.class,
            JudgeCommand.class,
            RulesCommand.class,
            ProfilesCommand.class,
            ExportCommand.class,
            WhatIfCommand.class,
            SweepCommand.class,
            WorkCommand.class,
            AheadCommand.class,
            BomCommand.class,
            SolveCommand.class,
            VerifyCommand.class,
            ReviewCommand.class,
            SheetCommand.class,
            ImportCommand.class,
            BundleCommand.class
        })
public final class Commands {

    private Commands() {}

    /** {@return the exit status of one command} */
    public static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, false, java.nio.charset.StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
                arguments);
    }

    static int run(PrintWriter out, PrintWriter errors, String... arguments) {
        var line = new CommandLine(new Commands());
        line.setOut(out);
        line.setErr(errors);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof BadInput bad) {
                errors.println(bad.fault().message());
                return Exit.BAD_INPUT;
            }
            errors.println("Something went wrong inside: " + failure);
            errors.println("Maybe run it again with -Dmultipolar.trace=true, which prints where.");
            if (Boolean.getBoolean("multipolar.trace")) {
                failure.printStackTrace(errors);
            }
            return Exit.FAULT;
        });
        line.setParameterExceptionHandler((wrong, parsed) -> {
            errors.println(wrong.getMessage());
            errors.println("Maybe see: multipolar %s --help"
                    .formatted(wrong.getCommandLine().getCommandName()));
            return Exit.BAD_INPUT;
        });
        int status = line.execute(arguments);
        out.flush();
        errors.flush();
        return status;
    }
}
