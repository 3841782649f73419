package dev.tokenport.workflow.edit;

import dev.tokenport.operator.OperatorRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a text secrets are written down. For one thread; prints no secret. */
final class HiddenPlaces {

    /** A command's words but the first: what they are is shown nowhere else either. */
    private static final Pattern ARGUMENTS =
            Pattern.compile("\\$\\{process:\\h*[^\\s}]+\\h+((?:'[^'\\r\\n]*'|\"[^\"\\r\\n]*\"|[^}\\r\\n])*)}");

    /** What tells where a secret is kept, and not what it is. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<!\\$)\\$\\{(?:env|file|process|encrypted):[^}\\r\\n]+}");

    /** What stands before a token and tells of what kind it is. */
    private static final Pattern SCHEME =
            Pattern.compile("\\s*(?:Bearer|Basic|Token|DPoP|ApiKey)?\\s*", Pattern.CASE_INSENSITIVE);

    /** A part of a text, without the character at {@code end}. */
    record Range(int begin, int end) {}

    private final String text;
    private final List<Range> ranges = new ArrayList<>();
    private final List<String> passwords = new ArrayList<>();

    private HiddenPlaces(String text) {
        this.text = text;
    }

    static HiddenPlaces of(String text, OperatorRegistry operators) {
        var places = new HiddenPlaces(text);
        var names = new ConfidentialNames(operators);
        places.add(ARGUMENTS, 1);
        places.add(Placeholders.PATTERN, 0);
        int mark = text.startsWith("\uFEFF") ? 1 : 0;
        Optional<WrittenNode> root = Optional.empty();
        try {
            root = WrittenText.read(text.substring(mark));
        } catch (EditException broken) {
            new HiddenLines(places, names).find(text);
        }
        root.ifPresent(node -> new HiddenNodes(places, operators, names, mark).find(node));
        return places;
    }

    private void add(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            ranges.add(new Range(matcher.start(group), matcher.end(group)));
        }
    }

    /** Hides the text of a scalar, without its quotes, anchor or header. */
    void hide(WrittenNode.Scalar scalar, int mark, boolean password) {
        if (scalar.text().isBlank()) {
            return;
        }
        int begin = mark + scalar.begin();
        int end = mark + scalar.end();
        if (scalar.anchor().isPresent()) {
            begin = text.indexOf('&' + scalar.anchor().get(), begin)
                    + 1
                    + scalar.anchor().get().length();
            while (begin < end && Character.isWhitespace(text.charAt(begin))) {
                begin++;
            }
        }
        switch (scalar.style()) {
            case PLAIN -> hide(begin, end);
            case SINGLE_QUOTED, DOUBLE_QUOTED -> hide(begin + 1, end - 1);
            case BLOCK -> hide(Math.max(begin, text.indexOf('\n', begin)), end);
        }
        if (password) {
            literals(scalar.text()).forEach(this::learn);
        }
    }

    private static List<String> literals(String text) {
        return REFERENCE
                .splitAsStream(text)
                .map(String::strip)
                .filter(literal -> !SCHEME.matcher(literal).matches())
                .toList();
    }

    /** Hides what stands between two offsets, but for references. */
    void hide(int begin, int end) {
        Matcher reference = REFERENCE.matcher(text).region(begin, end);
        // A reference that begins in the region is seen whole, whatever stands before the region.
        reference.useTransparentBounds(true);
        boolean referencing = false;
        int at = begin;
        while (reference.find()) {
            hideLiteral(at, reference.start(), true);
            referencing = true;
            at = reference.end();
        }
        hideLiteral(at, end, referencing);
    }

    private void hideLiteral(int begin, int end, boolean besideReference) {
        boolean harmless =
                besideReference && SCHEME.matcher(text.substring(begin, end)).matches();
        if (begin < end && !harmless) {
            ranges.add(new Range(begin, end));
        }
    }

    /** Has a secret looked for elsewhere as well. */
    void learn(String password) {
        passwords.add(password);
    }

    /** The passwords that are written down. */
    List<String> passwords() {
        return Collections.unmodifiableList(passwords);
    }

    /** The places in order, without overlaps. */
    List<Range> ranges() {
        List<Range> united = new ArrayList<>();
        ranges.sort(Comparator.comparingInt(Range::begin));
        for (Range range : ranges) {
            Range last = united.isEmpty() ? new Range(0, 0) : united.get(united.size() - 1);
            if (!united.isEmpty() && range.begin() < last.end()) {
                united.set(united.size() - 1, new Range(last.begin(), Math.max(last.end(), range.end())));
            } else {
                united.add(range);
            }
        }
        return united;
    }
}
