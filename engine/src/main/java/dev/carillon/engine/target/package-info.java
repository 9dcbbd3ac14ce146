/** The one port with concurrency: a caller performs an attempt and answers with an outcome. */
@NullMarked
package dev.carillon.engine.target;

import org.jspecify.annotations.NullMarked;
