package dev.tokenport.web.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.EndpointNotFound;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;

/** What is said when something was asked that is not there, may not be asked, or went wrong. Thread-safe. */
public final class Faults implements Topic {

    private static final System.Logger LOG = System.getLogger("dev.tokenport.web");

    private static final Map<Integer, String> TITLES = Map.of(
            HttpStatus.BAD_REQUEST.getCode(), "Not understood",
            HttpStatus.FORBIDDEN.getCode(), "Not allowed",
            HttpStatus.NOT_FOUND.getCode(), "Not found",
            HttpStatus.METHOD_NOT_ALLOWED.getCode(), "Not found",
            HttpStatus.CONFLICT.getCode(), "Not now",
            HttpStatus.LENGTH_REQUIRED.getCode(), "Not understood",
            HttpStatus.CONTENT_TOO_LARGE.getCode(), "Too large",
            HttpStatus.MISDIRECTED_REQUEST.getCode(), "Not allowed");

    private final Pages pages;

    /** Faults that are shown as pages. */
    public Faults(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, toWhoIsThere(this::refused));
        routes.exception(NoSuchFileException.class, toWhoIsThere(this::missing));
        routes.exception(FileSystemException.class, toWhoIsThere(this::unreadable));
        routes.exception(Exception.class, toWhoIsThere(this::failed));
    }

    /** A page that was left while it was told something has a request no more; that is no fault of the server. */
    private static <E extends Exception> ExceptionHandler<E> toWhoIsThere(ExceptionHandler<E> handler) {
        return (fault, context) -> {
            try {
                handler.handle(fault, context);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a page could not be told what went wrong (" + fault + "): " + e);
            }
        };
    }

    private void refused(HttpResponseException refusal, Context context) {
        int status = refusal.getStatus();
        String message = Objects.requireNonNullElse(refusal.getMessage(), "");
        if (refusal instanceof EndpointNotFound) {
            message = "there is no page at this address";
        } else if (status == HttpStatus.CONTENT_TOO_LARGE.getCode()) {
            message = "what was sent is larger than this server takes";
        }
        pages.refuse(context, status, TITLES.getOrDefault(status, "Refused"), message);
    }

    private void missing(NoSuchFileException missing, Context context) {
        tell(missing, context, HttpStatus.NOT_FOUND, "Not found");
    }

    private void unreadable(FileSystemException fault, Context context) {
        tell(fault, context, HttpStatus.UNPROCESSABLE_CONTENT, "The file cannot be read");
    }

    private void tell(FileSystemException fault, Context context, HttpStatus status, String title) {
        String message = Objects.requireNonNullElse(fault.getMessage(), title);
        pages.refuse(context, status.getCode(), title, message);
    }

    private void failed(Exception failure, Context context) {
        LOG.log(Level.WARNING, context.method() + " " + context.path() + " failed: " + failure, failure);
        pages.refuse(
                context,
                HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
                "Something went wrong",
                "this page failed; the terminal with 'tokenport serve' says more");
    }
}
