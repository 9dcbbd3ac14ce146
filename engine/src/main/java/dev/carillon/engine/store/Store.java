package dev.carillon.engine.store;

/** Everything a store does, in one hand; closing it gives back what it holds. */
public interface Store extends AutoCloseable {
  PlanStore plan();

  ClaimStore claim();

  SettleStore settle();

  NodeStore nodes();

  RescueStore rescue();

  ChangeStore change();

  RequestStore request();

  SignalStore signals();

  ReadStore read();

  AgentStore agents();

  CalendarStore calendars();

  ActivityStore activity();

  AccessStore access();

  @Override
  void close();
}
