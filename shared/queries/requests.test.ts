import { describe, expect, it } from 'vitest';
import type { Response } from '../case/dealings.ts';
import { isAwaited } from './requests.ts';

const line = (fields: Partial<Response>): Response =>
  ({
    partyId: 'owner',
    kind: 'asked',
    askedOn: null,
    on: null,
    addedAt: '2026-03-05T10:00:00.000Z',
    ...fields,
  }) as Response;

describe('a request', () => {
  const request = line({ askedOn: '2026-03-05' });

  it('is awaited while nothing else of that party stands in the log', () => {
    const again = line({ askedOn: '2026-03-09' });
    const other = line({ partyId: 'mayor', kind: 'denied', on: '2026-03-07' });
    expect(isAwaited(request, [request, again, other])).toBe(true);
  });

  it.each(['denied', 'confirmed', 'declined', 'no-reply', 'other'] as const)(
    'has come to something with another line: %s',
    (kind) => {
      expect(isAwaited(request, [request, line({ kind, on: '2026-03-07' })])).toBe(false);
    },
  );

  it('is not answered by what was said before it, and is by what was said in that month or on that day', () => {
    const said = (on: string) => line({ kind: 'denied', on });
    expect(isAwaited(request, [said('2026-03-04'), request])).toBe(true);
    expect(isAwaited(request, [said('2026-03-05T09:00Z[UTC]'), request])).toBe(false);
    expect(isAwaited(request, [said('2026-03'), request])).toBe(false);
    expect(isAwaited(request, [said('2026-02'), request])).toBe(true);
  });

  it('is answered on the day that the clock showed where it was answered', () => {
    const next = line({ askedOn: '2026-03-06' });
    const answer = line({ kind: 'denied', on: '2026-03-05T23:00Z[Asia/Shanghai]' });
    expect(isAwaited(next, [next, answer])).toBe(false);
    const late = line({ askedOn: '2026-03-05T23:00Z[Asia/Shanghai]' });
    expect(isAwaited(late, [late, line({ kind: 'denied', on: '2026-03-05' })])).toBe(true);
  });

  it('goes by the minute where both are known to it', () => {
    const asked = line({ askedOn: '2026-03-05T12:00Z[UTC]' });
    const said = (on: string) => line({ kind: 'denied', on });
    expect(isAwaited(asked, [asked, said('2026-03-05T11:00Z[UTC]')])).toBe(true);
    expect(isAwaited(asked, [asked, said('2026-03-05T12:00Z[Europe/Kyiv]')])).toBe(false);
  });

  it('goes by what was recorded first where a date is not known', () => {
    const before = line({ kind: 'denied', addedAt: '2026-03-05T09:00:00.000Z' });
    const after = line({ kind: 'denied', addedAt: '2026-03-05T11:00:00.000Z' });
    expect(isAwaited(request, [before, request])).toBe(true);
    expect(isAwaited(request, [request, after])).toBe(false);
  });

  it('that was answered in its own line is no request any more', () => {
    expect(isAwaited(line({ kind: 'denied' }), [])).toBe(false);
  });
});
