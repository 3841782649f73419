/** What do protected services do that really check a token: signature, issuer, audience, expiry, scope? */
@NullMarked
package dev.tokenport.integration.resource;

import org.jspecify.annotations.NullMarked;
