package dev.tokenport.workflow.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line ends of a file, which a text loses while a person edits it in a browser. Stateless. */
public final class LineEnds {

    private static final Pattern END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final String MARK = "\uFEFF";

    private LineEnds() {}

    /** The text as it is edited: without a byte order mark, each line end a line feed. */
    public static String plain(String text) {
        String unmarked = text.startsWith(MARK) ? text.substring(1) : text;
        return unmarked.indexOf('\r') < 0 ? unmarked : END.matcher(unmarked).replaceAll("\n");
    }

    /**
     * The edited text with the byte order mark and the line ends of a file: lines that stand in the file too end as they do
     * there, others as most do.
     *
     * @param file the text of the file
     */
    public static String like(String file, String edited) {
        String mark = file.startsWith(MARK) ? MARK : "";
        String text = plain(edited);
        return mark + (file.indexOf('\r') < 0 ? text : ended(file.substring(mark.length()), text));
    }

    private static String ended(String file, String text) {
        List<String> ends = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Matcher end = END.matcher(file);
        while (end.find()) {
            ends.add(end.group());
            counts.merge(end.group(), 1, Integer::sum);
        }
        String most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("\n");
        if (counts.size() == 1) {
            return text.replace("\n", most);
        }
        var result = new StringBuilder();
        List<String> lines = lines(text);
        for (LineDiff.Line line : LineDiff.of(lines(plain(file)), lines)) {
            if (line.kind() != LineDiff.Kind.GONE) {
                boolean last = line.after() == lines.size() - 1;
                boolean kept = line.kind() == LineDiff.Kind.SAME && line.before() < ends.size();
                result.append(line.text()).append(last ? "" : kept ? ends.get(line.before()) : most);
            }
        }
        return result.toString();
    }

    /** The lines of a text whose line ends are line feeds; what is behind the last one is a line too. */
    public static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }
}
