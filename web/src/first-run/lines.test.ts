import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { linesFor } from './lines';

test('a shell hands the body to curl as it is written', () => {
  const lines = linesFor('http://127.0.0.1:8080', 'America/Port-au-Prince');
  const script = `curl() { for a in "$@"; do printf '%s\\036' "$a"; done; }\n${lines}`;
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\u001e');
  const body = words.find((word) => word.startsWith('{')) ?? '';
  expect(JSON.parse(body)).toMatchObject({
    cron_expression: '*/10 * * * * *',
    timezone: 'America/Port-au-Prince',
    target: { type: 'agent', agent: 'echo' },
  });
  expect(words).toContain('http://127.0.0.1:8080/api/v1/schedules');
  expect(words).toContain('Authorization: Bearer crl_…');
});
