/** Tests of the reading of JSON. */
@NullMarked
package dev.tokenport.service.json;

import org.jspecify.annotations.NullMarked;
