/** So many characters stand in one block at most. */
const LONGEST_BLOCK = 20_000;
/** A line that is longer than this is broken: the window would take half a minute to lay out one of five million. */
const LONGEST_LINE = 10_000;

/**
 * A text in blocks of whole lines, none of them long, so that the window lays out only those in sight. Each block ends
 * its last line by being one. `broken` says whether a line was too long for that and goes on in another.
 */
export function textBlocks(text: string): { blocks: string[]; broken: boolean } {
  const blocks: string[] = [];
  let broken = false;
  let block: string[] = [];
  let length = 0;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const pieces = piecesOf(line);
    broken ||= pieces.length > 1;
    for (const piece of pieces) {
      if (block.length > 0 && length + piece.length >= LONGEST_BLOCK) {
        blocks.push(block.join('\n'));
        block = [];
        length = 0;
      }
      block.push(piece);
      length += piece.length + 1;
    }
  }
  blocks.push(block.join('\n'));
  return { blocks, broken };
}

/** A line as it is, or in pieces that end where a character does. */
function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (line.length - start > LONGEST_LINE) {
    const end = start + LONGEST_LINE;
    const between = (line.codePointAt(end - 1) ?? 0) > 0xff_ff;
    pieces.push(line.slice(start, between ? end - 1 : end));
    start = between ? end - 1 : end;
  }
  pieces.push(line.slice(start));
  return pieces;
}
