import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '../text/base64.ts';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The exhibits of the worked example, as the files they are: invented, like the rest of it. */

/** A file that a sample brings along, to be stored beside its case. */
export interface SampleFile {
  bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string;
  mediaType: string;
  fileName: string | null;
}

const file = (bytes: Uint8Array, mediaType: string, fileName: string | null): SampleFile => ({
  bytes,
  sha256: bytesToHex(sha256(bytes)),
  mediaType,
  fileName,
});
const text = (content: string, fileName: string | null): SampleFile =>
  file(utf8ToBytes(content), 'text/plain', fileName);

export const PAYMENT_ORDER = text(
  `HARBOUR AUTHORITY OF PORT LINDAL
Payment order 2025/0311                                             11 March 2025

Pay to:      Brant Lifting, Quay Road 4, Port Lindal
Amount:      2,400,000.00 crowns
For:         One harbour crane, type BL 40, contract 2025/17, payment in full
             in advance as agreed in article 6
Account:     Investments, item 34

Ordered:     I. Moren, director
Booked:      11 March 2025, cashier's office, stamp 0311-7
`,
  'payment-order-2025-0311.txt',
);

export const CALL_WITH_EMPLOYEE = text(
  `Call, 6 April 2025, 19:10 to 19:24. The source works on the quay every day and spoke on
condition of not being named. It agreed to be called "a harbour employee who works on the quay".

Has seen no crane, no foundation and no delivery since January. The place is painted on the
ground and empty. Nobody of Brant Lifting has been there. Was on shift on 28 March, all day.
Nobody told the source this; it is what the source saw.
`,
  null,
);

export const REGISTER_EXTRACT = text(
  `COMPANY REGISTER OF KESTRIA                                Extract of 2 April 2025

Brant Lifting                                              Number 88-2041
Founded 14 May 2019
Sole owner, since the founding: Lene Brant, Port Lindal
Managers: Lene Brant
Former owners: none
`,
  'register-extract-88-2041.txt',
);

/** A drawing that stands for the photograph: the quay, with the outline of where the crane was to stand. */
export const QUAY_PICTURE = file(
  base64(
    [
      'iVBORw0KGgoAAAANSUhEUgAAAKAAAABkCAMAAAA2aMu9AAAAFVBMVEXW3uSWqrZgeIZ4cGhGQDzo4ta0PChBo4EzAA',
      'AA10lEQVR42u2X0QqDMAxFo6v9/0+ejqF9yNpOkVz1HBBELvYQo7FmAAAAAAAAAAAAl2USZ5/guIAggggiiCCCCCKI',
      'YIfgsDAOK2qnJm03HyZtVwjKltHEW3AW1G7BogdFRU28BT+C0g/ZxFtw60FVUUYdo45R1xp1SRwEnyn4cojKmXvVu2',
      'FQDkEET1q48lr8J5hzx8JrKETwS8o1qCCCNxaMmrte2v1ZaHzLyuL8zFVDflV9we4KIojg/QW7c23BCsmZxQhG/pwi',
      'eIog+2J2dQgiiCCCh3JvqneJYpbA0nYAAAAASUVORK5CYII=',
    ].join(''),
  ),
  'image/png',
  'quay-2025-04-05.png',
);
