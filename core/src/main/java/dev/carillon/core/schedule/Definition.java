package dev.carillon.core.schedule;

/** What should happen again and again: the part of a schedule that decides what its runs are. */
public record Definition(
    Trigger trigger, Bounds bounds, Target target, Input input, Policies policies) {
  /** One that nothing bounds. */
  public Definition(Trigger trigger, Target target, Input input, Policies policies) {
    this(trigger, Bounds.NONE, target, input, policies);
  }

  /** The same with another input. */
  public Definition saying(Input other) {
    return new Definition(trigger, bounds, target, other, policies);
  }

  /** The same within other bounds. */
  public Definition within(Bounds other) {
    return new Definition(trigger, other, target, input, policies);
  }

  /** The instants at which it is due, within its bounds. */
  public Timetable timetable() {
    return bounds.within(trigger.timetable());
  }
}
