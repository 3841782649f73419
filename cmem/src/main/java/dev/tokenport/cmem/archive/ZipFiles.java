package dev.tokenport.cmem.archive;

import dev.tokenport.secret.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a project in a zip. All names are checked before any file is read. For one thread. */
final class ZipFiles extends ProjectFiles {

    private final ZipFile zip;
    private final String prefix;
    private final NavigableMap<String, ZipEntry> entries;
    private long read;

    private ZipFiles(Path place, Limits limits, ZipFile zip, String prefix, NavigableMap<String, ZipEntry> entries) {
        super(place, limits);
        this.zip = zip;
        this.prefix = prefix;
        this.entries = entries;
    }

    static ZipFiles in(Path place, Limits limits) throws ProjectException {
        try {
            if (!Files.exists(place)) {
                throw new NoSuchFileException(place.toString());
            }
            ZipFile zip = new ZipFile(place.toFile(), StandardCharsets.UTF_8);
            try {
                return read(place, limits, zip);
            } catch (ProjectException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ProjectException e) {
            throw e;
        } catch (ZipException e) {
            throw new ProjectException(place + ": this is not a readable zip: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ProjectException(place + ": " + Reason.of(e), e);
        }
    }

    private static ZipFiles read(Path place, Limits limits, ZipFile zip) throws ProjectException {
        if (zip.size() > limits.entries()) {
            throw new ProjectException(
                    place + ": the zip has " + zip.size() + " entries, more than " + limits.entries());
        }
        NavigableMap<String, ZipEntry> all = entries(place, zip);
        long declared = 0;
        for (ZipEntry entry : all.values()) {
            declared += Math.max(0, entry.getSize());
            if (declared < 0 || declared > limits.bytes()) {
                throw tooMuch(place, limits);
            }
        }
        List<String> configs =
                all.keySet().stream().filter(ProjectFiles::isConfig).toList();
        String prefix = prefix(place, configs);
        var files = new TreeMap<String, ZipEntry>();
        all.forEach((name, entry) -> {
            if (name.startsWith(prefix) && !name.endsWith("/")) {
                files.put(name.substring(prefix.length()), entry);
            }
        });
        return new ZipFiles(place, limits, zip, prefix, files);
    }

    private static NavigableMap<String, ZipEntry> entries(Path place, ZipFile zip) throws ProjectException {
        var found = new TreeMap<String, ZipEntry>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = EntryName.normalized(entry.getName());
            Optional<String> fault = EntryName.fault(name);
            if (fault.isPresent()) {
                throw new ProjectException(place + ": the entry '" + shown(name) + "' " + fault.get());
            }
            if (found.put(name, entry) != null) {
                throw new ProjectException(place + ": the entry '" + name + "' is there twice");
            }
        }
        var folders = new TreeSet<String>();
        for (String name : found.keySet()) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                folders.add(name.substring(0, slash));
            }
        }
        for (String folder : folders) {
            if (found.containsKey(folder)) {
                throw new ProjectException(place + ": the entry '" + folder + "' is both a file and a folder");
            }
        }
        return found;
    }

    private static String shown(String name) {
        String text = OneLine.of(name);
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    private static ProjectException tooMuch(Path place, Limits limits) {
        return new ProjectException(place + ": the zip unpacks to more than " + limits.bytes()
                + " bytes; if it is trusted, allow more with --max-unpacked");
    }

    @Override
    public String name(String path) {
        return place() + "!/" + prefix + path;
    }

    @Override
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(entries.navigableKeySet());
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    InputStream stream(String path) throws IOException {
        ZipEntry entry = entries.get(path);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw new NoSuchFileException(path);
        }
        return new Counted(in);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what comes out: the sizes that a zip declares may be lies. */
    private final class Counted extends InputStream {

        private final InputStream in;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            read += Math.max(0, count);
            if (read > limits().bytes()) {
                throw tooMuch(place(), limits());
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
