package dev.tokenport.web.edit;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.web.site.Site;
import dev.tokenport.workflow.Draft;
import dev.tokenport.workflow.edit.EditException;
import dev.tokenport.workflow.edit.LineEnds;
import dev.tokenport.workflow.edit.Place;
import dev.tokenport.workflow.edit.Replacement;
import dev.tokenport.workflow.edit.TextEdit;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts what was entered into a field into the text that a browser has. Nothing is written to a file. Thread-safe.
 *
 * <p>The answer is what to replace in that text: a line with two offsets, and the text that comes.
 */
final class Changing {

    private final Site site;
    private final ShownTexts texts;

    Changing(Site site, ShownTexts texts) {
        this.site = site;
        this.texts = texts;
    }

    void change(Context context) throws IOException {
        Sent sent = Sent.of(site, context);
        try {
            String meant = texts.meant(sent.file().file(), sent.text());
            Draft draft = Draft.of(sent.file().file(), meant, site.workbench().operators());
            String changed = changed(context, sent, draft, meant);
            Replacement replacement =
                    Replacement.between(sent.text(), texts.shown(sent.file().file(), changed));
            context.contentType("text/plain; charset=utf-8")
                    .result(replacement.begin() + " " + replacement.end() + "\n" + replacement.text());
        } catch (EditException | IllegalArgumentException e) {
            throw refusal(Objects.requireNonNullElse(e.getMessage(), "this cannot be changed"));
        }
    }

    static HttpResponseException refusal(String message) {
        return new HttpResponseException(HttpStatus.UNPROCESSABLE_CONTENT.getCode(), message, Map.of());
    }

    private String changed(Context context, Sent sent, Draft draft, String meant) throws EditException, IOException {
        Place place = place(context, sent);
        Optional<ParameterDescription> parameter = draft.operator(place.task())
                .flatMap(operator -> ParameterList.of(operator.parameters()).find(place.address()));
        String how = Objects.requireNonNullElse(context.formParam("how"), "value");
        String value = LineEnds.plain(Objects.requireNonNullElse(context.formParam("value"), ""));
        if (how.equals("remove") || (how.equals("value") && value.isEmpty())) {
            return TextEdit.remove(meant, place);
        }
        String written = how.equals("value") || how.equals("plain")
                ? valueOf(parameter, place, value)
                : secret(context, how, draft, value);
        return TextEdit.set(meant, place, texts.meant(sent.file().file(), written), type(parameter));
    }

    private static Place place(Context context, Sent sent) {
        List<String> keys = new ArrayList<>(context.formParams("key"));
        Optional.ofNullable(context.formParam("entry")).map(String::strip).ifPresent(keys::add);
        if (keys.isEmpty() || keys.contains("")) {
            throw new IllegalArgumentException("the name of the entry is missing");
        }
        return new Place(sent.task().orElseThrow(() -> new BadRequestResponse("the form has no field 'task'")), keys);
    }

    /** A value from a field that is no secret's. */
    private static String valueOf(Optional<ParameterDescription> parameter, Place place, String value) {
        if (isPassword(parameter)) {
            throw new IllegalArgumentException("'" + place.address() + "' is a secret; write a reference to it");
        }
        return value;
    }

    private String secret(Context context, String how, Draft draft, String value) throws IOException {
        String name = Objects.requireNonNullElse(context.formParam("name"), "").strip();
        return switch (how) {
            case "env" -> reference("env:", name, "the name of the variable is missing");
            case "file" -> reference("file:", name, "the path of the file is missing");
            case "text" -> referencing(value);
            case "encrypted" -> encrypted(context, draft);
            default ->
                throw new BadRequestResponse(
                        "the field 'how' is not one of value, plain, env, file, text, encrypted, remove");
        };
    }

    private static String reference(String prefix, String name, String missing) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException(missing);
        }
        if (name.indexOf('}') >= 0 || name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a name in a reference has no '}' and no line end in it");
        }
        Reference reference = Reference.parse(prefix + name);
        return "${" + prefix + reference.name() + "}";
    }

    private static String referencing(String value) {
        if (!ReferencingText.parse(value).hasReferences()) {
            throw new IllegalArgumentException(
                    "there is no reference in the text; write one, such as ${env:NAME} or ${file:PATH}");
        }
        return value;
    }

    private String encrypted(Context context, Draft draft) throws IOException {
        String secret = LineEnds.plain(Objects.requireNonNullElse(context.formParam("secret"), ""));
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the secret is missing");
        }
        if (!site.workbench().canEncrypt()) {
            throw new IllegalArgumentException("there is no key file: make one with 'tokenport keygen'");
        }
        if (draft.workflow().name().isEmpty()) {
            throw new IllegalArgumentException("the workflow has no name yet, to which the secret is bound");
        }
        return site.workbench().encrypted(secret, draft.workflow().name());
    }

    private static boolean isPassword(Optional<ParameterDescription> parameter) {
        return parameter
                .filter(found -> found.type() instanceof ParameterType.PasswordType)
                .isPresent();
    }

    private static JsonType type(Optional<ParameterDescription> parameter) {
        return parameter
                .map(found -> {
                    if (found.type() instanceof ParameterType.BooleanType) {
                        return JsonType.BOOLEAN;
                    }
                    return found.type() instanceof ParameterType.IntegerType ? JsonType.NUMBER : JsonType.STRING;
                })
                .orElse(JsonType.STRING);
    }
}
