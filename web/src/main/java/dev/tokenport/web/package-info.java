/** Which pages does a person run workflows from, and how are they served? */
@NullMarked
package dev.tokenport.web;

import org.jspecify.annotations.NullMarked;
