package dev.tokenport.operators.http.file;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.file.Replacements;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files that a task writes its answers to, each of them once. Thread-safe. */
public final class Downloads {

    private final FileTemplate template;
    private final Replacements replacements;
    private final Set<Path> begun = ConcurrentHashMap.newKeySet();

    /**
     * Files of the name in {@code answer_file}.
     *
     * @throws OperatorException if it is not a template
     */
    public Downloads(String answerFile, RunContext context) throws OperatorException {
        this.template = new FileTemplate("answer_file", answerFile, FileTemplate.Values.NAMES, context);
        this.replacements = Replacements.of(context);
    }

    /**
     * The file for an entity, of which nothing is written yet.
     *
     * @throws EntityException if its values name none, or the same as those of another entity
     */
    public Download of(@Nullable Entity entity) throws EntityException {
        String name = template.name(entity);
        Path path = template.path(name);
        if (!begun.add(path)) {
            throw template.fault(
                    name,
                    "was written for another entity already; name it with a value that differs, such as {{ id }}");
        }
        return new Download(template, name, path, replacements);
    }
}
