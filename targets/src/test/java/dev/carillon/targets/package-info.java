@NullMarked
package dev.carillon.targets;

import org.jspecify.annotations.NullMarked;
