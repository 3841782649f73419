package dev.tokenport.service.template;

import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonText;

/** Writes values into JSON: within a string they are escaped, outside they are the JSON values that they are. */
final class JsonWriter implements ValueWriter {

    private int seen;
    private boolean inString;

    @Override
    public void append(StringBuilder textSoFar, Value.Text value) {
        for (; seen < textSoFar.length(); seen++) {
            if (textSoFar.charAt(seen) == '"') {
                inString = !inString;
            } else if (inString && textSoFar.charAt(seen) == '\\') {
                seen++;
            }
        }
        if (seen > textSoFar.length()) {
            throw new IllegalArgumentException(
                    "has a value directly behind a '\\' in a JSON string, which would change what the value means");
        }
        if (inString) {
            JsonText.appendEscaped(textSoFar, ValueWriter.characters(value));
        } else {
            JsonText.append(textSoFar, value);
        }
        seen = textSoFar.length();
    }
}
