/** Lines to paste into a terminal that do what the form does. Pure. */

export type Called = { name: string; registered: boolean };

/**
 * @param origin where the server stands, such as "http://127.0.0.1:8080"
 * @param agent who is called; one that is not registered yet is registered by the lines
 */
export function linesFor(origin: string, zone: string, agent: Called): string {
  const body = {
    name: 'Hello from a terminal',
    cron_expression: '*/10 * * * * *',
    timezone: zone,
    task_query: 'Say hello',
    target: { type: 'agent', agent: agent.name },
  };
  const key = '-H "Authorization: Bearer $CARILLON_KEY"';
  return [
    '# the key that the server printed on its first start',
    'export CARILLON_KEY=crl_…',
    '',
    ...(agent.registered ? [] : registering(origin, agent.name, key)),
    `curl -sS ${origin}/api/v1/schedules \\`,
    `  ${key} \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${quoted(spread(body))}`,
    '',
    '# and, ten seconds later, what became of it',
    `curl -sS '${origin}/api/v1/runs?page_size=3' \\`,
    `  ${key}`,
  ].join('\n');
}

/** The address is an example that the reader has to change. */
function registering(origin: string, name: string, key: string): string[] {
  return [
    '# where your agent listens: it is sent POST /api/chat',
    `curl -sS -X PUT ${origin}/api/v1/agents/${name} \\`,
    `  ${key} \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${quoted(spread({ url: 'http://127.0.0.1:9000' }))}`,
    '',
  ];
}

/** One field on each line. */
function spread(body: object): string {
  const fields = Object.entries(body).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${fields.join(',\n')}\n  }`;
}

/** In single quotes for a shell: nothing in it is expanded. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
