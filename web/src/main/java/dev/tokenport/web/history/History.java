package dev.tokenport.web.history;

import dev.tokenport.operator.file.TemporaryFiles;
import dev.tokenport.web.folder.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reports of runs: for each workflow a folder, in it for each run a summary, the report as JSON and the report as a page. The
 * names of folders are hashes, and those of files ids that were made here: no name that comes from outside leads anywhere else.
 * Thread-safe; several processes may share a folder.
 */
public final class History {

    private static final Pattern ID = Pattern.compile("[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SUMMARY = ".run.json";
    private static final String REPORT = ".report.json";
    private static final String PAGE = ".report.html";

    private final Path folder;
    private final int kept;

    /**
     * The runs of a workflow.
     *
     * @param runs the runs, the last one first
     * @param unreadable what could not be read, a line each
     */
    public record Past(List<PastRun> runs, List<String> unreadable) {

        /** Copies the lists. */
        public Past {
            runs = List.copyOf(runs);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * A history in a folder.
     *
     * @param kept how many runs of a workflow are kept
     * @throws IOException if there cannot be such a folder
     */
    public History(Path folder, int kept) throws IOException {
        PrivateFiles.makeFolder(folder);
        this.folder = folder;
        this.kept = kept;
    }

    /** Whether this can be the id of a run. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * Keeps what became of a run without a report.
     *
     * @throws IOException if it cannot be written
     */
    public void keep(PastRun run) throws IOException {
        Path place = place(run.path());
        PrivateFiles.makeFolder(place);
        TemporaryFiles.DRAFTS.sweep(place, run.finished());
        PrivateFiles.write(place.resolve(run.id() + SUMMARY), PastRunJson.write(run));
        forgetOld(place);
    }

    /**
     * Keeps what became of a run. The summary comes last, so that what it speaks of is there.
     *
     * @param json the report as JSON
     * @param page the report as a page
     * @throws IOException if it cannot be written
     */
    public void keep(PastRun run, String json, String page) throws IOException {
        Path place = place(run.path());
        PrivateFiles.makeFolder(place);
        PrivateFiles.write(place.resolve(run.id() + REPORT), json);
        PrivateFiles.write(place.resolve(run.id() + PAGE), page);
        keep(run);
    }

    /** The runs of a workflow that are kept. */
    public Past of(String path) {
        List<PastRun> runs = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (String id : ids(place(path))) {
            try {
                runs.add(read(place(path), id));
            } catch (IOException e) {
                unreadable.add("run " + id + " cannot be read: " + e.getMessage());
            }
        }
        return new Past(runs, unreadable);
    }

    /** The last run of a workflow that can be read. */
    public Optional<PastRun> last(String path) {
        Path place = place(path);
        return ids(place).stream().flatMap(id -> readable(place, id).stream()).findFirst();
    }

    /**
     * A run.
     *
     * @param id its id, as it came from outside
     */
    public Optional<PastRun> find(String id) {
        return placeOf(id).flatMap(place -> readable(place, id));
    }

    /** The report of a run as JSON. */
    public Optional<String> json(String id) throws IOException {
        return text(id, REPORT);
    }

    /** The report of a run as a page. */
    public Optional<String> page(String id) throws IOException {
        return text(id, PAGE);
    }

    private Optional<String> text(String id, String kind) throws IOException {
        Optional<Path> file = placeOf(id).map(place -> place.resolve(id + kind)).filter(Files::isRegularFile);
        return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(file.get()));
    }

    /** What can be read; the page of the workflow tells what cannot. */
    private static Optional<PastRun> readable(Path place, String id) {
        try {
            return Optional.of(read(place, id));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static PastRun read(Path place, String id) throws IOException {
        PastRun run = PastRunJson.read(Files.readString(place.resolve(id + SUMMARY)));
        if (!run.id().equals(id)) {
            throw new IOException("it is the one of run " + run.id());
        }
        return run;
    }

    private Path place(String path) {
        return folder.resolve(Sha256.hex(path.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    }

    private Optional<Path> placeOf(String id) {
        if (!isId(id)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> places = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path place : places) {
                if (Files.exists(place.resolve(id + SUMMARY))) {
                    return Optional.of(place);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The folder has gone; there is nothing in it.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The ids of the runs in a folder, the last one first. */
    private static List<String> ids(Path place) {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*" + SUMMARY)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                String id = name.substring(0, name.length() - SUMMARY.length());
                if (isId(id)) {
                    ids.add(id);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Nothing of this workflow has been kept yet.
            return List.of();
        }
        ids.sort(Comparator.reverseOrder());
        return ids;
    }

    private void forgetOld(Path place) throws IOException {
        List<String> ids = ids(place);
        for (String id : ids.subList(Math.min(kept, ids.size()), ids.size())) {
            for (String kind : List.of(SUMMARY, REPORT, PAGE)) {
                Files.deleteIfExists(place.resolve(id + kind));
            }
        }
    }

    /**
     * A new id, by which runs stand in the order of their start.
     *
     * @param random eight hexadecimal digits
     */
    public static String id(Instant started, String random) {
        return TIME.format(started) + "-" + random;
    }
}
