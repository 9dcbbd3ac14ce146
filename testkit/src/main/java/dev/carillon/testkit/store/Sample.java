package dev.carillon.testkit.store;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.money.Cost;
import dev.carillon.core.money.Money;
import dev.carillon.core.money.Tokens;
import dev.carillon.core.run.Answer;
import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.ToolCall;
import dev.carillon.core.run.Usage;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OnLost;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ResumePolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.store.ChangeStore;
import dev.carillon.engine.store.Store;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Definitions and outcomes for the contract suites. */
public final class Sample {
  /** The agent that the trials' process is itself. */
  public static final String CLERK = "clerk";

  /** A cron line with seconds: every five of them. */
  public static final String EVERY_FIVE = "*/5 * * * * *";

  /** A cron line with seconds: each of them. */
  public static final String EVERY_SECOND = "* * * * * *";

  /** It answered at a known cost. */
  public static final Outcome DONE =
      new Outcome.Succeeded(
          new Answer(
              Optional.of("done"),
              new Usage(
                  new Cost.Reported(new Money(5_000_000)),
                  new Tokens(
                      OptionalLong.of(100),
                      OptionalLong.of(20),
                      OptionalLong.empty(),
                      OptionalLong.empty()),
                  Optional.of("sonnet"),
                  Optional.of("anthropic"),
                  OptionalLong.of(120),
                  OptionalLong.of(200_000)),
              List.of(new ToolCall("t1", "tool_use", "grep", "{}", true, OptionalLong.of(7))),
              Optional.of("session-1")));

  /** It failed, and nobody knows what it cost. */
  public static final Outcome BROKEN =
      new Outcome.Failed(FailureKind.HTTP_5XX, "it answered 500", Answer.NONE);

  private Sample() {}

  /** It answered this, at a cost that nobody knows. */
  public static Outcome answering(String text) {
    return new Outcome.Succeeded(
        new Answer(Optional.of(text), Usage.NONE, List.of(), Optional.empty()));
  }

  /** A schedule by this cron line, in UTC. */
  public static Definition definition(String cron, Policies policies) {
    return new Definition(
        new Trigger.Cron(CronTimes.of(expression(cron), ZoneOffset.UTC, DstPolicy.DEFAULT)),
        new Target.Agent(CLERK),
        new Input("do it", Input.NO_CONTEXT),
        policies);
  }

  /** The same with another target. */
  public static Definition definition(Definition like, String agent) {
    return new Definition(
        like.trigger(), like.bounds(), new Target.Agent(agent), like.input(), like.policies());
  }

  /** The same within other bounds. */
  public static Definition within(Definition like, Bounds bounds) {
    return new Definition(like.trigger(), bounds, like.target(), like.input(), like.policies());
  }

  /** A schedule with another trigger than a cron line. */
  public static Definition due(Trigger trigger) {
    return new Definition(
        trigger, new Target.Agent(CLERK), new Input("do it", Input.NO_CONTEXT), Policies.DEFAULT);
  }

  /** The same with another message. */
  public static Definition saying(Definition like, String message) {
    return new Definition(
        like.trigger(),
        like.bounds(),
        like.target(),
        new Input(message, like.input().contextJson()),
        like.policies());
  }

  /** What people call a schedule. */
  public static Heading named(String name) {
    return new Heading(name, "", List.of(), Map.of());
  }

  /** A new schedule of this owner, under this name. */
  public static ScheduleId create(Store store, Owner owner, String name, Definition definition) {
    var draft =
        new ChangeStore.Draft(Trial.draft(definition).id(), owner, named(name), definition, "ada");
    var created = store.change().create(draft, OptionalInt.empty(), PlanRules::begun);
    return switch (created) {
      case ChangeStore.Created.Done(var entry) -> entry.schedule().id();
      case ChangeStore.Created refused -> throw new IllegalStateException(refused.toString());
    };
  }

  /** A schedule that only runs when somebody asks. */
  public static Definition manual(Policies policies) {
    return new Definition(
        new Trigger.Manual(),
        new Target.Agent(CLERK),
        new Input("do it", Input.NO_CONTEXT),
        policies);
  }

  /** The defaults with another overlap policy. */
  public static Policies overlap(OverlapPolicy overlap) {
    var d = Policies.DEFAULT;
    return new Policies(overlap, d.catchup(), d.onResume(), d.onLost(), d.timeout());
  }

  /** The defaults with other overlap and catch-up policies. */
  public static Policies overlap(OverlapPolicy overlap, Catchup catchup) {
    var d = Policies.DEFAULT;
    return new Policies(overlap, catchup, d.onResume(), d.onLost(), d.timeout());
  }

  /** The defaults with another catch-up policy. */
  public static Policies catchup(CatchupPolicy catchup) {
    var d = Policies.DEFAULT;
    return new Policies(
        d.overlap(), Catchup.DEFAULT.with(catchup), d.onResume(), d.onLost(), d.timeout());
  }

  /** The defaults with another resume policy. */
  public static Policies onResume(ResumePolicy onResume) {
    var d = Policies.DEFAULT;
    return new Policies(d.overlap(), d.catchup(), onResume, d.onLost(), d.timeout());
  }

  /** The defaults with another policy for a lost node. */
  public static Policies onLost(OnLost onLost) {
    var d = Policies.DEFAULT;
    return new Policies(d.overlap(), d.catchup(), d.onResume(), onLost, d.timeout());
  }

  private static CronExpression expression(String text) {
    return switch (CronExpression.parse(text)) {
      case CronParse.Parsed(var expression) -> expression;
      case CronParse.Refused refused -> throw new IllegalArgumentException(refused.message());
    };
  }
}
