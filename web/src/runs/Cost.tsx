import { Money } from '../book/Money';
import { PaneHeading } from '../book/PaneTitle';
import type { Run } from '../contract/client';
import { columnDecimals, cost, count } from '../words/money';

const SOURCE: Record<string, string> = {
  reported: 'Reported by the agent in its answer.',
  estimated: 'Estimated: its tokens times the price table.',
  unknown: 'The agent reported no cost and no model that the price table knows. Unknown is not zero.',
};

/** What it cost, where that number comes from, and its tokens. */
export function Cost({ run }: { run: Run }) {
  const amount = cost(run.total_cost_usd, run.cost_source);
  return (
    <section>
      <PaneHeading>
        What it cost
        {run.model_used !== undefined && (
          <span className="f">
            {run.model_used}
            {run.provider !== undefined && ` by ${run.provider}`}
          </span>
        )}
      </PaneHeading>
      <div className="statement">
        <Tokens name="Input" n={run.input_tokens} />
        <Tokens name="Cache read" n={run.cache_read_tokens} />
        <Tokens name="Cache write" n={run.cache_write_tokens} />
        <Tokens name="Output" n={run.output_tokens} />
        <div className="ln sum">
          <span>Total{run.total_tokens !== undefined && <span className="f">, {count(run.total_tokens)} tokens</span>}</span>
          <i />
          <Money cost={amount} decimals={columnDecimals([amount])} />
        </div>
        <p className="f sm source">{SOURCE[amount.source]}</p>
      </div>
    </section>
  );
}

function Tokens({ name, n }: { name: string; n: number | undefined }) {
  if (!n) return null;
  return (
    <div className="ln">
      <span>{name}</span>
      <i />
      <span>
        {count(n)} <span className="f">tokens</span>
      </span>
    </div>
  );
}
