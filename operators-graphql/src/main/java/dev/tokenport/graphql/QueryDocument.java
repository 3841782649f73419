package dev.tokenport.graphql;

import dev.tokenport.operator.Nearest;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.json.JsonPointer;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.NamedNode;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL document: an operation to execute, possibly among others, and fragments. Together with {@link Selections} the
 * one class that knows the parser, which is loaded only when a task needs it. Immutable.
 */
final class QueryDocument {

    private static final String QUERY = GraphQLParameters.QUERY;

    /** Bounds for what is parsed: a large document is fine, an endless one is not. */
    private static final ParserOptions OPTIONS = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .captureSourceLocation(true)
            .maxCharacters(4 << 20)
            .maxTokens(200_000)
            .maxWhitespaceTokens(1_000_000)
            .maxRuleDepth(500)
            .build();

    /** What the message repeats: the place stands before it. */
    private static final Pattern PLACE = Pattern.compile(" at line \\d+ column \\d+");

    /** The parser quotes a word of whatever length. */
    private static final int LONGEST = 1000;

    private static final Pattern PREFACE = Pattern.compile("^Invalid syntax(?: encountered\\.)?(?: with)? ");

    private final List<OperationDefinition> operations = new ArrayList<>();
    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();

    private QueryDocument() {}

    /**
     * Reads a document.
     *
     * @throws EntityException if it is none; the message names the parameter, line and column
     */
    static QueryDocument of(String text) throws EntityException {
        var document = new QueryDocument();
        for (Definition<?> definition : parse(text).getDefinitions()) {
            document.add(definition);
        }
        return document;
    }

    /**
     * The operation to execute.
     *
     * @param name its name; empty if there is only one
     * @param records where in {@code data} the records are, if not at their natural place
     * @throws EntityException if there is no such operation, or it cannot be executed by a request
     */
    Operation operation(String name, Optional<JsonPointer> records) throws EntityException {
        OperationDefinition definition = named(name);
        if (definition.getOperation() == OperationDefinition.Operation.SUBSCRIPTION) {
            throw fault(
                    definition.getSourceLocation(),
                    "a subscription cannot be answered by one request; ask with a query instead");
        }
        var selections = new Selections(fragments);
        List<String> variables = definition.getVariableDefinitions().stream()
                .filter(variable -> variable.getType() instanceof NonNullType && variable.getDefaultValue() == null)
                .map(VariableDefinition::getName)
                .toList();
        return new Operation(
                definition.getOperation() == OperationDefinition.Operation.QUERY,
                variables,
                selections.records(definition.getSelectionSet(), records));
    }

    private void add(Definition<?> definition) throws EntityException {
        if (definition instanceof OperationDefinition operation) {
            operations.add(operation);
        } else if (definition instanceof FragmentDefinition fragment) {
            fragments.put(fragment.getName(), fragment);
        } else {
            String name = definition instanceof NamedNode<?> named ? " '" + named.getName() + "'" : "";
            throw fault(
                    definition.getSourceLocation(),
                    "the definition" + name + " belongs to a schema; only operations and fragments can be sent");
        }
    }

    private OperationDefinition named(String name) throws EntityException {
        if (operations.isEmpty()) {
            throw new EntityException(QUERY + " has no operation, only fragments");
        }
        List<String> names = operations.stream().map(QueryDocument::name).toList();
        if (name.isEmpty()) {
            if (operations.size() > 1) {
                throw new EntityException(QUERY + " has " + operations.size() + " operations (" + shown(names)
                        + "); name the one to execute with " + GraphQLParameters.OPERATION_NAME);
            }
            return operations.get(0);
        }
        int position = names.indexOf(name);
        if (position < 0) {
            String hint = Nearest.hint(name, names);
            throw new EntityException(GraphQLParameters.OPERATION_NAME + " '" + name + "' is no operation of " + QUERY
                    + ", which has: " + shown(names) + hint);
        }
        if (names.lastIndexOf(name) != position) {
            throw new EntityException(QUERY + " has two operations '" + name + "'");
        }
        return operations.get(position);
    }

    private static String name(OperationDefinition operation) {
        return Optional.ofNullable(operation.getName()).orElse("");
    }

    private static String shown(List<String> names) {
        return String.join(
                ", ",
                names.stream()
                        .map(name -> name.isEmpty() ? "one without name" : name)
                        .toList());
    }

    private static Document parse(String text) throws EntityException {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(OPTIONS)
                    .locale(Locale.ROOT)
                    .build());
        } catch (InvalidSyntaxException e) {
            String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            String fault =
                    PREFACE.matcher(PLACE.matcher(message).replaceAll("")).replaceFirst("");
            throw fault(e.getLocation(), fault.length() > LONGEST ? fault.substring(0, LONGEST) + "…" : fault);
        } catch (StackOverflowError e) {
            throw new EntityException(QUERY + " is nested too deeply to be read", e);
        }
    }

    private static EntityException fault(@Nullable SourceLocation at, String message) {
        String place = at == null ? "" : ", line " + at.getLine() + ", column " + at.getColumn();
        return new EntityException(QUERY + place + ": " + message);
    }
}
