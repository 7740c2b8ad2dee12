import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../shared/case/case.ts';
import { commitmentTo, type Identity } from '../shared/case/identity.ts';
import { fail, ok } from '../shared/result.ts';
import { caseWith, newest, UNDO, type Bench } from '../shared/testing/case-with.ts';
import { failingDisk, type FailingDisk } from './testing/failing-disk.ts';
import { testFolder } from './testing/folder.ts';
import { Vaults, type NewIdentity } from './vault.ts';

const NAME = 'Zoryana Quill-Nadir';
const WHO: Identity = { name: NAME, contact: 'by the ferry', notes: '' };

let folder: string;
let disk: FailingDisk;
let vaults: Vaults;
let bench: Bench;
let kase: Case;
let sourceId: string;

beforeEach(() => {
  folder = join(testFolder(), 'data', 'vault');
  disk = failingDisk();
  vaults = new Vaults(folder, disk);
  bench = caseWith(describedAs('A clerk of the town'));
  kase = bench.kase;
  sourceId = newest(kase, 'sources').id;
});

function describedAs(name: string) {
  return { type: 'add-source', name, kind: 'person', party: null, confidential: true } as const;
}

const salted = (identity: Identity, salt = 'a'): NewIdentity => ({
  ...identity,
  salt: salt.repeat(64),
  at: '2026-11-23T14:00:00.000Z',
});

/** Keeps an identity as the window does, with the commitment in the case. */
function keep(identity = WHO, { salt = 'a', of = sourceId, within = bench } = {}) {
  const kept = salted(identity, salt);
  return vaults.keep(within.kase, of, kept, () => {
    within.run({ type: 'keep-identity', id: of, commitment: commitmentTo(kept) });
    return Promise.resolve(ok(null));
  });
}

const REFUSED = fail({ save: { code: 'disk-full' } } as const);
const shown = async (within = kase, of = sourceId) => vaults.identity(within, of);
const fileOf = (): string => join(folder, readdirSync(folder)[0] ?? '');
const textNow = (): string => readFileSync(fileOf(), 'utf8');

