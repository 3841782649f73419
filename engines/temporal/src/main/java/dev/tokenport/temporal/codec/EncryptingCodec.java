package dev.tokenport.temporal.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tokenport.workflow.engine.PayloadCipher;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Encrypts each payload whole, with what says how it is written. A payload that is not encrypted is refused: nobody else may
 * tell a worker what to do. Thread-safe.
 */
final class EncryptingCodec implements PayloadCodec {

    private static final String ENCODING = "encoding";
    private static final ByteString ENCRYPTED = ByteString.copyFromUtf8("binary/encrypted");
    private static final byte[] CONTEXT = "dev.tokenport.temporal payload 1".getBytes(StandardCharsets.UTF_8);

    private final PayloadCipher cipher;

    EncryptingCodec(PayloadCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public List<Payload> encode(List<Payload> payloads) {
        return payloads.stream().map(this::encode).toList();
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
        return payloads.stream().map(this::decode).toList();
    }

    private Payload encode(Payload payload) {
        try {
            byte[] sealed = cipher.encrypt(payload.toByteArray(), CONTEXT);
            return Payload.newBuilder()
                    .putMetadata(ENCODING, ENCRYPTED)
                    .setData(ByteString.copyFrom(sealed))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new PayloadCodecException("a payload cannot be encrypted: " + e.getMessage());
        }
    }

    private Payload decode(Payload payload) {
        if (!ENCRYPTED.equals(payload.getMetadataMap().get(ENCODING))) {
            throw new PayloadCodecException("a payload is not encrypted; Tokenport did not write it");
        }
        try {
            return Payload.parseFrom(cipher.decrypt(payload.getData().toByteArray(), CONTEXT));
        } catch (GeneralSecurityException e) {
            throw new PayloadCodecException("a payload cannot be decrypted: " + e.getMessage());
        } catch (InvalidProtocolBufferException e) {
            throw new PayloadCodecException("a payload is no payload when it is decrypted");
        }
    }
}
