package dev.tokenport.service.json;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What a JSON text looks like, where its records are, and what else is wanted of it. Immutable.
 *
 * @param scalars what becomes of a record that is not an object
 * @param layout one value, or one per line
 * @param records where the records are, in each value
 * @param missing what it means that nothing is there
 * @param kept where the values are that are kept while the records pass by
 * @param charset the character set; UTF-8 stands for UTF-16 and UTF-32 too, told by the first bytes
 * @param largest how many characters a record may have, of which memory holds one
 */
public record JsonFormat(
        JsonRows.Scalars scalars,
        Layout layout,
        JsonPointer records,
        Missing missing,
        List<JsonPointer> kept,
        Charset charset,
        int largest) {

    /** What a record may have where nobody says anything else: more than memory will hold. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** How many values a text is. */
    public enum Layout {
        /** One value and nothing else. */
        ONE_VALUE,
        /** One value per line (NDJSON, JSON Lines), possibly none; blank lines are skipped. */
        LINES
    }

    /** What it means that there is nothing where the records should be. */
    public enum Missing {
        /** It is a fault. */
        REFUSED,
        /** There are no records; a null in their place is none either. */
        NONE
    }

    /** Copies the list. */
    public JsonFormat {
        Objects.requireNonNull(scalars);
        Objects.requireNonNull(layout);
        Objects.requireNonNull(records);
        Objects.requireNonNull(missing);
        Objects.requireNonNull(charset);
        kept = List.copyOf(kept);
    }

    /** One value in UTF-8, whose records are it or its elements. */
    public static JsonFormat of(JsonRows.Scalars scalars) {
        return new JsonFormat(
                scalars,
                Layout.ONE_VALUE,
                JsonPointer.WHOLE,
                Missing.REFUSED,
                List.of(),
                StandardCharsets.UTF_8,
                UNLIMITED);
    }

    /** The same in another layout. */
    public JsonFormat in(Layout other) {
        return new JsonFormat(scalars, other, records, missing, kept, charset, largest);
    }

    /** The same in another character set. */
    public JsonFormat in(Charset other) {
        return new JsonFormat(scalars, layout, records, missing, kept, other, largest);
    }

    /** The same with records elsewhere, where they have to be. */
    public JsonFormat at(JsonPointer place) {
        return at(place, Missing.REFUSED);
    }

    /** The same with records elsewhere. */
    public JsonFormat at(JsonPointer place, Missing meaning) {
        return new JsonFormat(scalars, layout, place, meaning, kept, charset, largest);
    }

    /** The same, with what stands at these places kept, of arrays and objects only that they are there. */
    public JsonFormat keeping(List<JsonPointer> places) {
        return new JsonFormat(scalars, layout, records, missing, places, charset, largest);
    }

    /** The same with records of so many characters at the most. */
    public JsonFormat upTo(int characters) {
        return new JsonFormat(scalars, layout, records, missing, kept, charset, characters);
    }

    /** Whether records are limited. */
    boolean isLimited() {
        return largest != UNLIMITED;
    }
}
