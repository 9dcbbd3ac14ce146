/** Instants, spans and zones in words. An instant is milliseconds since 1970; a zone is always said. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second' | 'fractionalSecond', string>;

export function instant(text: string): number {
  return Date.parse(text);
}

/** "14:15"; with its seconds when they are not zero, "14:15:07". */
export function clock(at: number, zone: string): string {
  const p = parts(at, zone);
  return p.second === '00' ? `${p.hour}:${p.minute}` : `${p.hour}:${p.minute}:${p.second}`;
}

/** "14:15:00". */
export function clockSeconds(at: number, zone: string): string {
  const p = parts(at, zone);
  return `${p.hour}:${p.minute}:${p.second}`;
}

/** ".208": what follows clockSeconds on a receipt. */
export function milliseconds(at: number, zone: string): string {
  return `.${parts(at, zone).fractionalSecond}`;
}

/** "Fri 27"; with the month when it is another one, with the year when it is another one. */
export function day(at: number, now: number, zone: string): string {
  const p = parts(at, zone);
  const n = parts(now, zone);
  const short = `${p.weekday} ${p.day}`;
  if (p.year !== n.year) return `${short} ${p.month} ${p.year}`;
  return p.month === n.month ? short : `${short} ${p.month}`;
}

/** "Fri 27 Mar", "Fri 27 Mar 2025" in another year. */
export function fullDay(at: number, now: number, zone: string): string {
  const p = parts(at, zone);
  const text = `${p.weekday} ${p.day} ${p.month}`;
  return p.year === parts(now, zone).year ? text : `${text} ${p.year}`;
}

/** "today", "tomorrow", "yesterday", else the full day. */
export function dayWord(at: number, now: number, zone: string): string {
  const distance = dayNumber(at, zone) - dayNumber(now, zone);
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  if (distance === -1) return 'yesterday';
  return fullDay(at, now, zone);
}

/** Whole days between two instants on the calendar of a zone: 0 is the same day. */
export function daysApart(at: number, now: number, zone: string): number {
  return dayNumber(at, zone) - dayNumber(now, zone);
}

/** The first instant of the day that holds `now`. Days are not all 24 hours long, so it is searched for. */
export function startOfDay(now: number, zone: string): number {
  const today = dayNumber(now, zone);
  let before = now - 50 * HOUR;
  let after = now;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayNumber(middle, zone) < today) before = middle;
    else after = middle;
  }
  return after;
}

/** "in 52 s", "in 3 m", "in 2 h 3 m", "in 4 d 2 h"; "now" in the last second, "3 m ago" behind it. */
export function countdown(at: number, now: number): string {
  const left = at - now;
  if (Math.abs(left) < SECOND) return 'now';
  return left > 0 ? `in ${coarse(left)}` : `${coarse(-left)} ago`;
}

/** "in 18 minutes", "in 2 hours and 3 minutes": the countdown for a sentence. */
export function countdownInWords(at: number, now: number): string {
  const left = at - now;
  if (left < SECOND) return 'now';
  if (left < MINUTE) return `in ${plural(Math.floor(left / SECOND), 'second')}`;
  if (left < HOUR) return `in ${plural(Math.floor(left / MINUTE), 'minute')}`;
  if (left < DAY) return two(left, HOUR, 'hour', MINUTE, 'minute');
  return two(left, DAY, 'day', HOUR, 'hour');
}

/** A span as a column shows it: "412 ms", "2.8 s", "30 s", "2 m 08 s", "1 h 00 m", "3 d 4 h". */
export function span(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < 9950) return `${(ms / SECOND).toFixed(1)} s`;
  if (ms < MINUTE - 500) return `${Math.round(ms / SECOND)} s`;
  if (ms < HOUR - 500) return pair(ms, MINUTE, 'm', SECOND, 's');
  if (ms < DAY) return pair(ms, HOUR, 'h', MINUTE, 'm');
  return pair(ms, DAY, 'd', HOUR, 'h');
}

/** "+0.4 s", "+51 s", "+1 m 38 s". */
export function lateness(ms: number): string {
  if (Math.abs(ms) < 9950) return `${ms <= -50 ? '−' : '+'}${(Math.abs(ms) / SECOND).toFixed(1)} s`;
  return `${ms < 0 ? '−' : '+'}${span(Math.abs(ms))}`;
}

/** From here on an occurrence counts as late: the engine's own late_tolerance. */
export const LATE_MS = 10_000;

