package dev.carillon.api.events;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody publishes.
 *
 * @param id by which the publisher knows it; one is drawn when it is left out
 * @param data what filters look at, and what the runs are told
 */
public record EventDraft(Optional<String> id, Optional<ObjectNode> data) {}
