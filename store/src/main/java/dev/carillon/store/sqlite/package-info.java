/**
 * The embedded store: one file, one writer, and a lock that keeps every other process out.
 *
 * <p>The writer is one platform thread. What is queued when it is free becomes one transaction with
 * a savepoint for each work, so that one commit to the disk serves all of it; no work is answered
 * before that commit has returned. After any error nobody may assume that the transaction still
 * exists (a full disk ends it): then nothing of the group happened, and each work runs again in a
 * transaction of its own. A crash leaves what was committed, and nothing else.
 */
@NullMarked
package dev.carillon.store.sqlite;

import org.jspecify.annotations.NullMarked;
