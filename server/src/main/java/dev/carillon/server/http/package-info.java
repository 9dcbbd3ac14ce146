/**
 * The plumbing between the network and the features: a feature is a list of routes, a route is data
 * (method, path, who may pass) and a handler from request to answer. Javalin and Jetty are known
 * here and nowhere else.
 *
 * <p>One request: a trace id, the route's door (deny by default), the handler, and in every case an
 * answer with the headers that guard a browser. Whatever goes wrong becomes a problem document.
 */
@NullMarked
package dev.carillon.server.http;

import org.jspecify.annotations.NullMarked;
