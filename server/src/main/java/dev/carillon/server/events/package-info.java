/**
 * Publishing events, and the activity stream over the API, as it happens: server-sent events. A
 * reader has a bounded queue of its own; when it is too slow, or comes back after too long, it is
 * told to read afresh. Nothing is lost between what is replayed from the store and what is live,
 * because a reader listens before it is replayed to, and passes over what it has seen.
 */
@NullMarked
package dev.carillon.server.events;

import org.jspecify.annotations.NullMarked;
