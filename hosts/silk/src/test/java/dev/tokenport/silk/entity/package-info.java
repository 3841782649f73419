@NullMarked
package dev.tokenport.silk.entity;

import org.jspecify.annotations.NullMarked;
