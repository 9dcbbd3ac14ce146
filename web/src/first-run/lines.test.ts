import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { linesFor } from './lines';

function argumentsOf(lines: string): string[] {
  const script = `curl() { for a in "$@"; do printf '%s\\036' "$a"; done; }\n${lines}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\u001e');
}

test('a shell hands the body to curl as it is written', () => {
  const echo = { name: 'echo', registered: true };
  const words = argumentsOf(linesFor('http://127.0.0.1:8080', 'America/Port-au-Prince', echo));
  const body = words.find((word) => word.startsWith('{')) ?? '';
  expect(JSON.parse(body)).toMatchObject({
    cron_expression: '*/10 * * * * *',
    timezone: 'America/Port-au-Prince',
    target: { type: 'agent', agent: 'echo' },
  });
  expect(words).toContain('http://127.0.0.1:8080/api/v1/schedules');
  expect(words).toContain('Authorization: Bearer crl_…');
  expect(words.join()).not.toContain('/agents/');
});

test('where no agent is, the lines register one first', () => {
  const words = argumentsOf(linesFor('http://10.0.0.4', 'UTC', { name: 'my-agent', registered: false }));
  expect(words).toContain('http://10.0.0.4/api/v1/agents/my-agent');
  const bodies = words.filter((word) => word.startsWith('{')).map((body) => JSON.parse(body) as object);
  expect(bodies).toEqual([{ url: 'http://127.0.0.1:9000' }, expect.objectContaining({ target: { type: 'agent', agent: 'my-agent' } })]);
});
