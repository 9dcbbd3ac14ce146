import { expect, test } from 'vitest';
import { complaints, Refused, refusal } from './problem';

const fields = { name: ['/name'], cron: ['/cron_expression', '/trigger'], zone: ['/timezone', '/trigger/timezone'] };

function refused(errors: { pointer?: string; detail: string }[], detail = 'The body is wrong.') {
  return new Refused(400, { type: 'urn:x', title: 'Wrong', status: 400, error: 'wrong', detail, errors });
}

test('an error stands at its field', () => {
  expect(complaints(refused([{ pointer: '/cron_expression', detail: 'hour 25 is above 23' }]), fields)).toEqual({
    at: { cron: 'hour 25 is above 23' },
    rest: undefined,
  });
  expect(complaints(refused([{ pointer: '/trigger/expression', detail: 'empty' }]), fields).at).toEqual({ cron: 'empty' });
});

test('two errors of one field are both said', () => {
  const both = refused([
    { pointer: '/name', detail: 'It is empty.' },
    { pointer: '/name', detail: 'It is needed.' },
  ]);
  expect(complaints(both, fields).at.name).toBe('It is empty. It is needed.');
});

test('an error of no field is said once, above the form', () => {
  expect(complaints(refused([{ pointer: '/namesake', detail: 'unknown field' }]), fields)).toEqual({
    at: {},
    rest: 'unknown field',
  });
  expect(complaints(refused([]), fields)).toEqual({ at: {}, rest: 'The body is wrong.' });
});

test('no answer is not an answer', () => {
  expect(refusal(new TypeError('Failed to fetch')).message).toContain('did not answer');
  expect(complaints(new TypeError('Failed to fetch'), fields).rest).toContain('did not answer');
});

test('who was signed out is told so', () => {
  expect(new Refused(401, undefined).message).toContain('Sign in again');
  expect(new Refused(502, undefined).message).toBe('The server answered 502.');
});
