/** Makes it happen: ports, then the verbs plan, claim, dispatch, settle, rescue. */
@NullMarked
package dev.carillon.engine;

import org.jspecify.annotations.NullMarked;
