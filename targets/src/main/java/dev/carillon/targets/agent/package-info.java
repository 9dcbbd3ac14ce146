/**
 * Agents over HTTP: {@code POST {url}/api/chat}, what is sent to them, and what is believed of what
 * they answer.
 *
 * <p>An agent is not trusted. What it sends is bounded in size, in time and in depth; a figure that
 * cannot be is unknown; text is cut and cleaned of what a database refuses; nothing is followed and
 * nothing is sent twice.
 */
@NullMarked
package dev.carillon.targets.agent;

import org.jspecify.annotations.NullMarked;
