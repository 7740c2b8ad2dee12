import { describe, expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const posted = (body?: string): Request =>
  new Request('http://localhost/', { method: 'POST', ...(body === undefined ? {} : { body }) });

describe('reading what was posted', () => {
  it('gives the text of it', async () => {
    expect(await readBody(posted('ґанок 🙂'), 15)).toBe('ґанок 🙂');
    expect(await readBody(posted(), 0)).toBe('');
  });

  it('ends at the limit', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(await readBody(request, 10_000)).toBeNull();
    expect(pulled).toBeLessThan(20);
  });
});
