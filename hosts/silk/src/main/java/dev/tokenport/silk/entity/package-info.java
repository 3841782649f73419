/** How do Silk's entities become ours, and ours Silk's? */
@NullMarked
package dev.tokenport.silk.entity;

import org.jspecify.annotations.NullMarked;
