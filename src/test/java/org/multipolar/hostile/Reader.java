package org.multipolar.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.multipolar.Shipped;
import org.multipolar.advice.Snapshot;
import org.multipolar.bundle.Bundle;
import org.multipolar.bundle.Folder;
import org.multipolar.bundle.ManifestText;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.World;
import org.multipolar.catalog.read.BuyerReader;
import org.multipolar.catalog.read.CsvTable;
import org.multipolar.catalog.read.IndicatorSetReader.Named;
import org.multipolar.catalog.read.LimitReader;
import org.multipolar.catalog.read.ProfileReader;
import org.multipolar.catalog.read.ScenarioReader;
import org.multipolar.catalog.read.YamlNode;
import org.multipolar.decision.AdviceRequest;
import org.multipolar.decision.LogReader;
import org.multipolar.decision.ReviewRequest;
import org.multipolar.enabler.MethodReader;
import org.multipolar.exchange.bom.MlBomReader;
import org.multipolar.exchange.catalogue.Acceptance;
import org.multipolar.exchange.catalogue.LiteLlmReader;
import org.multipolar.exchange.catalogue.ModelsDevReader;
import org.multipolar.exchange.sheet.BuyerSheets;
import org.multipolar.exchange.sheet.DemandSheet;
import org.multipolar.portfolio.CertificateChecker;
import org.multipolar.portfolio.CertificateReader;
import org.multipolar.portfolio.ProblemReader;
import org.multipolar.portfolio.StatedProblem;
import org.multipolar.review.InlineOfferReader;
import org.multipolar.rulebook.CaseFile;
import org.multipolar.rulebook.RuleText;
import org.multipolar.sweep.SweepReader;
import org.multipolar.web.BodyText;
import org.multipolar.web.ask.AskEdit;
import org.multipolar.web.ask.AskForm;
import org.multipolar.web.ask.Typed;
import org.multipolar.web.mcp.MessageText;

