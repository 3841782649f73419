/** Does the token client get along with Spring's authorization server? */
@NullMarked
package dev.tokenport.integration.spring;

import org.jspecify.annotations.NullMarked;
