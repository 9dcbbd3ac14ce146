import { Glyph } from '../book/Glyph';
import { PaneHeading } from '../book/PaneTitle';
import type { ToolCall } from '../contract/client';
import { inWords } from '../words/counting';
import { span } from '../words/time';

/** What the agent used on the way, in order. */
export function ToolCalls({ calls }: { calls: readonly ToolCall[] }) {
  const failed = calls.filter((call) => !call.success).length;
  return (
    <section>
      <PaneHeading>
        Tool calls <span className="f">{failed === 0 ? calls.length : `${calls.length}, ${inWords(failed)} failed`}</span>
      </PaneHeading>
      <ol className="calls">
        {calls.map((call, at) => (
          <li key={call.id ?? at}>
            <span className={call.success ? 'succeeded' : 'failed'}>
              <Glyph shape={call.success ? 'succeeded' : 'failed'} />
              <span className="vh">{call.success ? 'succeeded' : 'failed'}</span>
            </span>
            <span className="mono">{call.tool}</span>
            <span className="mono q input" title={given(call.input)}>
              {given(call.input)}
            </span>
            <span className={call.success ? 'f' : 'failed'}>{call.duration_ms !== undefined && span(call.duration_ms)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function given(input: unknown): string {
  if (input === undefined || input === null) return '';
  return (typeof input === 'string' ? input : JSON.stringify(input)).slice(0, 500);
}
