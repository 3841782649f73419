package dev.tokenport.web.site;

import dev.tokenport.secret.Redactor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Looks at each answer when it is complete, so that no topic has to remember: no secret leaves. Thread-safe. */
public final class Outgoing implements Topic {

    private final Redactor redactor;

    /** What is known to this redactor does not leave. */
    public Outgoing(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.after(this::redact);
    }

    private void redact(Context context) throws IOException {
        @Nullable InputStream answer = context.resultInputStream();
        if (answer != null && !context.path().startsWith(Assets.ROOT)) {
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            context.result(redactor.redact(text));
        }
    }
}
