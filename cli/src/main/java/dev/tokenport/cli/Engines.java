package dev.tokenport.cli;

import dev.tokenport.cli.plugin.EngineFolder;
import dev.tokenport.operator.Nearest;
import dev.tokenport.workflow.engine.Engine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engines that are installed. They lie beside the libraries of the command, or where a variable says. */
final class Engines {

    static final String VARIABLE = "TOKENPORT_ENGINES";

    private Engines() {}

    /** Loads the engine of this name. */
    static Engine load(World world, Chosen chosen) {
        String name = chosen.text();
        EngineFolder folder = new EngineFolder(folder(world)
                .orElseThrow(
                        () -> CommandException.refused("no folder of engines is known; name one with " + VARIABLE)));
        List<String> names = folder.names();
        if (!names.contains(name)) {
            throw CommandException.refused(chosen.place() + "there is no engine '" + name + "' in " + folder.path()
                    + Nearest.hint(name, names, names.isEmpty() ? "" : "; there are " + String.join(", ", names)));
        }
        try {
            return folder.load(name, Engines.class.getClassLoader());
        } catch (IOException e) {
            throw CommandException.failed("the engine '" + name + "': " + e.getMessage(), e);
        }
    }

    private static Optional<Path> folder(World world) {
        Optional<String> named = world.environment().variable(VARIABLE).filter(value -> !value.isEmpty());
        return named.isPresent() ? Optional.of(WorkflowArgument.path(VARIABLE, named.get())) : beside();
    }

    /** The JAR of this class lies in {@code lib}, and the engines in {@code engines} beside that. */
    private static Optional<Path> beside() {
        @Nullable CodeSource source = Engines.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        Path jar = Path.of(URI.create(source.getLocation().toString()));
        return Optional.ofNullable(jar.getParent()).map(Path::getParent).map(home -> home.resolve("engines"));
    }
}
