@NullMarked
package dev.carillon.targets.local;

import org.jspecify.annotations.NullMarked;
