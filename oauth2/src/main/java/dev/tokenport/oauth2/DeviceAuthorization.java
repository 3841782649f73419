package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person needs to allow access on another device (RFC 8628 §3.2). Prints the user code and where it is entered.
 * Immutable.
 *
 * @param deviceCode the code that the token is asked for with
 * @param userCode the code that the person enters
 * @param verificationUri where it is entered
 * @param verificationUriComplete the same with the code in it, if the server offers it
 * @param lifetime how long the codes hold
 * @param interval how long to wait between two questions whether it has been allowed
 */
public record DeviceAuthorization(
        Secret deviceCode,
        String userCode,
        String verificationUri,
        Optional<String> verificationUriComplete,
        Duration lifetime,
        Duration interval) {

    /** Never the device code. */
    @Override
    public String toString() {
        return "DeviceAuthorization[" + userCode + " at " + verificationUri + "]";
    }
}
