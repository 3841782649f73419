package dev.tokenport.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An export of a CMEM project, written by hand. For one thread. */
final class ProjectZip {

    private final Map<String, String> files = new LinkedHashMap<>();

    /** A project that copies one JSON file to another. */
    static ProjectZip copying() {
        return new ProjectZip()
                .with("config.xml", "<ProjectConfig/>")
                .with("dataset/in.xml", dataset("in", "json", "in.json"))
                .with("dataset/out.xml", dataset("out", "csv", "sub/out.csv"))
                .with(
                        "workflow/copy.xml",
                        "<Workflow id='copy'><Dataset task='in'/><Dataset task='out' inputs='in'/></Workflow>")
                .with("resources/in.json", "[{\"a\":1}]")
                .with("resources/sub/readme.txt", "here");
    }

    static String dataset(String id, String type, String file) {
        return "<Dataset id='" + id + "' type='" + type + "'><MetaData><Label>The " + id
                + "</Label></MetaData>\n<Param name='file'>" + file + "</Param></Dataset>";
    }

    ProjectZip with(String path, String text) {
        files.put(path, text);
        return this;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("orders/" + entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
