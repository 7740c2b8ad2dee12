import { compareTexts } from '../../../shared/text/compare.ts';
import { rowsOf } from './comparison.ts';

/** Compares two texts beside the window, which goes on meanwhile: texts of a few megabytes may take seconds. */
addEventListener('message', ({ data }: MessageEvent<{ before: string; after: string }>) => {
  const { before, after } = data;
  postMessage(rowsOf(before, after, compareTexts(before, after)));
});
