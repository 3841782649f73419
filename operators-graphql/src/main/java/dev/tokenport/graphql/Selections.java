package dev.tokenport.graphql;

import dev.tokenport.operator.Nearest;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.json.JsonPointer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an operation asks for, by the names they have in the answer, fragments included. For one thread.
 */
final class Selections {

    private static final String DATA = "data";
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]*");

    private final Map<String, FragmentDefinition> fragments;

    Selections(Map<String, FragmentDefinition> fragments) {
        this.fragments = fragments;
    }

    /**
     * Where in an answer the records are.
     *
     * @param wanted where in {@code data}; empty for the natural place: in the only field asked for, if it is an object or a
     *     list of objects, otherwise {@code data} itself is the record
     * @throws EntityException if the operation does not ask for what is wanted
     */
    JsonPointer records(SelectionSet operation, Optional<JsonPointer> wanted) throws EntityException {
        Map<String, List<SelectionSet>> fields = fields(List.of(operation));
        if (wanted.isPresent()) {
            check(fields, wanted.get());
            return pointer(wanted.get().segments());
        }
        String only = fields.size() == 1 ? fields.keySet().iterator().next() : "";
        return pointer(only.isEmpty() || fields.getOrDefault(only, List.of()).isEmpty() ? List.of() : List.of(only));
    }

    private static JsonPointer pointer(List<String> within) {
        return new JsonPointer(Stream.concat(Stream.of(DATA), within.stream()).toList());
    }

    private void check(Map<String, List<SelectionSet>> top, JsonPointer wanted) throws EntityException {
        Map<String, List<SelectionSet>> fields = top;
        boolean mayBeIndex = false;
        for (String segment : wanted.segments()) {
            if (mayBeIndex && INDEX.matcher(segment).matches()) {
                continue;
            }
            List<SelectionSet> below = fields.get(segment);
            if (below == null) {
                String hint = Nearest.hint(segment, fields.keySet());
                throw new EntityException(GraphQLParameters.RECORDS + " '" + wanted + "' names '" + segment
                        + "', which the query does not ask for there" + " (it asks for: "
                        + String.join(", ", fields.keySet()) + ")" + hint);
            }
            if (below.isEmpty()) {
                // A field without fields of its own may be any JSON.
                return;
            }
            fields = fields(below);
            mayBeIndex = true;
        }
    }

    /** The selections below each field. */
    private Map<String, List<SelectionSet>> fields(List<SelectionSet> sets) throws EntityException {
        Map<String, List<SelectionSet>> fields = new LinkedHashMap<>();
        Set<String> followed = new HashSet<>();
        for (SelectionSet set : sets) {
            collect(set, fields, followed);
        }
        return fields;
    }

    private void collect(SelectionSet set, Map<String, List<SelectionSet>> fields, Set<String> followed)
            throws EntityException {
        for (Selection<?> selection : set.getSelections()) {
            if (selection instanceof Field field) {
                List<SelectionSet> below = fields.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>());
                add(below, field.getSelectionSet());
            } else if (selection instanceof InlineFragment fragment) {
                collect(fragment.getSelectionSet(), fields, followed);
            } else if (selection instanceof FragmentSpread spread && followed.add(spread.getName())) {
                collect(fragment(spread).getSelectionSet(), fields, followed);
            }
        }
    }

    private static void add(List<SelectionSet> sets, @Nullable SelectionSet set) {
        if (set != null) {
            sets.add(set);
        }
    }

    private FragmentDefinition fragment(FragmentSpread spread) throws EntityException {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (fragment == null) {
            throw new EntityException(GraphQLParameters.QUERY + " uses the fragment '" + spread.getName()
                    + "', which is not defined in it");
        }
        return fragment;
    }
}
