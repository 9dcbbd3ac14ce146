package dev.carillon.testkit.store;

/**
 * What every store must do, one suite per port. A store passes it by a test class that implements
 * it and opens the store empty for each test.
 */
public interface StoreContract
    extends PlanContract,
        EndContract,
        DesiredContract,
        CalendarContract,
        ClaimContract,
        SettleContract,
        RescueContract,
        ChangeContract,
        RequestContract,
        SignalContract,
        ReadContract,
        RunsContract,
        AgentContract,
        ActivityContract,
        AccessContract,
        KeyContract,
        ScopeContract,
        DamageContract,
        EngineContract,
        ReplayContract {

  @Override
  StoreRig rig();
}
