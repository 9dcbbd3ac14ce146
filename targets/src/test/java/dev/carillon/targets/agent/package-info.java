@NullMarked
package dev.carillon.targets.agent;

import org.jspecify.annotations.NullMarked;
