package dev.tokenport.oauth2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The body of an answer: its members, or why there are none. After a byte order mark and blanks, what begins with
 * <code>&#123;</code> is JSON in UTF-8 whatever the content type says; otherwise a form, where the type is form or
 * {@code text/plain}. Immutable.
 *
 * @param text the body as text, to be quoted
 * @param members the members in order; those before the fault if there is one
 * @param fault why this is neither a JSON object nor a form, to be put behind {@code the answer}
 */
record AnswerBody(String text, Map<String, Member> members, Optional<String> fault) {

    AnswerBody {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    static AnswerBody of(byte[] bytes, String contentType) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String content = withoutMarkAndBlanks(text);
        if (content.isEmpty()) {
            return new AnswerBody("", Map.of(), Optional.of("is empty"));
        }
        if (content.startsWith("{")) {
            // What is not UTF-8 has become this character; one that is sent as such is UTF-8.
            return text.indexOf('\uFFFD') < 0 || isUtf8(bytes)
                    ? JsonObjectReader.read(content)
                    : new AnswerBody(content, Map.of(), Optional.of("is not UTF-8"));
        }
        return mayBeForm(contentType)
                ? FormReader.read(content)
                : new AnswerBody(content, Map.of(), Optional.of("is not a JSON object"));
    }

    /** A body that was not read. */
    static AnswerBody unread(String fault) {
        return new AnswerBody("", Map.of(), Optional.of(fault));
    }

    /** The member, unless it is missing or null. */
    Optional<Member> member(String name) {
        return Optional.ofNullable(members.get(name)).filter(member -> !member.isNull());
    }

    /** The text of the member, if it is a text that is not blank. */
    Optional<String> textOf(String name) {
        return member(name).filter(Member::isText).map(Member::text).filter(text -> !text.isBlank());
    }

    private static String withoutMarkAndBlanks(String text) {
        String stripped = text.strip();
        return stripped.startsWith("\uFEFF") ? stripped.substring(1).strip() : stripped;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean mayBeForm(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/x-www-form-urlencoded") || type.equals("text/plain");
    }

    @Override
    public String toString() {
        return "AnswerBody" + members.keySet();
    }
}
