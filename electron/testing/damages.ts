import { below, oneOf, type Random } from './random.ts';
import type { SimulatedDisk } from './simulated-disk.ts';
import { PATH } from './crash-exploration.ts';

/** A case as a crash left it: everything is durable, nothing is closed. */
export interface Scene {
  disk: SimulatedDisk;
  acknowledged: readonly string[];
  files: ReadonlyMap<string, Uint8Array>;
  /** The paths of the journals, oldest generation first. */
  journals: readonly string[];
  /** The folder as it was after each edit. */
  versions: { acknowledged: string[]; files: ReadonlyMap<string, Uint8Array> }[];
  /** The case file of somebody who went on with a copy of it from the middle. */
  elsewhere: { file: Uint8Array; statements: readonly string[] };
}

export interface Harm {
  /** The files as they are afterwards; null: gone. */
  files: [path: string, bytes: Uint8Array | null][];
  /** Acknowledged edits whose loss nobody can notice. */
  unnoticed?: readonly string[];
  /** What the case file holds now, if it is not the one that belongs to the journals. */
  version?: readonly string[];
}

interface Damage {
  name: string;
  /** Null: nothing here to damage in this way. */
  inflict: (scene: Scene, other: Scene, random: Random) => Harm | null;
}

/** Damage to one journal, from a certain byte on. */
function toJournal(
  change: (bytes: Buffer, random: Random) => { bytes: Uint8Array; from: number; to: number } | null,
): Damage['inflict'] {
  return (scene, _other, random) => {
    if (scene.journals.length === 0) return null;
    const path = oneOf(random, scene.journals);
    const before = Buffer.from(scene.files.get(path) as Uint8Array);
    const done = before.length === 0 ? null : change(Buffer.from(before), random);
    if (!done) return null;
    const newest = path === scene.journals.at(-1);
    const unnoticed = newest ? unnoticeable(scene, before, done.from, done.to) : [];
    return { files: [[path, done.bytes]], unnoticed };
  };
}

/** The edits in the last lines of the newest journal, if all lines from the damaged one to the end are damaged. */
function unnoticeable({ acknowledged }: Scene, before: Buffer, from: number, to: number): string[] {
  const start = before.lastIndexOf(10, from - 1) + 1;
  const lastLine = before.lastIndexOf(10, before.length - 2) + 1;
  // Without the line feed before it a line is one with the damaged one.
  if (to < lastLine) return [];
  const lost = before.subarray(start).toString('utf8');
  return acknowledged.filter((statement) => lost.includes(`"${statement}"`));
}

type Lines = { lines: Buffer[]; starts: number[] };

function linesOf(bytes: Buffer): Lines {
  const lines: Buffer[] = [];
  const starts: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const feed = bytes.indexOf(10, at);
    const end = feed < 0 ? bytes.length : feed + 1;
    lines.push(bytes.subarray(at, end));
    starts.push(at);
    at = end;
  }
  return { lines, starts };
}

/** Damage to whole lines of one journal; `from` and `to` are numbers of lines. */
const toLines = (
  change: (lines: Buffer[], random: Random) => { lines: Buffer[]; from: number; to: number } | null,
): Damage['inflict'] =>
  toJournal((bytes, random) => {
    const { lines, starts } = linesOf(bytes);
    const done = change(lines, random);
    if (!done) return null;
    const end = starts[done.to] ?? bytes.length;
    return { bytes: Buffer.concat(done.lines), from: starts[done.from] ?? 0, to: end };
  });

