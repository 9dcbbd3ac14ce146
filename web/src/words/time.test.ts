import { expect, test } from 'vitest';
import {
  clock,
  countdown,
  countdownInWords,
  day,
  dayWord,
  inOtherZones,
  isZone,
  lateness,
  place,
  span,
  startOfDay,
  zoneOutlook,
  zoneShort,
} from './time';

const at = (iso: string) => Date.parse(iso);
const BERLIN = 'Europe/Berlin';

test('a clock shows seconds only when there are some', () => {
  expect(clock(at('2026-03-27T13:15:00Z'), BERLIN)).toBe('14:15');
  expect(clock(at('2026-03-27T13:15:07Z'), BERLIN)).toBe('14:15:07');
  expect(clock(at('2026-03-27T23:00:00Z'), 'UTC')).toBe('23:00');
  expect(clock(at('2026-03-28T00:00:00Z'), 'UTC')).toBe('00:00');
});

test('half and quarter hours are not rounded away', () => {
  expect(clock(at('2026-03-27T13:15:00Z'), 'Asia/Kolkata')).toBe('18:45');
  expect(clock(at('2026-03-27T13:15:00Z'), 'Asia/Kathmandu')).toBe('19:00');
  expect(zoneShort(at('2026-03-27T13:15:00Z'), 'Asia/Kolkata')).toBe('UTC+5:30');
});

test('a zone is called what people there call it', () => {
  expect(zoneShort(at('2026-03-27T12:00:00Z'), BERLIN)).toBe('CET');
  expect(zoneShort(at('2026-03-30T12:00:00Z'), BERLIN)).toBe('CEST');
  expect(zoneShort(at('2026-03-27T12:00:00Z'), 'America/New_York')).toBe('EDT');
  expect(zoneShort(at('2026-03-27T12:00:00Z'), 'UTC')).toBe('UTC');
});

test('the page says when its clocks change', () => {
  expect(zoneOutlook(at('2026-03-27T12:00:00Z'), BERLIN)).toBe('CET until Sun 29 Mar 02:00, then CEST');
  expect(zoneOutlook(at('2026-07-27T12:00:00Z'), BERLIN)).toBe('CEST until Sun 25 Oct 03:00, then CET');
  expect(zoneOutlook(at('2026-07-27T12:00:00Z'), 'Asia/Kolkata')).toBe('UTC+5:30');
  expect(zoneOutlook(at('2026-07-27T12:00:00Z'), 'UTC')).toBe('UTC');
});

test('a day needs its month and year only when they differ from now', () => {
  const now = at('2026-03-27T12:00:00Z');
  expect(day(at('2026-03-25T12:00:00Z'), now, BERLIN)).toBe('Wed 25');
  expect(day(at('2026-02-25T12:00:00Z'), now, BERLIN)).toBe('Wed 25 Feb');
  expect(day(at('2025-02-25T12:00:00Z'), now, BERLIN)).toBe('Tue 25 Feb 2025');
});

test('tomorrow is a day of the zone and not 24 hours', () => {
  const now = at('2026-03-27T22:30:00Z');
  expect(dayWord(at('2026-03-27T23:30:00Z'), now, BERLIN)).toBe('tomorrow');
  expect(dayWord(at('2026-03-27T23:30:00Z'), now, 'UTC')).toBe('today');
  expect(dayWord(at('2026-03-26T23:30:00Z'), now, 'UTC')).toBe('yesterday');
  expect(dayWord(at('2026-03-29T12:00:00Z'), now, 'UTC')).toBe('Sun 29 Mar');
});

test('a day of 23 hours begins at its own midnight', () => {
  expect(startOfDay(at('2026-03-29T20:00:00Z'), BERLIN)).toBe(at('2026-03-28T23:00:00Z'));
  expect(startOfDay(at('2026-10-25T20:00:00Z'), BERLIN)).toBe(at('2026-10-24T22:00:00Z'));
  expect(startOfDay(at('2026-09-15T20:00:00Z'), 'UTC')).toBe(at('2026-09-15T00:00:00Z'));
});

test('a countdown never promises more than is left', () => {
  const now = at('2026-03-27T12:00:00Z');
  expect(countdown(now + 52_900, now)).toBe('in 52 s');
  expect(countdown(now + 179_000, now)).toBe('in 2 m');
  expect(countdown(now + 7_380_000, now)).toBe('in 2 h 3 m');
  expect(countdown(now + 360_000_000, now)).toBe('in 4 d 4 h');
  expect(countdown(now + 999, now)).toBe('now');
  expect(countdown(now - 90_000, now)).toBe('1 m ago');
  expect(countdownInWords(now + 1_080_000, now)).toBe('in 18 minutes');
  expect(countdownInWords(now + 1_000, now)).toBe('in 1 second');
  expect(countdownInWords(now + 7_380_000, now)).toBe('in 2 hours and 3 minutes');
  expect(countdownInWords(now + 7_200_000, now)).toBe('in 2 hours');
  expect(countdownInWords(now - 5, now)).toBe('now');
});

test('spans are rounded once, so that 59.9 minutes are not 60 minutes', () => {
  expect(span(412)).toBe('412 ms');
  expect(span(2_800)).toBe('2.8 s');
  expect(span(9_960)).toBe('10 s');
  expect(span(59_700)).toBe('1 m 00 s');
  expect(span(128_000)).toBe('2 m 08 s');
  expect(span(3_599_700)).toBe('1 h 00 m');
  expect(span(22_320_000)).toBe('6 h 12 m');
  expect(span(273_600_000)).toBe('3 d 04 h');
});

test('lateness has its sign', () => {
  expect(lateness(412)).toBe('+0.4 s');
  expect(lateness(0)).toBe('+0.0 s');
  expect(lateness(51_000)).toBe('+51 s');
  expect(lateness(98_000)).toBe('+1 m 38 s');
  expect(lateness(-300)).toBe('−0.3 s');
  expect(lateness(-4)).toBe('+0.0 s');
});

test('hovering shows each zone once, then UTC, then the ISO form', () => {
  expect(
    inOtherZones(at('2026-03-27T13:15:00Z'), [
      { zone: BERLIN, note: 'this page' },
      { zone: BERLIN, note: 'you' },
      { zone: 'Mars/Olympus', note: 'the schedule' },
      { zone: 'UTC', note: '' },
    ]),
  ).toBe(
    ['Fri 27 Mar 14:15:00 CET  Europe/Berlin, this page', 'Fri 27 Mar 13:15:00 UTC  UTC', '2026-03-27T13:15:00.000Z'].join(
      '\n',
    ),
  );
});

test('a zone is known or it is not', () => {
  expect(isZone(BERLIN)).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
  expect(place('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect(place('UTC')).toBe('UTC');
});
