package dev.tokenport.operators.transform;

import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Schema.Path;
import dev.tokenport.operator.Schema.PathType;
import dev.tokenport.service.EntityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the values of entities of one schema go. Immutable.
 *
 * @param seen the paths that templates see: those of the input under their new names, then the constants
 * @param output the paths of the output
 * @param sources for each path of the output, where its values stand among those seen with the templates' behind them; -1
 *     for none
 */
record Layout(Schema seen, Schema output, List<Integer> sources) {

    private static final int NOWHERE = -1;

    /** The layout of entities with this schema. */
    static Layout of(Schema input, Recipe recipe) throws EntityException {
        Schema seen = seen(input, recipe);
        Map<String, Integer> all = new LinkedHashMap<>();
        Map<String, Path> paths = new LinkedHashMap<>();
        for (Path path : seen.paths()) {
            all.put(path.name(), all.size());
            paths.put(path.name(), path);
        }
        int next = all.size();
        for (String name : recipe.templates().keySet()) {
            all.put(name, next++);
            paths.put(name, Path.of(name));
        }
        List<String> names = new ArrayList<>(all.keySet());
        names.removeAll(recipe.drop());
        if (!recipe.pick().isEmpty()) {
            names = recipe.pick();
            checkPicked(names, all, recipe);
        }
        return new Layout(
                seen,
                new Schema(
                        input.type(),
                        names.stream()
                                .map(name -> paths.getOrDefault(name, Path.of(name)))
                                .toList()),
                names.stream().map(name -> all.getOrDefault(name, NOWHERE)).toList());
    }

    private static Schema seen(Schema input, Recipe recipe) throws EntityException {
        for (String name : recipe.rename().keySet()) {
            if (input.position(name) < 0 && recipe.missing() == MissingPath.FAIL) {
                throw new EntityException("rename names '" + name + "', which " + isMissing(input.paths()));
            }
        }
        Map<String, Path> seen = new LinkedHashMap<>();
        for (Path path : input.paths()) {
            String name = recipe.rename().getOrDefault(path.name(), path.name());
            if (seen.putIfAbsent(name, new Path(name, path.type(), path.optional())) != null) {
                throw new EntityException("rename gives a path the name '" + name
                        + "', which another path of the entity has; rename that one too");
            }
        }
        for (String name : recipe.constants().keySet()) {
            if (seen.putIfAbsent(name, new Path(name, PathType.ANY, false)) != null) {
                throw new EntityException("constants has the path '" + name
                        + "', which the entity has too; rename that one, or use a template to replace its value");
            }
        }
        return new Schema(input.type(), List.copyOf(seen.values()));
    }

    private static void checkPicked(List<String> names, Map<String, Integer> all, Recipe recipe)
            throws EntityException {
        for (String name : names) {
            if (!all.containsKey(name) && recipe.missing() == MissingPath.FAIL) {
                throw new EntityException("pick names '" + name + "', which is unknown (there is: "
                        + String.join(", ", all.keySet()) + "); set missing to ignore if some entities do not have it");
            }
        }
    }

    private static String isMissing(List<Path> paths) {
        return "is unknown (the entity has: "
                + paths.stream().map(Path::name).collect(Collectors.joining(", "))
                + "); set missing to ignore if some entities do not have it";
    }
}
