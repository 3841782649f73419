package dev.tokenport.web.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for workflows, not for ever: somebody may serve a home folder. For one thread. */
final class Search extends SimpleFileVisitor<Path> {

    /** How many workflows are listed at the most. */
    static final int MOST = 1000;

    private static final int DEPTH = 8;
    private static final int VISITED = 50_000;

    private final WorkflowFolder folder;
    private final Set<String> found = new TreeSet<>();
    private int visited;
    private boolean cut;

    Search(WorkflowFolder folder) {
        this.folder = folder;
    }

    Listing list() {
        try {
            Files.walkFileTree(folder.root(), Set.of(), DEPTH, this);
        } catch (IOException e) {
            cut = true;
        }
        List<String> paths = new ArrayList<>(found);
        return new Listing(paths.subList(0, Math.min(MOST, paths.size())), cut);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean left =
                !directory.equals(folder.root()) && WorkflowFolder.isLeftOut(String.valueOf(directory.getFileName()));
        return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = folder.path(file);
        if (isWorkflow(path)) {
            found.add(path);
        }
        visited++;
        cut = cut || visited >= VISITED || found.size() > MOST;
        return cut ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private boolean isWorkflow(String path) {
        try {
            return folder.find(path).isPresent() && !folder.read(path).text().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }
}
