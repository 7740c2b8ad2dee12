// Everything but tab, line feed and carriage return, which text may hold.
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const ANY = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
const OTHER_FORBIDDEN = /[\u0080-\u009F]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/**
 * Text with what a text file for people cannot hold replaced by something that is seen: a control character by its
 * picture, the rest by U+FFFD. Dropped characters would go unnoticed. The list is that of what HTML text cannot hold
 * (WHATWG HTML 13.2.3.5: controls, surrogates, noncharacters). Lines end with a line feed.
 */
export function visible(text: string): string {
  // Nearly every text has nothing of the kind, and looking once is quicker than replacing three times.
  if (!ANY.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, (character) =>
      character === '\u007F' ? '\u2421' : String.fromCharCode(0x2400 + character.charCodeAt(0)),
    )
    .replace(OTHER_FORBIDDEN, '\uFFFD');
}
