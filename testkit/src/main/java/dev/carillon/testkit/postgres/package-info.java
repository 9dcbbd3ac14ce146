/**
 * A real PostgreSQL of the machine's own binaries, for tests.
 *
 * <p>The server belongs to a keeper, a small shell that waits on a pipe held by this process. The
 * pipe closes when this process ends, however it ends, and the keeper then stops the server and
 * deletes its folder. So nothing has to be cleaned up and nothing can be forgotten.
 */
@NullMarked
package dev.carillon.testkit.postgres;

import org.jspecify.annotations.NullMarked;
