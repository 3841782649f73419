package dev.tokenport.operators.http.answer;

import dev.tokenport.operator.Parameter;
import dev.tokenport.service.json.JsonPointer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of answers.
 *
 * @param records where the records are in JSON, a JSON pointer
 * @param answerFormat what answers are read as
 * @param answerFile the file that an answer is written to instead; a template; empty for none
 * @param answerCharset the character set of answers, empty for what they say
 * @param csvSeparator what stands between the fields of CSV, empty for what the content type suggests
 * @param maxBody how many bytes a text may have
 */
public record AnswerParameters(
        @Parameter(
                id = "records",
                label = "Records",
                description =
                        "Where the records are in a JSON answer: a JSON pointer (RFC 6901) such as `/data/items`. An array there is one entity per element, an object is one entity. Empty: the whole answer.")
        String records,

        @Parameter(
                id = "answer_format",
                label = "Answer format",
                description =
                        "What answers are read as, whatever their content type says: `json`, `ndjson` (a JSON value per line), `csv`, `text`. `auto`: what the content type says.",
                defaultValue = "auto")
        AnswerFormat answerFormat,

        @Parameter(
                id = "answer_file",
                label = "Answer file",
                description =
                        "A file that each answer is written to as it is, instead of being read: `out/{{ id }}.pdf`. A template, in which no value can lead to another folder; a relative path starts at the folder of the workflow file. Missing folders are made. The entity then has the paths `file`, `content_type`, `size` and `status`.",
                template = true)
        String answerFile,

        @Parameter(
                id = "answer_charset",
                label = "Answer charset",
                description =
                        "The character set of answers. Empty: what their content type says, UTF-8 if it says nothing.",
                advanced = true)
        String answerCharset,

        @Parameter(
                id = "csv_separator",
                label = "CSV separator",
                description =
                        "The character between the fields of CSV answers; `\\t` for a tab. Empty: a comma, or a tab where the content type is text/tab-separated-values.",
                advanced = true)
        String csvSeparator,

        @Parameter(
                id = "max_body",
                label = "Largest body",
                description =
                        "How many bytes an answer may have that is read as text, and how many characters a record of JSON or NDJSON. Of records there may be any number: JSON, NDJSON and CSV are streamed, and so is what goes to a file.",
                defaultValue = "16777216",
                advanced = true)
        int maxBody) {

    /** Checks the values. */
    public AnswerParameters {
        List<String> faults = new ArrayList<>();
        try {
            JsonPointer.of("records", records);
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
        }
        if (!answerCharset.isBlank() && !isCharset(answerCharset.strip())) {
            faults.add("answer_charset '" + answerCharset + "' is not a character set that is known here");
        }
        if (!csvSeparator.isEmpty() && !csvSeparator.equals("\\t") && csvSeparator.length() != 1) {
            faults.add("csv_separator '" + csvSeparator + "' is not one character");
        }
        if (maxBody < 0) {
            faults.add("max_body " + maxBody + " is negative");
        }
        if (!answerFile.isEmpty() && !(records.isEmpty() && answerFormat == AnswerFormat.AUTO)) {
            faults.add("answer_file is given, so that answers are not read, and records or answer_format as well;"
                    + " leave out one of them");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** Whether answers are written to files. */
    public boolean toFile() {
        return !answerFile.isEmpty();
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
