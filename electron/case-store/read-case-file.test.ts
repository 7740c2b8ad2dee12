import { describe, expect, test } from 'vitest';
import { caseText } from '../../shared/case/case-text.ts';
import { caseInfo } from '../../shared/case/case.ts';
import { createCase } from '../../shared/commands/create-case.ts';
import { decide } from '../../shared/commands/index.ts';
import { apply } from '../../shared/events/apply.ts';
import { seal } from '../../shared/events/seal.ts';
import { contextFor } from '../context.ts';
import { failingDisk } from '../testing/failing-disk.ts';
import type { Disk } from './disk.ts';
import { readCaseFile } from './read-case-file.ts';

const context = contextFor('M. K.');

function textOf(allegations: number): string {
  const kase = createCase({ title: 'Case' }, context);
  for (let count = 0; count < allegations; count++) {
    const command = { type: 'record-allegation', statement: `Statement ${count}.`, passage: null } as const;
    const decision = decide(kase, command, context);
    if (!decision.ok) throw new Error(decision.error.code);
    apply(kase, seal(decision.value, kase.heads, context));
  }
  return [...caseText(kase)].join('');
}

/** A disk with one file. */
const diskWith = (bytes: Uint8Array): Disk =>
  Object.assign(Object.create(failingDisk()) as Disk, { read: async () => bytes });
const read = (text: string | Uint8Array, reading = {}) =>
  readCaseFile(diskWith(typeof text === 'string' ? Buffer.from(text) : text), '/case', reading);

describe('reading a case file', () => {
  test('tells how far it is, lets others have their turn, and can be ended', async () => {
    const text = textOf(3_000);
    const shares: number[] = [];
    const whole = await read(text, { onProgress: (share: number) => void shares.push(share) });
    expect(whole.ok && whole.value.records.allegations.size).toBe(3_000);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);

    const ending = new AbortController();
    let told = 0;
    const onProgress = (): void => {
      told++;
      ending.abort();
    };
    const ended = await read(text, { signal: ending.signal, onProgress });
    expect([ended, told]).toEqual([{ ok: false, error: { code: 'cancelled' } }, 1]);
  });

  test('takes a layout that Stet does not write, and one with a byte order mark', async () => {
    const text = textOf(3);
    for (const other of [JSON.stringify(JSON.parse(text), null, 2), `\uFEFF${text}`]) {
      const opened = await read(other);
      expect(opened.ok && caseInfo(opened.value).title).toBe('Case');
    }
  });

  test('refuses what is not text, also in the middle of a name', async () => {
    const bytes = Buffer.from(textOf(3));
    bytes[bytes.indexOf('Statement')] = 0xff;
    expect(await read(bytes)).toEqual({ ok: false, error: { code: 'not-text' } });
  });

  test('names what is wrong with a damaged line', async () => {
    const text = textOf(3).replace('"Statement 1."', '"Statement 1.');
    expect(await read(text)).toMatchObject({ ok: false, error: { code: 'not-json' } });
  });
});
