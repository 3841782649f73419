package dev.tokenport.cmem.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** <em>Download file</em>: the answer of a request as a file; which one, the dataset behind it says. */
final class FileDownload implements TaskKind {

    /** Our parameter for the file. */
    static final String FILE = "answer_file";

    @Override
    public List<String> types() {
        return List.of("downloadFile");
    }

    @Override
    public String operator() {
        return "http-request";
    }

    @Override
    public List<Rule> rules() {
        return Stream.concat(Stream.of(Rule.taken("url", "", "url", Conversion.AS_TEMPLATE)), HttpRules.RULES.stream())
                .toList();
    }

    @Override
    public Optional<String> writes() {
        return Optional.of(FILE);
    }

    @Override
    public void join(TaskValues values, Target target) {
        if (!target.has(FILE)) {
            values.fault("url", "is to be downloaded to a file, which http-request cannot do here");
        }
        target.ignoreInputs();
        HttpRules.join(values, target, 1);
    }

    @Override
    public Map<String, String> renamings(TaskValues values, Target target) {
        Map<String, String> renamings = new LinkedHashMap<>(TaskKind.super.renamings(values, target));
        renamings.putAll(HttpRules.renamings(values, target));
        return renamings;
    }
}
