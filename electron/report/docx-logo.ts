import { ImageRun, Paragraph, TextRun } from 'docx';
import type { WordLogo } from '../../shared/report/docx/word.ts';
import { fitted, pictureSize } from '../../shared/report/docx/picture-size.ts';
import { styleId } from './docx-styles.ts';

/** The room for a logo on a page (report-style.ts), 12 by 4 rem, in pixels, of which 96 are an inch: 51 × 17 mm. */
const MOST = { width: 192, height: 64 } as const;

/** The logo in a paragraph of its own, or what is read out in its place where it is no picture that could be shown. */
export function logoParagraph({ base64, alt }: WordLogo, rtl: boolean): Paragraph {
  const data = Buffer.from(base64, 'base64');
  const size = pictureSize(data);
  const altText = {
    // The library numbers pictures through all documents of the process.
    id: '1',
    name: '',
    description: alt,
  };
  return new Paragraph({
    style: styleId('Body'),
    ...(rtl ? { bidirectional: true } : {}),
    children: [
      size
        ? new ImageRun({
            // What the bytes say, whatever the case says that they are.
            type: size.type,
            data,
            transformation: fitted(size, MOST),
            altText,
            ...(alt.trim() === '' ? { decorative: true } : {}),
          })
        : new TextRun(alt),
    ],
  });
}
