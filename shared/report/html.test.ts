import { describe, expect, it } from 'vitest';
import { markup, rendered, sentence } from './html.ts';

const text = (value: string): string => rendered(markup`${value}`);

describe('markup', () => {
  it('escapes text and keeps markup, wherever they are put', () => {
    const inner = markup`<b>${'<i>'}</b>`;
    expect(rendered(markup`<p title="${'"a\'&'}">${inner}${[inner, ' & ', 3, null]}</p>`)).toBe(
      '<p title="&quot;a&#39;&amp;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b> &amp; 3</p>',
    );
  });

  it('does not take an object that looks like markup for markup', () => {
    const forged = JSON.parse('{"made":"<script>"}') as string[];
    expect(() => rendered(markup`${forged}`)).toThrow(TypeError);
  });

  it.each([
    ['\u0000\u0007\u001b', '␀␇␛'],
    ['\u007f', '␡'],
    ['\u0085\u009f', '\ufffd\ufffd'],
    ['\ufdd0\ufffe\u{1ffff}', '\ufffd\ufffd\ufffd'],
    ['\ud800a', '\ufffda'],
    ['a\r\nb\rc\td', 'a\nb\nc\td'],
    ['👩‍👩‍👧 \u202eא', '👩‍👩‍👧 \u202eא'],
  ])('shows what HTML cannot hold (%j)', (given, shown) => {
    expect(text(given)).toBe(shown);
  });
});

describe('sentence', () => {
  it('puts markup into a message and escapes the message', () => {
    const made = sentence({ who: markup`<bdi>${'A & B'}</bdi>` }, ({ who }) => `“${who}” < ${who}`);
    expect(rendered(made)).toBe('“<bdi>A &amp; B</bdi>” &lt; <bdi>A &amp; B</bdi>');
  });

  it('is not confused by text that holds its stand-ins, or what a replacement would read', () => {
    const made = sentence({ a: '\uE0001\uE001 $& $1', b: 'two' }, ({ a, b }) => `${a} ${b}`);
    expect(rendered(made)).toBe('\uE0001\uE001 $&amp; $1 two');
  });
});