/** Everything that reads what others wrote. A reading ends well or in {@link BadInput}; anything else is a finding. */
// Neither the lists nor what the readings rest on are ever changed.
@SuppressWarnings("ImmutableEnumChecker")
enum Reader {
    YAML(Reader::everywhere, "buyers/european-bank.yaml", "regions/NO.yaml"),
    BUYER(bytes -> BuyerReader.read("buyer.yaml", bytes, world()).orThrow(), "buyers/european-bank.yaml"),
    LIMITS(bytes -> LimitReader.file("limits.yaml", bytes, buyer(), world()).orThrow(), "@limits.yaml"),
    SCENARIO(
            bytes -> ScenarioReader.one("scenario.yaml", bytes, world(), rules()),
            "scenarios/lost-us.yaml",
            "scenarios/ev-gulf-closure.yaml",
            "scenarios/us-tariff-25.yaml"),
    SWEEP(
            bytes -> new SweepReader(world(), rules(), Market.SNAPSHOT.scenarios()).read("sweep.yaml", bytes),
            "sweeps/bank-resilience.yaml",
            "sweeps/price-and-weights.yaml"),
    METHOD(bytes -> MethodReader.read(YamlNode.read("method.yaml", bytes)), "countries/methods/published.yaml"),
    CASES(bytes -> CaseFile.read("small.cases.yaml", bytes).orThrow(), "@small.cases.yaml"),
    OFFER(bytes -> InlineOfferReader.read("offer.yaml", bytes, world()).orThrow(), "@offer.yaml"),
    RULE(RuleText::folder, "@small.drl"),
    CSV(Reader::everyCell, "suppliers/suppliers.csv", "countries/indicators.meta.csv"),
    DEMANDS(bytes -> DemandSheet.read("demands.csv", bytes, world(), "finance"), "@demands.csv"),
    VALUES(
            bytes -> BuyerSheets.merge(
                            new Named("buyer.yaml", Market.BUYER), new Named("values.csv", bytes), null, world())
                    .orThrow(),
            "@values.csv"),
    ADVICE(bytes -> AdviceRequest.advice(bytes, around()), "@advice.json", "@advice-inline.json"),
    WHAT_IF(bytes -> AdviceRequest.whatIf(bytes, around()), "@what-if.json"),
    REVIEW(bytes -> ReviewRequest.read(bytes, around()), "@review.json"),
    INDEX(bytes -> BodyText.index(Market.SNAPSHOT, bytes), "@index.json"),
    WEBHOOK(BodyText::webhook, "@webhook.json"),
    MESSAGE(Reader::message, "@message.json"),
    BILL(bytes -> MlBomReader.read("bill.json", bytes, world()).orThrow(), "@bill.json"),
    MODELS_DEV(bytes -> ModelsDevReader.read("api.json", bytes).orThrow(), "@api.json"),
    LITELLM(bytes -> LiteLlmReader.read("prices.json", bytes).orThrow(), "@prices.json"),
    PROBLEM(bytes -> ProblemReader.read("problem.json", bytes), "@problem.json"),
    LOG(Reader::log, "@log.jsonl"),
    CERTIFICATE(Reader::certificate, "@certificate.json", "@certificate-apart.json"),
    MANIFEST(ManifestText::read, "@manifest.json"),
    SUPPLY(
            bytes -> table("suppliers/", "offers.csv", bytes),
            "@suppliers/availability.csv",
            "@suppliers/hosts.csv",
            "@suppliers/languages.csv",
            "@suppliers/licences.csv",
            "@suppliers/models.csv",
            "@suppliers/offers.csv",
            "@suppliers/quality.csv",
            "@suppliers/quality.meta.csv",
            "@suppliers/reach.csv",
            "@suppliers/sources.csv",
            "@suppliers/suppliers.csv"),
    COUNTRIES(
            bytes -> table("countries/", "indicators.csv", bytes),
            "@countries/countries.csv",
            "@countries/indicators.csv",
            "@countries/indicators.meta.csv",
            "@countries/sources.csv"),
    REGION(bytes -> Small.with("regions/NO.yaml", bytes), "regions/NO.yaml"),
    PARAMETERS(RuleText::parameters, "@parameters.yaml"),
    GAPS(RuleText::gaps, "@gaps.yaml"),
    PROPOSAL(
            bytes -> Acceptance.of("proposal.csv", bytes, "Ada Byron", "2026-11-22", Small.FILES)
                    .orThrow(),
            "@proposal.csv"),
    SINCE(BodyText::since, "@since.json", "@since-day.json"),
    SWEEP_BODY(bytes -> BodyText.sweep(Market.BUNDLE, around(), bytes), "@sweep.json", "@sweep-shipped.json"),
    WATCH(bytes -> BodyText.watch(around(), bytes), "@watch.json", "@watch-review.json"),
    FORM(bytes -> form("application/x-www-form-urlencoded", bytes), "@form.txt"),
    PARTS(bytes -> form("multipart/form-data; boundary=part", bytes), "@parts.txt");

    /** One file of each kind that a reader takes; a search begins at them. */
    static final Path GOOD = Path.of("src/test/resources/hostile/good");

    /** Files that must be refused, in a folder for each reader. */
    static final Path BAD = Path.of("src/test/resources/hostile");

    private static final Pattern LINE = Pattern.compile("\\(line (\\d+)\\)");

    /** What some readers check against; others do without, so it waits until one asks. */
    private static final class Market {
        static final Snapshot SNAPSHOT = Shipped.snapshot();
        static final byte[] BUYER = Reader.bytes(Path.of("profiles/buyers/european-bank.yaml"));
        static final Bundle BUNDLE = Bundle.unsigned(SNAPSHOT, Shipped.profiles(), Shipped.rules());
    }

    /** Profiles of a row or two in every table, so that any of them can be another's and all be read at once. */
    private static final class Small {
        static final Map<String, byte[]> FILES = files();

        private static Map<String, byte[]> files() {
            var files = new TreeMap<>(Folder.read(GOOD));
            files.keySet().removeIf(path -> !path.contains("/"));
            return files;
        }

        static void with(String path, byte[] bytes) {
            var files = new TreeMap<>(FILES);
            files.put(path, bytes);
            var unused = ProfileReader.world(files).orThrow();
        }
    }

    /** What certificates are about. */
    private static final class Proven {
        static final StatedProblem PROBLEM = ProblemReader.read("problem.json", bytes(GOOD.resolve("problem.json")));
    }

    private final Consumer<byte[]> reading;
    private final List<String> good;

    Reader(Consumer<byte[]> reading, String... good) {
        this.reading = reading;
        this.good = List.of(good);
    }

    /** Reads, and throws {@link BadInput} where that is refused. */
    void read(byte[] bytes) {
        reading.accept(bytes);
    }

