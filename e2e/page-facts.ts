/** What an exported page is made of, as its own document says. */
export interface PageFacts {
  headings: string[];
  /** Of the body, without what is not read out. */
  text: string;
  /** The heads of its tables, which paper repeats. */
  heads: string[];
  columns: string[];
  captions: number;
  policy: string;
  /** How many elements could run, load, embed, send or change where addresses lead. */
  scripts: number;
  /** Every attribute that could load, lead or run, with its element. */
  addresses: string[];
  styles: string[];
  /** Where text from right to left stands in an element that neither has its direction nor finds it. */
  mixed: string[];
}

/** Runs in the page. */
export function factsOf(): PageFacts {
  const all = [...document.querySelectorAll('*')];
  const texts = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map(({ textContent }) =>
      textContent.replace(/\s+/gu, ' ').trim(),
    );
  const spoken = document.body.cloneNode(true) as HTMLElement;
  for (const hidden of spoken.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  const rtl = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  return {
    headings: texts('h1, h2, h3, h4'),
    text: spoken.textContent,
    heads: texts('thead'),
    columns: texts('th'),
    captions: document.querySelectorAll('caption').length,
    policy:
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
    scripts: document.querySelectorAll('script, iframe, object, embed, link, form, base, template').length,
    addresses: all.flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            /^on|^(?:src|srcset|href|xlink:href|action|formaction|poster|data|background|ping|manifest)$/u.test(
              name,
            ) || /url\(|javascript:/iu.test(value),
        )
        .map(({ name, value }) => `${element.localName} ${name} ${value.slice(0, 80)}`),
    ),
    styles: all.flatMap((element) => [
      ...(element.localName === 'style' ? [element.textContent] : []),
      ...(element.getAttribute('style') === null ? [] : [element.getAttribute('style') ?? '']),
    ]),
    mixed: all
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && rtl.test(node.textContent ?? '')),
      )
      .filter(
        (element) => element.localName !== 'title' && element.closest('bdi, [dir]')?.localName === 'html',
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  };
}
