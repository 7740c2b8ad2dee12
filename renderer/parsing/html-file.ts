import { fail } from '../../shared/result.ts';
import { articleOf } from './article.ts';
import { decodeBytes } from './decode-bytes.ts';
import { extracted, type Parsed } from './extracted.ts';
import { EXTRACTORS } from './extractors.ts';
import { partsOf } from './walk-page.ts';

/** The text of a page that was saved: its article, or all of it where none is found. */
export function htmlFile(bytes: Uint8Array): Parsed {
  const decoded = decodeBytes(bytes, { markup: true });
  if (!decoded) return fail({ code: 'not-text' });
  return pageText(decoded.text, { format: 'html', encoding: decoded.encoding, title: null });
}

/** The text of a page, as its source. `title` serves where the page gives none. */
export function pageText(
  source: string,
  { title, ...about }: { format: 'html' | 'mhtml'; encoding: string; title: string | null },
): Parsed {
  const page = inert(source);
  const article = articleOf(page);
  return extracted({
    ...about,
    extractor: EXTRACTORS[about.format],
    declaredLanguage: languageAt(article?.place ?? page.body, page),
    title: (article?.title ?? '') || page.title || title,
    parts: article?.parts ?? partsOf(page.body, { landmarks: true }),
  });
}

/** What was copied somewhere and pasted: all of it is meant. The clipboard gives it in UTF-8. */
export function richText(bytes: Uint8Array): Parsed {
  const page = inert(new TextDecoder().decode(bytes));
  return extracted({
    format: 'rich-text',
    extractor: EXTRACTORS['rich-text'],
    encoding: null,
    declaredLanguage: languageAt(page.body, page),
    title: null,
    parts: partsOf(page.body),
  });
}

/** A page of markup in which nothing is run and nothing is loaded, its shadow trees opened, as browsers save them. */
export function inert(source: string): Document {
  const page = new DOMParser().parseFromString(source, 'text/html');
  // What stands in a template comes out of it, and may hold more of them; there are at last none.
  for (;;) {
    const shadows = page.querySelectorAll<HTMLTemplateElement>(
      'template[shadowrootmode], template[shadowmode]',
    );
    if (shadows.length === 0) return page;
    for (const shadow of shadows) shadow.replaceWith(shadow.content);
  }
}

function languageAt(place: Element, page: Document): string | null {
  const root = page.documentElement;
  return (
    place.closest('[lang]')?.getAttribute('lang') ??
    root.getAttribute('xml:lang') ??
    page.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content') ??
    null
  );
}