export const DAMAGES: readonly Damage[] = [
  {
    name: 'a bit of a journal turned round',
    inflict: toJournal((bytes, random) => {
      const at = below(random, bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 << below(random, 8));
      return { bytes, from: at, to: at + 1 };
    }),
  },
  {
    name: 'a letter of a journal changed',
    inflict: toJournal((bytes, random) => {
      // In the words of an edit, so that it stays well-formed.
      const words = [...bytes.toString('latin1').matchAll(/"statement":"/gu)];
      if (words.length === 0) return null;
      const { index, 0: found } = oneOf(random, words);
      const at = index + found.length;
      bytes[at] = 90;
      return { bytes, from: at, to: at + 1 };
    }),
  },
  {
    name: 'a stretch of a journal turned to zeros',
    inflict: toJournal((bytes, random) => {
      const from = below(random, bytes.length);
      const to = Math.min(bytes.length, from + 1 + below(random, 512));
      bytes.fill(0, from, to);
      return { bytes, from, to };
    }),
  },
  {
    name: 'the end of a journal cut off',
    inflict: toJournal((bytes, random) => {
      const from = below(random, bytes.length);
      return { bytes: bytes.subarray(0, from), from, to: bytes.length };
    }),
  },
  {
    name: 'a line of a journal lost',
    inflict: toLines((lines, random) => {
      const lost = below(random, lines.length);
      return { lines: lines.filter((_, index) => index !== lost), from: lost, to: lost + 1 };
    }),
  },
  {
    name: 'two lines of a journal swapped',
    inflict: toLines((lines, random) => {
      if (lines.length < 2) return null;
      const at = below(random, lines.length - 1);
      const [a, b] = [lines[at] as Buffer, lines[at + 1] as Buffer];
      return { lines: lines.toSpliced(at, 2, b, a), from: at, to: at + 1 };
    }),
  },
  {
    name: 'a line of a journal twice',
    inflict: toLines((lines, random) => {
      const at = below(random, lines.length);
      return { lines: lines.toSpliced(at, 0, lines[at] as Buffer), from: at, to: at };
    }),
  },
  {
    name: 'an older journal lost',
    inflict: ({ journals }, _other, random) => {
      if (journals.length < 2) return null;
      return { files: [[oneOf(random, journals.slice(0, -1)), null]] };
    },
  },
  {
    name: 'two journals under each other’s name',
    inflict: ({ journals, files }) => {
      const [a, b] = journals;
      if (!a || !b) return null;
      return { files: [[a, files.get(b) ?? null], [b, files.get(a) ?? null]] }; // prettier-ignore
    },
  },
  {
    name: 'a journal of another case in its place, or after it',
    inflict: ({ journals }, other, random) => {
      const foreign = other.journals.at(-1);
      const last = journals.at(-1);
      if (!foreign || !last) return null;
      const next = last.replace(/\d+$/u, (number) => String(Number(number) + 1));
      const older = journals.slice(0, -1);
      const path = older.length > 0 && random() < 0.5 ? oneOf(random, older) : next;
      return { files: [[path, other.files.get(foreign) ?? null]] };
    },
  },
  {
    name: 'journals of an earlier time put back',
    inflict: ({ versions, files }, _other, random) => {
      const { files: earlier } = oneOf(random, versions);
      const gone = [...earlier].filter(([path]) => path.includes('.journal-') && !files.has(path));
      return gone.length > 0 ? { files: gone } : null;
    },
  },
  {
    name: 'the case file of an earlier time put back',
    inflict: (scene, _other, random) => {
      const { files, acknowledged } = oneOf(random, scene.versions);
      const file = Buffer.from(files.get(PATH) ?? []);
      const known = file.toString('utf8');
      return replaced(
        scene,
        file,
        acknowledged.filter((each) => known.includes(`"${each}"`)),
      );
    },
  },
  {
    name: 'the case file replaced by one that was worked on elsewhere',
    inflict: (scene) => replaced(scene, scene.elsewhere.file, scene.elsewhere.statements),
  },
];

function replaced(
  { acknowledged, journals, files }: Scene,
  file: Uint8Array,
  version: readonly string[],
): Harm {
  const journaled = journals.map((path) => Buffer.from(files.get(path) ?? []).toString('utf8')).join('');
  // What no journal holds any more is gone with the file that held it.
  const unnoticed = acknowledged.filter((each) => !journaled.includes(`"${each}"`));
  return { files: [[PATH, file]], unnoticed, version };
}
