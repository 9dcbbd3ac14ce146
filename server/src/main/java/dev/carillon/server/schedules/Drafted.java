package dev.carillon.server.schedules;

import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;

/** What a draft comes to. */
record Drafted(Heading heading, Definition definition) {}
