import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { canLook, usageOf, wasCalledWith } from './processes.ts';

/** Starts a process that starts another; the inner one holds `megabytes` and says when it has them. */
async function family(megabytes: number) {
  const inner = `const held = Buffer.alloc(${megabytes} * 2 ** 20, 1); console.log(held.length); setInterval(() => held, 1e6)`;
  const outer = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })`;
  const child = spawn(process.execPath, ['-e', outer], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  await once(child.stdout, 'data');
  return { pid: child.pid ?? 0, end: () => process.kill(-(child.pid ?? 0)) };
}

describe.runIf(canLook)('usageOf', () => {
  test('counts the memory of children of children', async () => {
    const little = await family(1);
    const much = await family(201);
    try {
      const [less, more] = [usageOf(little.pid), usageOf(much.pid)];
      expect([less.processes, more.processes]).toEqual([2, 2]);
      expect(more.seconds).toBeGreaterThan(0);
      expect((more.bytes - less.bytes) / 2 ** 20).toBeGreaterThan(190);
      expect((more.bytes - less.bytes) / 2 ** 20).toBeLessThan(215);
    } finally {
      little.end();
      much.end();
    }
  });

  test('arguments of children are known, whole ones only', async () => {
    const { pid, end } = await family(1);
    try {
      expect(wasCalledWith(pid, '-e')).toBe(true);
      expect(wasCalledWith(pid, '-')).toBe(false);
    } finally {
      end();
    }
  });

  test('a process that is not there uses nothing', () => {
    expect(usageOf(2 ** 30)).toMatchObject({ bytes: 0, processes: 0, seconds: 0 });
  });
});
