package dev.tokenport.cli;

import dev.tokenport.cli.plugin.ServiceFolder;
import dev.tokenport.operator.Nearest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parts of the product that most commands do without. They lie beside the libraries of the command, or where a variable says.
 *
 * @param service what each is found as
 * @param noun what one is called in messages; the folder's name is its plural
 * @param variable names the folder
 */
record InstalledParts<T>(Class<T> service, String noun, String variable) {

    /** Loads the part of the name that was chosen. */
    T load(World world, Chosen chosen) {
        String name = chosen.text();
        Path path = folder(world)
                .orElseThrow(() ->
                        CommandException.refused("no folder of " + noun + "s is known; name one with " + variable));
        var folder = new ServiceFolder<>(path, service, noun);
        List<String> names = folder.names();
        if (!names.contains(name)) {
            throw CommandException.refused(chosen.place() + "there is no " + noun + " '" + name + "' in " + path
                    + Nearest.hint(name, names, names.isEmpty() ? "" : "; there are " + String.join(", ", names)));
        }
        try {
            return folder.load(name, InstalledParts.class.getClassLoader());
        } catch (IOException e) {
            throw CommandException.failed("the " + noun + " '" + name + "': " + e.getMessage(), e);
        }
    }

    private Optional<Path> folder(World world) {
        Optional<String> named = world.environment().variable(variable).filter(value -> !value.isEmpty());
        return named.isPresent() ? Optional.of(WorkflowArgument.path(variable, named.get())) : beside();
    }

    /**
     * The JAR of the command lies in {@code lib}, and the folder beside that. Its classes cannot be asked: one that comes from
     * an archive names the place where that was made.
     */
    private Optional<Path> beside() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.endsWith("cli.jar"))
                .findFirst()
                .map(Path::toAbsolutePath)
                .map(Path::getParent)
                .map(Path::getParent)
                .map(home -> home.resolve(noun + "s"));
    }
}
