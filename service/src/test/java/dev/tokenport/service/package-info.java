/** Tests: how is a protected service asked, once or per entity? */
@NullMarked
package dev.tokenport.service;

import org.jspecify.annotations.NullMarked;
