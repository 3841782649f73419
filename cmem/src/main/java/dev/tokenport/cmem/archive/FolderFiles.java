package dev.tokenport.cmem.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a project in a folder. Links in it are not followed, they may lead anywhere. For one thread. */
final class FolderFiles extends ProjectFiles {

    private final Path root;
    private final SortedSet<String> paths;

    private FolderFiles(Path place, Limits limits, Path root, SortedSet<String> paths) {
        super(place, limits);
        this.root = root;
        this.paths = Collections.unmodifiableSortedSet(paths);
    }

    static FolderFiles in(Path place, Limits limits) throws ProjectException {
        try {
            Path root = place.resolve(prefix(place, configs(place)));
            return new FolderFiles(place, limits, root, paths(place, root, limits));
        } catch (ProjectException e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw new ProjectException(place + ": " + Reason.of(Objects.requireNonNull(e.getCause())), e);
        } catch (IOException e) {
            throw new ProjectException(place + ": " + Reason.of(e), e);
        }
    }

    private static List<String> configs(Path place) throws IOException {
        try (Stream<Path> found = Files.walk(place, 2)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> relative(place, file))
                    .filter(ProjectFiles::isConfig)
                    .sorted()
                    .toList();
        }
    }

    private static SortedSet<String> paths(Path place, Path root, Limits limits) throws IOException {
        var paths = new TreeSet<String>();
        try (Stream<Path> found = Files.walk(root)) {
            found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(limits.entries() + 1L)
                    .forEach(file -> paths.add(relative(root, file)));
        }
        if (paths.size() > limits.entries()) {
            throw new ProjectException(place + ": the folder has more than " + limits.entries() + " files");
        }
        return paths;
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }

    @Override
    public String name(String path) {
        return root.resolve(path).toString();
    }

    @Override
    public SortedSet<String> paths() {
        return paths;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(root);
    }

    @Override
    InputStream stream(String path) throws IOException {
        return Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {}
}
