package dev.carillon.engine.access;

import java.util.Optional;

/**
 * What the store knows of the one who shows a key or a session. Whether it still counts is for the
 * reader to judge.
 *
 * @param key the key that was shown, or that opened the session
 * @param session empty when the key itself was shown
 */
public record Bearer(User user, Tenant tenant, Optional<ApiKey> key, Optional<Session> session) {}
