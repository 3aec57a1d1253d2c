/**
 * Why: everything else here is TypeScript that Node runs by itself, which an old Node answers with a riddle
 * ("Unknown file extension"). This file runs on any Node and says what is missing.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Ringside needs Node 22.18 or newer to build; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'On Linux and Windows (x64, and arm64 on Linux) `npm ci` brings Node 24 with it: run it again without --omit=optional.\n' +
      'Elsewhere install Node 24 from https://nodejs.org.',
  );
  process.exit(1);
}
