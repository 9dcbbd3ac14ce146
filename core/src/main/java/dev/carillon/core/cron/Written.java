package dev.carillon.core.cron;

import java.util.List;

/**
 * What only the text of a line can tell, not the times it stands for.
 *
 * @param wallClock the second, minute or hour begins with {@code *}
 * @param warnings about the way it is written
 */
record Written(String text, Dialect dialect, boolean wallClock, List<Warning> warnings) {}
