package dev.tokenport.web.edit;

import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.web.site.Site;
import dev.tokenport.workflow.edit.LineEnds;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a file has sent. Immutable; prints no text.
 *
 * @param file the file as it is now
 * @param text the text in the editor
 * @param task the id of the task that is looked at
 */
record Sent(WorkflowText file, String text, Optional<String> task) {

    /** Reads the fields that all requests of the page have. */
    static Sent of(Site site, Context context) throws IOException {
        WorkflowText file = site.folder().read(context.pathParam("path"));
        return new Sent(
                file,
                LineEnds.plain(field(context, "text")),
                Optional.ofNullable(context.formParam("task")).filter(id -> !id.isEmpty()));
    }

    /** A field that must be there. */
    static String field(Context context, String name) {
        @Nullable String value = context.formParam(name);
        if (value == null) {
            throw new BadRequestResponse("the form has no field '" + name + "'");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Sent[" + file.path() + "]";
    }
}
