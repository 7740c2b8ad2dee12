/**
 * The text of the worked example. All of it is invented: the country of Kestria, the town of Port Lindal, everybody and
 * everything in it, the newspapers and the agency included.
 */
export const PORT_LINDAL_TITLE = 'Port Lindal paid for a crane that never came, council member says';

export const PORT_LINDAL_TEXT = `${PORT_LINDAL_TITLE}

A harbour crane for which Port Lindal paid 2.4 million crowns in March has never been delivered, council member Peer Askild told the Lindal Observer. “The money is gone and the quay is empty,” he said.

The contract was signed by harbour director Ilsa Moren. “She knew that day that no crane would come,” Askild alleged. The supplier, Brant Lifting, belongs to her brother-in-law, according to him.

It was not the first contract of its kind. At least three harbour tenders since 2021 went to Brant Lifting, papers seen by this newspaper suggest. Askild speaks of “several”. For the crane, a second bidder had asked 400,000 crowns less.

The old crane is a danger, dockers say. In the autumn of 2024 two men were injured when its cable broke, according to the Dockers’ Union.

The ministry of transport has opened an investigation, Kestrian media report. Port Lindal, Askild added, is the worst-run harbour on the coast.

Brant Lifting rejects the allegations: the crane, it says, “was handed over on 28 March”. Moren said that she had signed “in good faith and on the advice of the board”. The ministry declined to comment.
`;
