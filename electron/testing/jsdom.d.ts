/**
 * As much of jsdom as tests need to read XML. Its own types bring all of the DOM along, which then would hold in all of
 * electron/, where there is none.
 */
declare module 'jsdom' {
  export interface XmlElement {
    readonly localName: string;
    readonly textContent: string;
    readonly innerHTML: string;
    readonly firstElementChild: XmlElement | null;
    readonly nextElementSibling: XmlElement | null;
    getAttribute(name: string): string | null;
  }

  export class JSDOM {
    constructor(html: string);
    readonly window: {
      /** Answers what is no XML with a document that says so. */
      DOMParser: new () => { parseFromString(xml: string, type: string): { documentElement: XmlElement } };
    };
  }
}
