package dev.tokenport.cmem.mapping;

import java.util.List;
import java.util.Optional;

/** The kinds of tasks that are known under an id or with parameters that are CMEM's. */
final class Kinds {

    /** Why a filter for the files of a zip is left out. */
    static final String NO_ZIP = "a zip is not read";

    private static final TaskKind JSON = new TableKind(
            List.of("json"),
            "json-dataset",
            List.of(
                    Rule.taken("file", "", "file", Conversion.of(Texts::file)),
                    Rule.taken("basePath", "", "pointer", Conversion.of(Texts::pointer)),
                    Rule.only("template", "{{output}}", "what is written is an array"),
                    Rule.only("navigateIntoArrays", "true", "arrays are gone into"),
                    Rule.ignored("uriPattern", "", "entities have no URIs"),
                    Rule.ignored("maxDepth", "JSON is written as it came"),
                    Rule.ignored("streaming", "files are always streamed"),
                    Rule.ignored("zipFileRegex", NO_ZIP)));

    private static final TaskKind TEXT = new TextFile(
            List.of("text"),
            List.of(
                    Rule.taken("file", "", "file", Conversion.of(Texts::file)),
                    Rule.taken("charset", "UTF-8", "charset", Conversion.of(Texts::charset)),
                    Rule.only("property", "text", "the text's path is called text"),
                    Rule.ignored("typeName", "entities have no types"),
                    Rule.ignored("zipFileRegex", NO_ZIP)));

    private static final TaskKind RDF_FILE = new TextFile(
            List.of("file"),
            List.of(
                    Rule.taken("file", "", "file", Conversion.of(Texts::file)),
                    Rule.ignored("format", "the file is handed on as text"),
                    Rule.only("graph", "", "the file is handed on as text"),
                    Rule.only("entityList", "", "the file is handed on as text"),
                    Rule.ignored("zipFileRegex", NO_ZIP)));

    private static final TaskKind SETTINGS = new TableKind(
            List.of("setParameters"),
            "set-parameters",
            List.of(Rule.same("parameters", ""), Rule.ignored("output", "only for completion in CMEM's editor")));

    private static final TaskKind PARAMETERS_PLUGIN = new TableKind(
            List.of("cmem_plugin_parameters-ParametersPlugin"), "set-parameters", List.of(Rule.same("parameters", "")));

    /** All kinds, in the order of the page. */
    static final List<TaskKind> ALL = List.of(
            new RestRequest(),
            new FileDownload(),
            new GraphQLRequest(),
            JSON,
            new CsvFile(),
            TEXT,
            RDF_FILE,
            SETTINGS,
            PARAMETERS_PLUGIN);

    private Kinds() {}

    /** The kind of a plugin. */
    static Optional<TaskKind> of(String type) {
        return ALL.stream().filter(kind -> kind.types().contains(type)).findFirst();
    }
}
