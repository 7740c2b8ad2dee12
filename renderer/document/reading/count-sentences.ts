import { countSentences, type Countable } from './counting.ts';

/**
 * The worker in which long documents are counted, while their text is read already. It answers in JSON: handing over
 * tens of thousands of small objects takes the window several times as long as parsing them.
 */
addEventListener('message', ({ data }: MessageEvent<Countable>) =>
  postMessage(JSON.stringify(countSentences(data))),
);
