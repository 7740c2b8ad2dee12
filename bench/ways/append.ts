import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { encodeFrame } from '../../electron/case-store/journal-format.ts';
import { lastMove, type Place, type Way } from './way.ts';

/** As many bytes as Stet's journal takes for a move. */
const bytesOf = ({ stet }: Place): Uint8Array =>
  encodeFrame('0'.repeat(64), 1, [lastMove(stet.kase).event]).bytes;

/** The least that a durable edit can cost: its bytes at the end of a file, and the disk told to keep them. */
export const append: Way = {
  name: 'append',
  title: 'raw append + fsync',
  durable: true,
  whole: false,
  async start(place) {
    const bytes = bytesOf(place);
    const file = fs.openSync(path.join(place.folder, 'appended'), 'a');
    return {
      async edit() {
        fs.writeSync(file, bytes);
        fs.fsyncSync(file);
      },
      end: async () => fs.closeSync(file),
    };
  },
};

/** The same without holding up the event loop, which costs two trips through Node's thread pool. */
export const appendAsync: Way = {
  name: 'append-async',
  title: 'raw append + fsync, not blocking',
  durable: true,
  whole: false,
  async start(place) {
    const bytes = bytesOf(place);
    const file = await open(path.join(place.folder, 'appended'), 'a');
    return {
      async edit() {
        await file.write(bytes);
        await file.sync();
      },
      end: () => file.close(),
    };
  },
};
