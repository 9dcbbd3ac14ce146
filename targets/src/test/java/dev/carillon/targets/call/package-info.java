@NullMarked
package dev.carillon.targets.call;

import org.jspecify.annotations.NullMarked;
