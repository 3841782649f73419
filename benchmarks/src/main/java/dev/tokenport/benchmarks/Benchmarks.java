package dev.tokenport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures Tokenport and its peers.
 *
 * <p>Exit codes: 0 measured, 1 {@code --check} found a ratio that moved, 2 wrong arguments or something could not be measured.
 */
@Command(
        name = "benchmarks/run",
        description = "Measures Tokenport and its peers in the same run, on this machine, over loopback.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Benchmarks implements Callable<Integer> {

    @Option(
            names = "--short",
            description = "Show in minutes that everything can be measured; the figures mean nothing.")
    private boolean brief;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Measure only these: ${COMPLETION-CANDIDATES}.",
            completionCandidates = SectionNames.class)
    private List<String> only = List.of();

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description =
                    "Write the page to this file, section by section; what is not measured stays. Otherwise it is printed.")
    private @Nullable Path page;

    @Option(
            names = "--ratios",
            paramLabel = "FILE",
            description = "Where the ratios are kept that --check compares with.")
    private Path ratios = Path.of("benchmarks", "ratios.properties");

    @Option(
            names = "--check",
            description = "Say which ratios moved by more than 15 %% from those kept; write nothing.")
    private boolean check;

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<Section> chosen = chosen();
        if (chosen.isEmpty()) {
            System.err.println(
                    "--only " + String.join(",", only) + " names none of " + String.join(", ", new SectionNames()));
            return 2;
        }
        var log = new Log(System.err);
        List<Measurement> measured = new ArrayList<>();
        boolean whole = true;
        for (Section section : chosen) {
            log.say("== " + section.name() + ": " + section.title());
            List<Finding> findings = findings(section, log);
            whole &= !findings.isEmpty() || !section.isEverywhere();
            findings.forEach(finding -> log.say("  " + PageText.line(finding)));
            measured.add(new Measurement(section, findings, log.takeMissing()));
            if (page != null && !check) {
                write(page, measured);
            }
        }
        int code = 0;
        if (check) {
            code = compare(measured);
        } else if (page == null) {
            System.out.print(PageText.of(measured, Machine.here(), Sections.all(), ""));
        }
        return whole ? code : 2;
    }

    /** None if the section cannot be measured: the others took their time, and are not lost for it. */
    private List<Finding> findings(Section section, Log log) throws InterruptedException {
        try {
            return section.measure(brief ? Effort.SHORT : Effort.FULL, log);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            log.missing("the section " + section.name(), String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private List<Section> chosen() {
        return Sections.all().stream()
                .filter(section -> only.isEmpty() || only.contains(section.name()))
                .toList();
    }

    private int compare(List<Measurement> measured) throws IOException {
        List<String> moved = Ratios.read(ratios).moved(Ratios.of(measured));
        moved.forEach(System.out::println);
        System.out.println(moved.isEmpty() ? "no ratio moved by more than 15 %" : moved.size() + " ratios moved");
        return moved.isEmpty() ? 0 : 1;
    }

    private void write(Path file, List<Measurement> measured) throws IOException {
        String earlier = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, PageText.of(measured, Machine.here(), Sections.all(), earlier));
        Ratios.read(ratios).with(Ratios.of(measured)).write(ratios);
    }

    /** The names of the sections, for the help text. */
    static final class SectionNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        SectionNames() {
            super(Sections.all().stream().map(Section::name).toList());
        }
    }
}
