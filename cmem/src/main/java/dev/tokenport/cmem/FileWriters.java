package dev.tokenport.cmem;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problems;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arranges tasks that write the file of a dataset by themselves: the dataset behind them only reads it. A download goes to
 * the file of that dataset, otherwise to one named as the URL ends. For one thread.
 */
final class FileWriters {

    private final Map<String, Draft> drafts;
    private final Problems problems;

    FileWriters(Map<String, Draft> drafts, Problems problems) {
        this.drafts = drafts;
        this.problems = problems;
    }

    void arrange() {
        drafts.values().stream().filter(Draft::writesByItself).forEach(this::arrange);
    }

    private void arrange(Draft writer) {
        String id = writer.node().id();
        List<Draft> datasets = drafts.values().stream()
                .filter(draft -> draft.task().dataset() && draft.inputs().contains(id))
                .filter(draft ->
                        writer.mapped().needsFile() || draft.file("file").equals(writer.writes()))
                .toList();
        for (Draft dataset : datasets) {
            dataset.inputs().removeIf(id::equals);
            dataset.after().add(id);
        }
        if (writer.mapped().needsFile()) {
            say(writer, datasets);
        }
    }

    private void say(Draft download, List<Draft> datasets) {
        List<ParameterNode> files = datasets.stream()
                .flatMap(dataset ->
                        Optional.ofNullable(dataset.mapped().parameters().get("file")).stream())
                .toList();
        if (datasets.size() > 1) {
            problems.add(
                    download.node().position(),
                    "node '" + download.node().id()
                            + "' downloads one file to several datasets, which is not done here");
        }
        download.writeTo(files.isEmpty() ? named(download) : files.get(0));
    }

    private static ParameterNode named(Draft download) {
        Position position = download.task().position();
        var text = ReferencingText.literal(lastName(download.file("url").orElse("")));
        return new ParameterNode.Scalar(text, JsonType.STRING, position, position, List.of());
    }

    private static String lastName(String url) {
        String path;
        try {
            path = Optional.ofNullable(URI.create(url).getPath()).orElse("");
        } catch (IllegalArgumentException e) {
            path = "";
        }
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return name.matches("[._]*") ? "download" : name;
    }
}
