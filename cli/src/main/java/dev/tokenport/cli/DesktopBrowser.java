package dev.tokenport.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the desktop opens pages with. It gets only those variables by which it finds the desktop: others may hold secrets. Thread-safe.
 *
 * @param system the name of the operating system
 */
record DesktopBrowser(String system) implements Browser {

    private static final Set<String> KNOWN = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
            "BROWSER",
            "DBUS_SESSION_BUS_ADDRESS",
            "DESKTOP_SESSION");
    private static final Pattern OF_DESKTOPS = Pattern.compile("(XDG|LC|KDE|GNOME)_.*");

    @Override
    public void open(Path page) throws IOException {
        var program = new ProcessBuilder(command(page.toString()))
                .redirectInput(Redirect.from(nothing()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        if (!isWindows()) {
            program.environment()
                    .keySet()
                    .removeIf(name ->
                            !KNOWN.contains(name) && !OF_DESKTOPS.matcher(name).matches());
        }
        program.start();
    }

    /** The program with its arguments. */
    List<String> command(String page) {
        if (isWindows()) {
            return List.of("cmd", "/c", "start", "", page);
        }
        return List.of(system.toLowerCase(Locale.ROOT).startsWith("mac") ? "open" : "xdg-open", page);
    }

    private boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private java.io.File nothing() {
        return new java.io.File(isWindows() ? "NUL" : "/dev/null");
    }
}
