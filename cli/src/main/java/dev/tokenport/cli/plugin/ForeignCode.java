package dev.tokenport.cli.plugin;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Code of a plugin, which may fail in any way without harm to the rest. */
final class ForeignCode {

    private ForeignCode() {}

    /**
     * Calls it.
     *
     * @param what the beginning of the reason, should it fail
     * @throws PluginException whatever it throws, unless the memory is at its end
     */
    static <T> T call(String what, Callable<T> code) throws PluginException {
        try {
            return code.call();
        } catch (PluginException | OutOfMemoryError e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException(what + ": it was interrupted", e);
        } catch (Throwable e) {
            throw new PluginException(what + ": " + reason(e), e);
        }
    }

    /** What went wrong, in one line. */
    static String reason(Throwable thrown) {
        boolean wraps = thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError;
        if (wraps && thrown.getCause() != null) {
            return reason(thrown.getCause());
        }
        if (thrown instanceof NoClassDefFoundError && thrown.getCause() instanceof ClassNotFoundException missing) {
            return "there is no class " + missing.getMessage();
        }
        if (thrown instanceof UnsupportedClassVersionError) {
            return message(thrown);
        }
        String type = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null ? type : type + ": " + message(thrown);
    }

    /** The message of an exception on one line. */
    static String message(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage())
                .orElseGet(() -> thrown.getClass().getSimpleName())
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
