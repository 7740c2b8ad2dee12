import type { Case } from '../case/case.ts';
import { present } from '../case/case.ts';
import { webAddress } from './web-address.ts';

/** A rating by what it is of and the address of its page. */
interface Placed {
  ref: string;
  url: string;
}

/**
 * The address of each review: its page, or, where a page has several, an anchor on it that is its reference, unless it
 * was given one (Google asks for an address of its own for each). By reference.
 */
export function reviewAddresses(ratings: readonly Placed[]): Map<string, string> {
  const reviewsOn = new Map<string, number>();
  for (const { url } of ratings) {
    const page = webAddress(url)?.page ?? '';
    reviewsOn.set(page, (reviewsOn.get(page) ?? 0) + 1);
  }
  return new Map(
    ratings.map(({ ref, url }) => {
      const address = webAddress(url);
      const bare = address?.fragment === null && (reviewsOn.get(address.page) ?? 0) > 1;
      return [ref, bare ? `${url}#${encodeURIComponent(ref)}` : url];
    }),
  );
}

/** What is rated in a case and not in the trash. */
export function placedRatings(kase: Case): Placed[] {
  return present(kase.records.allegations.values()).flatMap(({ ref, rating }) =>
    rating === null ? [] : [{ ref, url: rating.url }],
  );
}
