package dev.tokenport.operators.http.file;

import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which file is sent, and how.
 *
 * @param bodyFile the file; a template; empty for none
 * @param uploadAs how it is sent
 * @param formField the name of its part in a form
 * @param formFields the other parts of the form; their values are templates
 */
public record UploadParameters(
        @Parameter(
                id = "body_file",
                label = "Body file",
                description =
                        "A file to send instead of `body`, from the disk as it is sent. A template; a relative path starts at the folder of the workflow file, and a value in it cannot lead out of the folder that stands before it.",
                template = true)
        String bodyFile,

        @Parameter(
                id = "upload_as",
                label = "Upload as",
                description =
                        "How the file is sent: `body` as the body itself, `form` as a part of a form (multipart/form-data).",
                defaultValue = "body",
                advanced = true)
        UploadAs uploadAs,

        @Parameter(
                id = "form_field",
                label = "Form field",
                description = "The name of the form field that the file is sent in.",
                defaultValue = "file",
                advanced = true)
        String formField,

        @Parameter(
                id = "form_fields",
                label = "Form fields",
                description =
                        "Further fields of the form: names and values. The values are confidential, and templates as those of headers are.",
                advanced = true,
                template = true)
        Map<String, Secret> formFields) {

    /** Checks the values. */
    public UploadParameters {
        formFields = Collections.unmodifiableMap(new LinkedHashMap<>(formFields));
        if (uploadAs == UploadAs.FORM && bodyFile.isEmpty()) {
            throw new IllegalArgumentException("upload_as is form, but body_file is empty");
        }
        if (uploadAs == UploadAs.BODY && !formFields.isEmpty()) {
            throw new IllegalArgumentException("form_fields is given, but upload_as is not form");
        }
    }

    /** Whether a file is sent. */
    public boolean given() {
        return !bodyFile.isEmpty();
    }
}
