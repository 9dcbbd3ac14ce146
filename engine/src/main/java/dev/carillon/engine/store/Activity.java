package dev.carillon.engine.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import java.time.Instant;
import java.util.Optional;

/**
 * One event of the stream: who did what, when, to which schedule and run.
 *
 * @param type the CloudEvents type, such as {@code carillon.run.completed}
 * @param note a few words, such as the reason of a pause
 */
public record Activity(
    long seq,
    Instant at,
    String type,
    Owner owner,
    Optional<ScheduleId> schedule,
    String scheduleName,
    Optional<RunId> run,
    String actor,
    String note) {}