describe('keeping', () => {
  test('puts an identity into a file of its own that only its owner may read', async () => {
    expect(await keep()).toEqual(ok(null));
    expect(await shown()).toEqual(ok(WHO));
    expect(await new Vaults(folder).identity(kase, sourceId)).toEqual(ok(WHO));
    expect(readdirSync(folder)).toHaveLength(1);
    expect(JSON.parse(textNow())).toMatchObject({ format: 'stet-vault', formatVersion: 2 });
    expect(textNow()).not.toContain('pending');
    if (process.platform === 'win32') return;
    expect(statSync(fileOf()).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('is in the file before the case is told', async () => {
    let before = '';
    await vaults.keep(kase, sourceId, salted(WHO), () => {
      before = textNow();
      return Promise.resolve(ok(null));
    });
    expect(before).toContain(NAME);
  });

  test('takes out again what the case did not take, and answers why', async () => {
    await keep({ ...WHO, name: 'Somebody else' });
    expect(await vaults.keep(kase, sourceId, salted(WHO, 'b'), () => Promise.resolve(REFUSED))).toEqual(
      REFUSED,
    );
    expect(textNow()).not.toContain(NAME);
    expect(textNow()).toContain('Somebody else');
  });

  test('does not tell the case what could not be written', async () => {
    for (const operation of ['create', 'write', 'sync', 'rename', 'syncFolder'] as const) {
      disk.fail(operation, 'ENOSPC');
      const told = await vaults.keep(kase, sourceId, salted(WHO), () => {
        throw new Error('the case was told');
      });
      expect(told).toMatchObject({ ok: false, error: { problem: { code: 'disk-full' } } });
      disk.mend();
    }
    expect(await shown()).toEqual(ok(null));
  });

  test('keeps the one before, so that undo finds it', async () => {
    await keep();
    await keep({ ...WHO, name: 'Somebody else' }, { salt: 'b' });
    expect(await shown()).toMatchObject({ value: { name: 'Somebody else' } });
    bench.run(UNDO);
    expect(await shown()).toEqual(ok(WHO));
    bench.run(UNDO);
    expect(await shown()).toEqual(ok(null));
  });

  test('is asked one after the other', async () => {
    bench.run(describedAs('A driver'));
    const other = newest(kase, 'sources').id;
    await Promise.all([keep(), keep({ ...WHO, name: 'Somebody else' }, { of: other, salt: 'b' })]);
    expect(await shown()).toEqual(ok(WHO));
    expect(await shown(kase, other)).toMatchObject({ value: { name: 'Somebody else' } });
  });
});

describe('after a crash', () => {
  /** A keeping that ended between the vault and the case. */
  const interrupted = async (identity: Identity, salt: string) => {
    const crash = new Error('a crash');
    await expect(
      vaults.keep(kase, sourceId, salted(identity, salt), () => Promise.reject(crash)),
    ).rejects.toBe(crash);
  };

  test('what never came into the case goes when the vault is written again', async () => {
    await interrupted(WHO, 'a');
    expect(textNow()).toContain(NAME);
    await keep({ ...WHO, name: 'Somebody else' }, { salt: 'b' });
    expect(textNow()).not.toContain(NAME);
    expect(textNow()).toContain('Somebody else');
  });

  test('what did come into the case stays, also when it was taken back since', async () => {
    await interrupted(WHO, 'a');
    bench.run({ type: 'keep-identity', id: sourceId, commitment: commitmentTo(salted(WHO)) });
    expect(await shown()).toEqual(ok(WHO));
    bench.run(UNDO);
    bench.run(describedAs('A driver'));
    await keep({ ...WHO, name: 'Somebody else' }, { of: newest(kase, 'sources').id, salt: 'b' });
    expect(textNow()).toContain(NAME);
    expect(textNow()).not.toContain('pending');
  });

  test('a duplicate, with a history of its own, takes nothing of the other away', async () => {
    const copy = caseWith(describedAs('A clerk of the town'));
    await keep();
    await keep({ ...WHO, name: 'Somebody else' }, { within: copy, salt: 'b' });
    expect(await shown()).toEqual(ok(WHO));
    expect(await shown(copy.kase)).toMatchObject({ value: { name: 'Somebody else' } });
  });

  test('what was half-written goes', async () => {
    await keep();
    writeFileSync(join(folder, '.case.json.0.tmp'), NAME);
    await shown();
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('erasing', () => {
  const erase = (ids = [sourceId]) => {
    const told: boolean[] = [];
    return vaults
      .erase(kase, ids, (erased) => {
        told.push(erased);
        return Promise.resolve(ok(null));
      })
      .then((result) => ({ result, told }));
  };

  test('takes all that was ever kept of a source out of the file, and nothing else', async () => {
    await keep();
    await keep({ ...WHO, contact: 'by the bridge' }, { salt: 'b' });
    bench.run(describedAs('A driver'));
    const other = newest(kase, 'sources').id;
    await keep({ name: 'Somebody else', contact: '', notes: '' }, { of: other, salt: 'c' });
    expect(await erase()).toEqual({ result: ok(null), told: [true] });
    expect(textNow()).not.toContain(NAME);
    expect(textNow()).not.toContain('ferry');
    expect(textNow()).toContain('Somebody else');
    expect(await shown()).toEqual(ok(null));
    expect(await erase()).toEqual({ result: ok(null), told: [false] });
  });

  test('overwrites the bytes of the file before, under whatever name they may still be', async () => {
    await keep();
    const before = join(folder, '..', 'before');
    linkSync(fileOf(), before);
    await erase();
    if (process.platform === 'win32') return;
    expect(readFileSync(before).every((byte) => byte === 0)).toBe(true);
    expect(JSON.parse(textNow())).toMatchObject({ identities: {} });
  });

  test('leaves everything as it was when the vault cannot be written, and does not tell the case', async () => {
    await keep();
    const before = textNow();
    for (const operation of ['create', 'sync', 'rename'] as const) {
      disk.fail(operation, 'EACCES');
      expect(await erase()).toMatchObject({
        result: { error: { problem: { code: 'read-only' } } },
        told: [],
      });
      disk.mend();
      expect(textNow()).toBe(before);
    }
  });

  test('does not overwrite what a power cut could still bring back', async () => {
    await keep();
    const before = join(folder, '..', 'before');
    linkSync(fileOf(), before);
    disk.fail('syncFolder', 'EIO');
    expect((await erase()).told).toEqual([]);
    expect(readFileSync(before, 'utf8')).toContain(NAME);
  });
});

describe('a file that is no vault', () => {
  test.each([
    ['no JSON', () => '{"format":'],
    ['empty', () => ''],
    ['not text', () => Buffer.from([0xc3, 0x28])],
    ['of another case', (text: string) => text.replace(/"caseId": ".*"/u, '"caseId": "another"')],
    ['of a newer version', (text: string) => text.replace('"formatVersion": 2', '"formatVersion": 3')],
    ['with a field missing', (text: string) => text.replace(/"salt": ".*",/u, '')],
  ])('is left as it is and told of: %s', async (_name, damage) => {
    await keep();
    const path = fileOf();
    writeFileSync(path, damage(textNow()));
    const before = readFileSync(path);
    const damaged = fail({ problem: { code: 'vault-damaged' }, file: path });
    const never = () => Promise.reject(new Error('the case was told'));
    expect(await shown()).toEqual(damaged);
    expect(await vaults.keep(kase, sourceId, salted(WHO, 'b'), never)).toEqual(damaged);
    expect(await vaults.erase(kase, [sourceId], never)).toEqual(damaged);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('may not be read, or is a folder', async () => {
    await keep();
    const path = fileOf();
    disk.fail('read', 'EACCES');
    expect(await shown()).toEqual(fail({ problem: { code: 'no-permission' }, file: path }));
    disk.mend();
    rmSync(path);
    mkdirSync(path);
    expect(await shown()).toEqual(fail({ problem: { code: 'not-a-file' }, file: path }));
  });
});

test('what a case brings with it is taken in as it is', async () => {
  const kept = salted(WHO);
  bench.run({ type: 'keep-identity', id: sourceId, commitment: commitmentTo(kept) });
  expect(await vaults.bring(kase, [])).toEqual(ok(null));
  expect(existsSync(folder)).toBe(false);
  expect(await vaults.bring(kase, [{ sourceId, kept }])).toEqual(ok(null));
  expect(await shown()).toEqual(ok(WHO));
});

test('the id of a case never leads out of the folder', async () => {
  const named = caseWith(describedAs('A clerk of the town'));
  const info = [...named.kase.records.case.values()][0];
  if (!info) throw new Error('no case');
  named.kase.records.case.clear();
  named.kase.records.case.set('../../outside', { ...info, id: '../../outside' });
  expect(await keep(WHO, { within: named })).toEqual(ok(null));
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
  expect(await vaults.identity(named.kase, sourceId)).toEqual(ok(WHO));
});

test.each(['constructor', '__proto__', 'toString'])(
  'a source with the id %s is a source as any',
  async (id) => {
    expect(await shown(kase, id)).toEqual(ok(null));
    const source = newest(kase, 'sources');
    kase.records.sources.set(id, { ...source, id, commitment: 'f'.repeat(64) });
    expect(await shown(kase, id)).toEqual(ok(null));
  },
);

describe('protected names', () => {
  const names = { protectedNames: [{ id: 'p', name: 'Pim Aldous', forms: ['П. Олдос'] }], allowed: ['Pim'] };
  const kept = async () => {
    const vault = await vaults.vaultOf(kase);
    return vault.ok && { protectedNames: vault.value.protectedNames, allowed: vault.value.allowed };
  };

  test('are kept beside identities, and what is left out is gone from the file', async () => {
    await keep();
    expect(await vaults.keepNames(kase, names)).toEqual(ok(null));
    expect(await kept()).toEqual(names);
    expect(await shown()).toEqual(ok(WHO));
    await keep({ ...WHO, name: 'Somebody else' }, { salt: 'b' });
    expect(await kept()).toEqual(names);
    await vaults.keepNames(kase, { protectedNames: [], allowed: [] });
    expect(textNow()).not.toContain('Pim');
    expect(textNow()).toContain(NAME);
  });

  test('are as they were when the vault cannot be written', async () => {
    await vaults.keepNames(kase, names);
    disk.fail('write', 'ENOSPC');
    expect(await vaults.keepNames(kase, { protectedNames: [], allowed: [] })).toMatchObject({ ok: false });
    disk.mend();
    expect(await kept()).toEqual(names);
  });

  test('come to a vault that an older Stet wrote', async () => {
    await keep();
    const {
      protectedNames: _names,
      allowed: _allowed,
      ...first
    } = JSON.parse(textNow()) as object & typeof names;
    writeFileSync(fileOf(), JSON.stringify({ ...first, formatVersion: 1 }));
    expect(await shown()).toEqual(ok(WHO));
    await vaults.keepNames(kase, names);
    expect(await kept()).toEqual(names);
    expect(await shown()).toEqual(ok(WHO));
  });
});
