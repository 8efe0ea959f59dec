package org.multipolar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multipolar.bundle.Folder;
import org.multipolar.catalog.read.ReviewPlan;
import org.multipolar.explain.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at the profiles themselves. */
@Command(
        name = "profiles",
        description = "Looks at the profiles themselves.",
        mixinStandardHelpOptions = true,
        subcommands = ProfilesCommand.Check.class)
final class ProfilesCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "profiles needs check.");
    }

    /** Lists the rows that wait to be read again, and those that nobody dated. */
    @Command(
            name = "check",
            description = "Lists the rows that wait to be read again, and those that nobody dated.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Spec
        private @Nullable CommandSpec spec;

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Day by which a row is due or not (default: today, UTC)")
        private @Nullable String asOf;

        /** What is due on a day, in the shape that is printed. */
        record Checked(String asOf, List<ReviewPlan.Reviewed> tables) {}

        @Override
        public Integer call() {
            var day = Common.day(asOf);
            var checked = new Checked(
                    day.toString(),
                    ReviewPlan.of(Folder.read(common.profilesFolder())).on(day));
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            if (common.json()) {
                out.print(Json.pretty(checked));
            } else {
                print(checked, out);
            }
            return Exit.DONE;
        }

        private static void print(Checked checked, PrintWriter out) {
            for (var table : checked.tables()) {
                out.print("%s: %d rows, good for %d months: %d due, %d undated\n"
                        .formatted(
                                table.table(),
                                table.rows(),
                                table.months(),
                                table.due().size(),
                                table.undated().size()));
                table.due()
                        .forEach(row -> out.print("  %s:%d %s: dated %s, to be read again by %s\n"
                                .formatted(row.file(), row.line(), row.id(), row.dated(), row.by())));
                table.undated()
                        .forEach(row -> out.print("  %s:%d %s: neither the row nor its source is dated\n"
                                .formatted(row.file(), row.line(), row.id())));
            }
            out.print("%d due, %d undated\n"
                    .formatted(
                            checked.tables().stream()
                                    .mapToInt(each -> each.due().size())
                                    .sum(),
                            checked.tables().stream()
                                    .mapToInt(each -> each.undated().size())
                                    .sum()));
        }
    }
}
