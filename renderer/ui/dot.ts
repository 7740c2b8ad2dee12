/** Between two facts on a line. It stays with the one that follows, so that no line ends in a dot. */
export const DOT = ' ·\u00a0';
