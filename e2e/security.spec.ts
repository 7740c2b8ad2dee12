import fs from 'node:fs';
import { expect, openSample, show, test } from './app.ts';
import { exportAs } from './report-view.ts';

test('a page cannot navigate away, open windows, get permissions, or reach Node', async ({ stet }) => {
  const page = await stet.start();
  const before = page.url();
  for (const address of [
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'stet://report/checking',
  ]) {
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
  }
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  expect(await page.evaluate(() => window.open('stet://app/index.html') === null)).toBe(true);
  expect(page.url()).toBe(before);
  expect(stet.electron.windows()).toHaveLength(1);

  const reachable = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(reachable).toEqual([]);
  const permissions = await page.evaluate(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    );
    const asked = await Notification.requestPermission();
    const place = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('refused'),
      );
    });
    return { media, asked, place };
  });
  expect(permissions).toEqual({ media: 'refused', asked: 'denied', place: 'refused' });
  // What Chromium says about what it refused is not a complaint of ours.
  stet.complaints.length = 0;
});

test('the policy stops scripts, styles, frames and connections that are not ours', async ({ stet }) => {
  const page = await stet.start();
  const outcome = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const add = (tag: string, fill: (element: HTMLElement) => void): void => {
      const element = document.createElement(tag);
      fill(element);
      document.body.append(element);
    };
    add('script', (element) => (element.textContent = 'window.ran = true'));
    add('script', (element) => ((element as HTMLScriptElement).src = 'https://example.org/x.js'));
    add('style', (element) => (element.textContent = 'body { display: none }'));
    add('img', (element) => {
      (element as HTMLImageElement).src = 'https://example.org/x.png';
      element.setAttribute('onerror', 'window.ran = true');
    });
    add('iframe', (element) => ((element as HTMLIFrameElement).src = 'https://example.org/'));
    const fetched = await fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    );
    // In a task of the page's own: what the debugger runs may evaluate whatever the policy says.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- that it does not run is the point
          resolve(String((0, eval)('1 + 1')));
        } catch {
          resolve('refused');
        }
      }, 100);
    });
    return { fetched, evaluated, ran: 'ran' in window, refused: [...new Set(refused)].sort() };
  });
  expect(outcome.fetched).toBe('refused');
  expect(outcome.evaluated).toBe('refused');
  expect(outcome.ran).toBe(false);
  expect(outcome.refused).toEqual(
    expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']),
  );
  stet.complaints.length = 0;
});

test('malformed and unknown questions are refused, and so is a strange sender', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  const answers = await page.evaluate(async () => {
    const { stet } = window as unknown as { stet: Record<string, (input: unknown) => Promise<unknown>> };
    const tried: [string, unknown][] = [
      ['run', null],
      ['run', { type: 'no-such-command' }],
      ['run', { type: 'move-allegation', id: 5 }],
      ['details', { id: 'x'.repeat(100_000) }],
      ['history', { limit: -1 }],
      ['openPath', { path: 42 }],
      ['setSettings', { theme: 'pink' }],
      ['exportReport', { formats: ['exe'], edition: 'checking', language: 'en', exhibits: 'listed' }],
    ];
    return Promise.all(
      tried.map(async ([method, input]) =>
        stet[method]?.(input).then(
          () => `${method} answered`,
          (error: unknown) => (/malformed input/u.test(String(error)) ? 'refused' : String(error)),
        ),
      ),
    );
  });
  expect(answers).toEqual(Array.from({ length: 8 }, () => 'refused'));

  // A window that is not one of ours, even with our preload, is not heard.
  const heard = await stet.electron.evaluate(async ({ BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows()[0];
    const strange = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: false, contextIsolation: false, nodeIntegration: true },
    });
    await strange.loadURL('stet://app/index.html').catch(() => undefined);
    const answer: unknown = await strange.webContents
      .executeJavaScript(
        `require('electron').ipcRenderer.invoke('stet:appInfo').then(() => 'answered', (error) => String(error))`,
      )
      .catch((error: unknown) => String(error));
    strange.destroy();
    return { answer, own: own !== undefined };
  });
  expect(heard.own).toBe(true);
  expect(heard.answer).toMatch(/unknown sender|require is not defined/u);
});

test('nothing is connected to during a whole session', async ({ stet }) => {
  const log = stet.file('net.json');
  const page = await stet.start([], [`--log-net-log=${log}`, '--net-log-capture-mode=Everything']);
  await openSample(page);
  for (const view of ['Board', 'History', 'Report'] as const) await show(page, view);
  await exportAs(stet, page, 'PDF', stet.file('report.pdf'));
  await stet.close();

  const text = fs.readFileSync(log, 'utf8');
  const { constants, events } = parsedLog(text);
  const typeOf = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  expect(events.length).toBeGreaterThan(0);
  const outside = events.flatMap(({ type, params }) => {
    const name = typeOf.get(type) ?? '';
    const address = params?.url ?? params?.host ?? params?.address ?? '';
    const connects = /^(TCP_CONNECT|UDP_CONNECT|HOST_RESOLVER_MANAGER_REQUEST|SOCKET_POOL)/u.test(name);
    const remote = /^(https?|wss?|ftp):/u.test(address) || connects;
    return remote ? [`${name} ${address}`] : [];
  });
  expect(outside).toEqual([]);
});

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; host?: string; address?: string } }[];
}

/** The log ends in the middle of its list when the process ends at once. */
function parsedLog(text: string): NetLog {
  try {
    return JSON.parse(text) as NetLog;
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/u, '')}]}`) as NetLog;
  }
}

test('a hostile case shows as text and runs nothing', async ({ stet }) => {
  const evil = `"><img src=x onerror="window.ran=1"><script>window.ran=1</script>{{constructor}}\u202e`;
  fs.writeFileSync(stet.file('article.txt'), `${evil}\n\nSecond line`);
  expect((await stet.verb('new', 'Evil.stet', '--title', evil, '--document', 'article.txt')).code).toBe(0);
  const page = await stet.start([stet.file('Evil.stet')]);
  await expect(page.locator('[data-reader]')).toContainText('<script>');
  for (const view of ['Board', 'History', 'Report'] as const) await show(page, view);
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toContainText('<script>');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(await page.locator('img').count()).toBe(0);
});
