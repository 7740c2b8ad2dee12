import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { translator } from '../../shared/messages/translate.ts';
import { fail, ok } from '../../shared/result.ts';
import { signReport } from '../signing/sign-report.ts';
import type { CaseWindow } from '../windows.ts';
import { signingHandlers } from './signing-handlers.ts';

const chosen = vi.hoisted(() => ({ filePaths: [] as string[], options: [] as unknown[] }));
vi.mock('electron', () => ({
  dialog: {
    showOpenDialog: (_window: unknown, options: unknown) => {
      chosen.options.push(options);
      return Promise.resolve({ canceled: chosen.filePaths.length === 0, filePaths: chosen.filePaths });
    },
  },
}));
vi.mock('../signing/sign-report.ts', () => ({ signReport: vi.fn<typeof signReport>() }));

const REPORT = '/home/mk/Report.html';
const KEY = '/home/mk/.ssh/id_ed25519';
const signing = vi.mocked(signReport);
let written: Set<string>;
let entry: CaseWindow;
let handlers: ReturnType<typeof signingHandlers>;

const windowOf = () => ({ window: new EventEmitter() }) as unknown as CaseWindow;
const sign = async (path = REPORT, from = entry) => handlers.signReport({ path }, from);

/** From now on signing waits until it is ended, as for a touch. */
function waits(): void {
  signing.mockImplementation(
    (_path, file, { signal }) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () =>
          resolve(fail({ problem: { code: 'signing-cancelled' }, file })),
        );
      }),
  );
}
const asked = () => vi.waitFor(() => expect(signing).toHaveBeenCalled());

beforeEach(() => {
  Object.assign(chosen, { filePaths: [KEY], options: [] });
  written = new Set([REPORT]);
  entry = windowOf();
  handlers = signingHandlers({ t: translator('en'), written });
  signing.mockReset();
  signing.mockImplementation((path) =>
    Promise.resolve(ok({ signaturePath: `${path}.sig`, fingerprint: 'SHA256:abc', keyType: 'ssh-ed25519' })),
  );
});

test('signs what this session wrote with the key that was chosen, and the signature can be shown then', async () => {
  expect(await sign()).toEqual(
    ok({ fingerprint: 'SHA256:abc', path: `${REPORT}.sig`, file: 'Report.html.sig' }),
  );
  expect(signing).toHaveBeenCalledWith(REPORT, KEY, expect.objectContaining({ asks: 'desktop' }));
  expect(written).toContain(`${REPORT}.sig`);
  expect(chosen.options).toEqual([expect.objectContaining({ title: 'Choose the SSH key to sign with' })]);
});

test('asks for nothing, and signs nothing, that this session did not write', async () => {
  expect(await sign('/home/mk/.ssh/config')).toEqual(ok('cancelled'));
  expect(chosen.options).toEqual([]);
  expect(signing).not.toHaveBeenCalled();
});

test('is cancelled in the dialog', async () => {
  chosen.filePaths = [];
  expect(await sign()).toEqual(ok('cancelled'));
  expect(signing).not.toHaveBeenCalled();
});

test('hands on why it was not signed, with the name of the file and not its place', async () => {
  signing.mockResolvedValue(fail({ problem: { code: 'passphrase-needed' }, file: KEY }));
  expect(await sign()).toEqual(fail({ problem: { code: 'passphrase-needed' }, file: 'id_ed25519' }));
  expect(written).not.toContain(`${REPORT}.sig`);
});

describe('while it waits for the key', () => {
  beforeEach(waits);

  test('it can be cancelled, in its own window only', async () => {
    const answer = sign();
    await asked();
    await handlers.cancelSigning(undefined, windowOf());
    expect(await Promise.race([answer, Promise.resolve('waits')])).toBe('waits');
    await handlers.cancelSigning(undefined, entry);
    expect(await answer).toEqual(ok('cancelled'));
  });

  test('it is cancelled with its window, and nothing listens to that any more', async () => {
    const answer = sign();
    await asked();
    entry.window.emit('closed');
    expect(await answer).toEqual(ok('cancelled'));
    expect((entry.window as unknown as EventEmitter).listenerCount('closed')).toBe(0);
  });

  test('nothing else is signed in the same window, and again after that', async () => {
    const first = sign();
    await asked();
    expect(await sign()).toEqual(ok('cancelled'));
    expect(chosen.options).toHaveLength(1);
    await handlers.cancelSigning(undefined, entry);
    await first;
    const second = sign();
    await vi.waitFor(() => expect(signing).toHaveBeenCalledTimes(2));
    await handlers.cancelSigning(undefined, entry);
    expect(await second).toEqual(ok('cancelled'));
  });
});
