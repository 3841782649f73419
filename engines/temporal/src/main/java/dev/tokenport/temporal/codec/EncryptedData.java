package dev.tokenport.temporal.codec;

import dev.tokenport.workflow.engine.PayloadCipher;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;

/** How data are written for the engine: as JSON, then encrypted; the messages and traces of failures, too. */
public final class EncryptedData {

    private EncryptedData() {}

    /** A converter that encrypts with this cipher. */
    public static DataConverter converter(PayloadCipher cipher) {
        return new CodecDataConverter(
                DefaultDataConverter.newDefaultInstance(), List.of(new EncryptingCodec(cipher)), true);
    }
}
