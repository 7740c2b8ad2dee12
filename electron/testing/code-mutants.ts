import type { Fate } from './judge.ts';
import type { Edit } from './mutated-store.ts';

/** Stet with one protection taken out of its source. */
export type CodeMutant = Fate & {
  name: string;
  edits: Edit[];
};

const format = (from: string, to: string): Edit => ({ file: 'journal-format.ts', from, to });
const recovery = (from: string, to: string): Edit => ({ file: 'recovery.ts', from, to });
const journals = (from: string, to: string): Edit => ({ file: 'journals.ts', from, to });
const store = (from: string, to: string): Edit => ({ file: 'case-store.ts', from, to });

const NO_CHECKSUM = format(' || sha256(json) !== hash', '');
const NO_CHAIN = format(' || frame.data.prev !== hashes.at(-1)', '');
const NO_SEQ = recovery("if (seq > kase.history.length) return 'journal-damaged';", '');
const NO_PARENTS = recovery(
  "if (!event.parents.every((parent) => kase.heads.includes(parent))) return 'journal-of-another-state';",
  '',
);

export const CODE_MUTANTS: readonly CodeMutant[] = [
  { name: 'no checksum', edits: [NO_CHECKSUM], caughtBy: 'damage' },
  {
    name: 'no chain from frame to frame',
    edits: [NO_CHAIN],
    caughtBy: 'nothing',
    harmless: 'each frame says the number of its first event, and each event the hash of the one before',
  },
  {
    name: 'no check of the number of a frame',
    edits: [NO_SEQ],
    caughtBy: 'nothing',
    harmless: 'the chain tells a lost frame, the number in the header a lost journal',
  },
  {
    name: 'no check of the events before a frame',
    edits: [NO_PARENTS],
    caughtBy: 'nothing',
    harmless: 'the chain, the header’s hash of the last event and the numbers tell the same',
  },
  {
    name: 'neither chain nor number nor the events before',
    edits: [NO_CHAIN, NO_SEQ, NO_PARENTS],
    caughtBy: 'damage',
  },
  {
    name: 'good frames after a bad one not looked for',
    edits: [recovery("code ?? (read.state === 'damaged' ? 'journal-damaged' : null)", 'code')],
    caughtBy: 'damage',
  },
  {
    name: 'no check of how many events a journal begins after',
    edits: [recovery("if (events > kase.history.length) return 'journal-damaged';", '')],
    caughtBy: 'nothing',
    harmless: 'there is no event then whose hash could be the one in the header',
  },
  {
    name: 'no check of which event a journal begins after',
    edits: [
      recovery(
        "(kase.history[events - 1]?.hash ?? null) === head ? null : 'journal-of-another-state'",
        'null',
      ),
    ],
    caughtBy: 'nothing',
    harmless: 'each event names the one before it, so the first frame of that journal does not fit either',
  },
  {
    name: 'no look at which line a later journal comes after',
    edits: [recovery('if (at >= 0) return frames.slice(0, at);', '')],
    caughtBy: 'refused edits',
  },
  {
    name: 'frames that the file should have already are not compared',
    edits: [recovery("if (!same) return 'journal-of-another-state';", '')],
    caughtBy: 'damage',
  },
  {
    name: 'a journal believed whatever generation it names',
    edits: [recovery(' && header.generation === generation', '')],
    caughtBy: 'nothing',
    harmless:
      'the line it comes after and the events it begins after say where it belongs, whatever its name',
  },
  {
    name: 'a journal that does not belong here passed over',
    edits: [recovery('belongs(journal) || isKnown(kase, journal)', 'true')],
    caughtBy: 'damage',
  },
  {
    name: 'a journal whose first line is good but no header taken for one that was never begun',
    edits: [format('lines.some(isGood)', 'lines.slice(1).some(isGood)')],
    caughtBy: 'damage',
  },
  {
    name: 'journals that cannot be read not kept',
    edits: [recovery("journals.filter(({ read }) => read.state !== 'whole')", '[] as FoundJournal[]')],
    caughtBy: 'damage',
  },
  {
    name: 'a new journal begun behind one that does not fit',
    edits: [store('found.problem && rights.lock ? await store.snapshot() : ok(null)', 'ok(null)')],
    caughtBy: 'damage',
  },
  {
    name: 'journals of an earlier process synced, not written anew',
    edits: [
      {
        file: 'opening.ts',
        from: 'await replaceFile(disk, each.path, [await disk.read(each.path)]);',
        to: 'await disk.syncFile(each.path);',
      },
    ],
    caughtBy: 'refused edits',
  },
  {
    name: 'journals read newest first',
    edits: [recovery('a.generation - b.generation', 'b.generation - a.generation')],
    caughtBy: 'power cuts',
  },
  {
    name: 'old journals removed newest first',
    edits: [journals('for (const path of old) {', 'for (const path of old.toReversed()) {')],
    caughtBy: 'refused edits',
  },
  {
    name: 'journals begun during a snapshot removed with the old ones',
    edits: [journals('for (const path of old) {', 'for (const path of [...this.paths]) {')],
    caughtBy: 'power cuts',
  },
  {
    name: 'a journal whose sync failed written on',
    edits: [
      journals('      this.current = null;\n      throw error;', '      throw error;'),
      {
        file: 'journal.ts',
        from: '      this.broken = true;\n      await this.file.close().catch(() => undefined);',
        to: '',
      },
    ],
    caughtBy: 'failing operations',
  },
  {
    name: 'acknowledged before it is durable',
    edits: [
      journals(
        'await this.current.append(kase.history.length, events, this.mayWrite);',
        'this.current.append(kase.history.length, events, async () => {}).catch(() => {});',
      ),
    ],
    caughtBy: 'power cuts',
  },
  {
    name: 'commits during a snapshot go on in the old journal',
    edits: [journals('    this.current = null;\n    return [', '    return [')],
    caughtBy: 'power cuts',
  },
  {
    name: 'no look at the file before it is replaced',
    edits: [
      {
        file: 'case-adapter.ts',
        from: 'if (!(await this.isUnchanged())) throw new ChangedOnDisk();',
        to: '',
      },
    ],
    caughtBy: 'two versions',
  },
  {
    name: 'no size check of a snapshot',
    edits: [{ file: 'replace-file.ts', from: '(await file.size()) !== total', to: 'false' }],
    caughtBy: 'nothing',
    harmless: 'every write is repeated until all bytes are taken; the size is a second look at the same',
  },
];
