import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { hasDrafts, useDraft } from './drafts.ts';

/** A form that holds a draft; each test writes under a key of its own. */
function formWith(key: string, initial = '') {
  return renderHook(() => useDraft(key, initial));
}

describe('drafts', () => {
  it('are what was given at first until something is written', () => {
    const { result } = formWith('first', 'as it is stored');
    expect(result.current[0]).toBe('as it is stored');
    expect(hasDrafts()).toBe(false);
  });

  it('outlive the form they were written in', () => {
    const { result, unmount } = formWith('outlive');
    act(() => result.current[1]('half a sentence'));
    expect(result.current[0]).toBe('half a sentence');
    unmount();
    expect(hasDrafts()).toBe(true);

    const again = formWith('outlive');
    expect(again.result.current[0]).toBe('half a sentence');
    act(() => again.result.current[2]());
    expect(again.result.current[0]).toBe('');
    expect(hasDrafts()).toBe(false);
  });

  it('are kept apart by their keys, and shared by those who use the same', () => {
    const [mine, same, other] = [formWith('edit:1'), formWith('edit:1'), formWith('edit:2')];
    act(() => mine.result.current[1]('written'));
    expect(same.result.current[0]).toBe('written');
    expect(other.result.current[0]).toBe('');
    act(() => same.result.current[2]());
    expect(mine.result.current[0]).toBe('');
  });

  it('may be empty, which is not the same as none', () => {
    const { result } = formWith('emptied', 'as it is stored');
    act(() => result.current[1](''));
    expect(result.current[0]).toBe('');
    expect(hasDrafts()).toBe(true);
    act(() => result.current[2]());
    expect(result.current[0]).toBe('as it is stored');
  });

  it('are none when what was there at first is written again', () => {
    const initial = { reason: '', tags: ['a'], denial: { party: '', on: null } };
    const { result } = renderHook(() => useDraft('again', initial));
    act(() => result.current[1]({ ...initial, denial: { party: 'Mill', on: null } }));
    expect(hasDrafts()).toBe(true);
    act(() => result.current[1]({ ...initial, tags: ['a', 'b'] }));
    expect(hasDrafts()).toBe(true);
    act(() => result.current[1]({ reason: '', tags: ['a'], denial: { party: '', on: null } }));
    expect(hasDrafts()).toBe(false);
  });
});
