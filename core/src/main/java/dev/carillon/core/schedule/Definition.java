package dev.carillon.core.schedule;

/** What should happen again and again: the part of a schedule that decides what its runs are. */
public record Definition(Trigger trigger, Target target, Input input, Policies policies) {}
