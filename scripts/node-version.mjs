/**
 * Imported first by every command: an old Node gets one sentence instead of a stack trace.
 * It and what the commands import statically stay readable to old versions of Node, and import only Node's own modules.
 */
const parts = process.versions.node.split('.').map(Number);

if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error(
    'stet: Node ' +
      process.versions.node +
      ' is too old. Stet needs Node 20.19 or newer: https://nodejs.org/en/download',
  );
  process.exit(1);
}
