/** What a picture is and how large, in pixels. */
export interface PictureSize {
  type: 'png' | 'jpg';
  width: number;
  height: number;
}

/** What every PNG begins with: the signature and the first chunk, which is a header of 13 bytes. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52] as const;

/**
 * What a picture says of itself in its header, or null where it is neither PNG nor JPEG, is cut off, or gives no size:
 * PNG in IHDR (ISO/IEC 15948, 11.2.2), JPEG in the header of its frame (ITU-T T.81, B.2.2).
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= PNG.length + 8 && PNG.every((byte, at) => bytes[at] === byte))
    return sized('png', view.getUint32(PNG.length), view.getUint32(PNG.length + 4));
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(bytes, view) : null;
}

/** Goes from one segment to the next (B.1.1.4), each with its length, up to the frame; after that come the data. */
function jpegSize(bytes: Uint8Array, view: DataView): PictureSize | null {
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    // Any number of these bytes may stand before a marker (B.1.1.2).
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at] ?? 0;
    if (at + 8 > bytes.length) return null;
    if (isFrame(marker)) return sized('jpg', view.getUint16(at + 6), view.getUint16(at + 4));
    const length = view.getUint16(at + 1);
    if (!hasLength(marker) || length < 2) return null;
    at += 1 + length;
  }
}

/** SOF of whatever coding (Table B.1), and none of the three markers between them that are no frame: DHT, JPG, DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Not the markers that stand alone (TEM, RST, SOI, EOI), nor the one after which the data come (SOS). */
const hasLength = (marker: number): boolean => marker > 0x01 && !(marker >= 0xd0 && marker <= 0xda);

const sized = (type: PictureSize['type'], width: number, height: number): PictureSize | null =>
  width > 0 && height > 0 ? { type, width, height } : null;

/** The size at which a picture stands within limits: its own, or smaller in the same ratio; at least one pixel each way. */
export function fitted(
  { width, height }: Pick<PictureSize, 'width' | 'height'>,
  most: Pick<PictureSize, 'width' | 'height'>,
): Pick<PictureSize, 'width' | 'height'> {
  const scale = Math.min(1, most.width / width, most.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