    /** {@return files that this reader takes} */
    List<Path> good() {
        return good.stream()
                .map(name -> name.startsWith("@")
                        ? GOOD.resolve(name.substring(1))
                        : Path.of("profiles").resolve(name))
                .toList();
    }

    /** {@return files that this reader must refuse} */
    List<Path> bad() {
        var folder = BAD.resolve(word());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** {@return its name as a folder has it} */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static World world() {
        return Market.SNAPSHOT.world();
    }

    private static Set<String> rules() {
        return Market.SNAPSHOT.rulebook().cards().keySet();
    }

    private static Buyer buyer() {
        return Objects.requireNonNull(Market.SNAPSHOT.buyers().get("european-bank"));
    }

    private static AdviceRequest.Around around() {
        return new AdviceRequest.Around(
                Market.SNAPSHOT,
                id -> {
                    var buyer = Market.SNAPSHOT.buyers().get(id);
                    if (buyer == null) {
                        throw new BadInput("request", 1, "buyer", "nobody ships this buyer.", null);
                    }
                    return buyer;
                },
                Market.SNAPSHOT.scenarios(),
                id -> {},
                LocalDate.of(2026, 11, 22));
    }

    /** Every value of a YAML file, read as everything it could be. */
    private static void everywhere(byte[] bytes) {
        var root = YamlNode.read("any.yaml", bytes);
        everywhere(root);
    }

    private static void everywhere(YamlNode node) {
        if (node.isMap()) {
            node.entries().values().forEach(Reader::everywhere);
        } else if (node.isList()) {
            node.items().forEach(Reader::everywhere);
        } else {
            List.<Consumer<YamlNode>>of(
                            YamlNode::text,
                            YamlNode::whole,
                            YamlNode::number,
                            YamlNode::microUsd,
                            YamlNode::day,
                            YamlNode::yes)
                    .forEach(reading -> unlessRefused(() -> reading.accept(node)));
        }
    }

    /** Every cell of a table, read as everything it could be. */
    private static void everyCell(byte[] bytes) {
        var table = CsvTable.sheet("any.csv", bytes);
        for (var row : table.rows()) {
            for (var column : table.header()) {
                unlessRefused(() -> row.number(column));
                unlessRefused(() -> row.microUsdOrNull(column));
                unlessRefused(() -> row.year(column));
                unlessRefused(() -> row.dayOrEmpty(column));
                unlessRefused(() -> row.parts(column));
            }
        }
    }

    private static void unlessRefused(Runnable reading) {
        try {
            reading.run();
        } catch (BadInput refused) {
            // What is read is the whole file; that a value is no number is as it should be.
        }
    }

    /** A table among the others of its folder: the one whose first line it has. */
    private static void table(String folder, String otherwise, byte[] bytes) {
        var text = new String(bytes, UTF_8);
        var path = Small.FILES.entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder)
                        && text.startsWith(firstLine(new String(file.getValue(), UTF_8))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(folder + otherwise);
        Small.with(path, bytes);
    }

    private static String firstLine(String text) {
        return text.substring(0, text.indexOf('\n') + 1);
    }

    /** What a certificate claims need not hold, but finding out must end. */
    private static void certificate(byte[] bytes) {
        var claim = CertificateReader.read("certificate.json", bytes, Proven.PROBLEM);
        CertificateChecker.faults(Proven.PROBLEM.problem(), claim).forEach(Objects::requireNonNull);
    }

    private static void form(String type, byte[] body) {
        var typed = Typed.read(type, body);
        var form = AskEdit.pressed(AskForm.of(typed), typed.text(AskEdit.BUTTON), typed.text("new-limit"));
        var request = AskEdit.named(form).request(world().countries().keySet());
        var unused = AdviceRequest.advice(request, around());
    }

    private static void message(byte[] bytes) {
        var refusal = MessageText.refusal(bytes);
        if (!refusal.isEmpty()) {
            throw new BadInput("message", 0, "", refusal, null);
        }
    }

    private static void log(byte[] bytes) {
        try {
            var broken = LogReader.read(new ByteArrayInputStream(bytes), null).broken();
            if (broken != null) {
                var line = LINE.matcher(broken);
                throw new BadInput("log.jsonl", line.find() ? Integer.parseInt(line.group(1)) : 0, "", broken, null);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(new String(bytes, UTF_8), impossible);
        }
    }

    static Map<String, Reader> byWord() {
        return Stream.of(values()).collect(Collectors.toMap(Reader::word, each -> each));
    }
}
