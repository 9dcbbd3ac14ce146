/** What a server tells of itself. */
@NullMarked
package dev.carillon.api.system;

import org.jspecify.annotations.NullMarked;
