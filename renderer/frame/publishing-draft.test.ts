import { describe, expect, it } from 'vitest';
import { commandOf, draftOf, fieldOf, withLine, type PublishingDraft } from './publishing-draft.ts';

const EMPTY = draftOf(null, null);
const line = (key: string, label: string, value = '') => ({ key, id: null, label, value });
const DRAFT: PublishingDraft = {
  ...EMPTY,
  name: 'The Desk',
  url: 'https://desk.example',
  worst: '1',
  best: ' 2,5 ',
  ratings: [line('new-1', ' '), line('new-2', 'True', '2.5'), line('new-3', 'Not so', '1')],
};

describe('what is written about publishing', () => {
  it('is nobody and nothing where nothing is written', () => {
    expect(commandOf(EMPTY)).toEqual({ type: 'change-publishing', publisher: null, scale: null });
    expect(commandOf({ ...EMPTY, ratings: withLine([]) })).toMatchObject({ scale: null });
  });

  it('takes numbers as people write them, and passes over lines with nothing in them', () => {
    expect(commandOf(DRAFT)).toEqual({
      type: 'change-publishing',
      publisher: { name: 'The Desk', url: 'https://desk.example', logo: '' },
      scale: {
        worst: 1,
        best: 2.5,
        ratings: [
          { id: null, label: 'True', value: 2.5 },
          { id: null, label: 'Not so', value: 1 },
        ],
      },
    });
  });

  it('names what is no number', () => {
    const ratings = [line('a', 'True', '5 of 5'), line('b', 'So', '-1')];
    expect(commandOf({ ...DRAFT, worst: 'one', ratings })).toEqual({
      notNumbers: ['worst', 'value:a', 'value:b'],
    });
  });

  it('passes over no line that stands for a rating there is: emptied, it is told', () => {
    const ratings = [{ key: 'x', id: 'x', label: '', value: '' }];
    expect(commandOf({ ...DRAFT, ratings })).toMatchObject({ scale: { ratings: [{ id: 'x', label: '' }] } });
  });

  it('finds the line that a problem is about', () => {
    expect(fieldOf({ code: 'label-twice', at: 1 }, DRAFT)).toBe('label:new-3');
    expect(fieldOf({ code: 'value-off-scale', at: 0 }, DRAFT)).toBe('value:new-2');
    expect(fieldOf({ code: 'half-a-scale' }, DRAFT)).toBe('worst');
    expect(fieldOf({ code: 'no-ratings' }, DRAFT)).toBeNull();
  });

  it('gives every new line a key of its own', () => {
    const two = withLine(withLine([]));
    const keys = withLine(two.slice(1)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});