/** "CET", "EDT", "UTC+5:30". */
export function zoneShort(at: number, zone: string): string {
  const name = shortName('en-GB', zone, at);
  if (!name.startsWith('GMT') || name === 'GMT') return name;
  const american = shortName('en-US', zone, at);
  return american.startsWith('GMT') ? american.replace('GMT', 'UTC') : american;
}

/** "CET until Sun 29 Mar 02:00, then CEST"; "CEST" alone when nothing changes within a year. */
export function zoneOutlook(now: number, zone: string): string {
  const name = zoneShort(now, zone);
  const change = nextChange(now, zone);
  if (change === undefined) return name;
  const wall = new Date(change + offset(change - 1, zone));
  const time = `${digits(wall.getUTCHours())}:${digits(wall.getUTCMinutes())}`;
  return `${name} until ${fullDay(change - 1, now, zone)} ${time}, then ${zoneShort(change, zone)}`;
}

/** What hovering an instant shows, one line each: the page's zone, the reader's zone, UTC, and the ISO form. */
export function inOtherZones(at: number, zones: readonly { zone: string; note: string }[]): string {
  const lines = new Map<string, string>();
  for (const { zone, note } of zones) {
    // The server may know a zone that this browser is too old for.
    if (!lines.has(zone) && isZone(zone)) lines.set(zone, `${zoneTime(at, zone)}  ${zone}${note && `, ${note}`}`);
  }
  if (!lines.has('UTC')) lines.set('UTC', `${zoneTime(at, 'UTC')}  UTC`);
  return [...lines.values(), new Date(at).toISOString()].join('\n');
}

export function isZone(zone: string): boolean {
  try {
    formatter('en-GB', zone);
    return true;
  } catch {
    return false;
  }
}

/** "Berlin" for Europe/Berlin, "UTC" for UTC: the place in a sentence. */
export function place(zone: string): string {
  if (zone.startsWith('Etc/')) return zone;
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function zoneTime(at: number, zone: string): string {
  const p = parts(at, zone);
  return `${p.weekday} ${p.day} ${p.month} ${p.hour}:${p.minute}:${p.second} ${zoneShort(at, zone)}`;
}

function coarse(ms: number): string {
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} m`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} m`;
  return `${Math.floor(ms / DAY)} d ${Math.floor((ms % DAY) / HOUR)} h`;
}

function pair(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const units = Math.round(ms / small);
  const perLarge = large / small;
  return `${Math.floor(units / perLarge)} ${largeName} ${digits(units % perLarge)} ${smallName}`;
}

function two(ms: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % large) / small);
  const head = `in ${plural(Math.floor(ms / large), largeName)}`;
  return rest === 0 ? head : `${head} and ${plural(rest, smallName)}`;
}

function plural(n: number, unit: string): string {
  return n === 1 ? `1 ${unit}` : `${n} ${unit}s`;
}

function digits(n: number): string {
  return String(n).padStart(2, '0');
}

/** A zone's offset changes at most a few times a year: look a week at a time, then halve. */
function nextChange(now: number, zone: string): number | undefined {
  const current = offset(now, zone);
  for (let step = 1; step <= 53; step += 1) {
    let after = now + step * 7 * DAY;
    if (offset(after, zone) === current) continue;
    let before = after - 7 * DAY;
    while (after - before > SECOND) {
      const middle = Math.floor((before + after) / 2);
      if (offset(middle, zone) === current) before = middle;
      else after = middle;
    }
    return Math.round(after / SECOND) * SECOND;
  }
  return undefined;
}

function offset(at: number, zone: string): number {
  const p = wall(at, zone);
  return Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second) - Math.floor(at / SECOND) * SECOND;
}

function dayNumber(at: number, zone: string): number {
  const p = wall(at, zone);
  return Date.UTC(p.year, p.month - 1, p.day) / DAY;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times what using it costs. */
function formatter(locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  let known = formatters.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      hourCycle: 'h23',
      timeZoneName: 'short',
    });
    formatters.set(key, known);
  }
  return known;
}

function parts(at: number, zone: string): Parts {
  const found = {} as Record<string, string>;
  for (const part of formatter('en-GB', zone).formatToParts(at)) found[part.type] = part.value;
  return found as Parts;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function wall(at: number, zone: string) {
  const p = parts(at, zone);
  return {
    year: Number(p.year),
    // "Sept" is what newer locale data writes for September.
    month: MONTHS.indexOf(p.month.slice(0, 3)) + 1,
    day: Number(p.day),
    hour: Number(p.hour),
    minute: Number(p.minute),
    second: Number(p.second),
  };
}

function shortName(locale: string, zone: string, at: number): string {
  return formatter(locale, zone).formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
